"""«Данные», планы и пороги: edited with checks, at once in force, taken back by a button."""

from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.store.engine import Database, open_database
from cmn_core.store.settings import current_reference, override_target
from tests.pages.screen_text import read_rows, read_text, read_title, unescape_markdown
from tests.pages.shell import open_shell
from tests.store.made_readings import NOW


def open_plans(**address: str) -> AppTest:
    page = open_shell("data.py", section="plans", **address)
    assert not page.exception
    return page


def field(page: AppTest, label: str, place: int = 0) -> object:
    return [item for item in page.text_input if item.label.startswith(label)][place]


def press(page: AppTest, label: str) -> AppTest:
    next(button for button in page.button if button.label == label).click()
    page.run()
    assert not page.exception
    return page


def words(elements: object) -> str:
    return unescape_markdown(" ".join(item.value for item in elements))  # type: ignore[attr-defined]


def save_year(page: AppTest, year: int) -> AppTest:
    return press(page, f"Сохранить план {year} года")


def test_without_changes_every_year_is_told_and_nobody_is_named(database: Database) -> None:
    page = open_plans()
    rows = read_rows(page)
    assert [row[:6] for row in rows[:1]] == [
        ["Охват наставничеством", "10,0 %", "20,0 %", "35,0 %", "50,0 %", "70,0 %"]
    ]
    assert len(rows) == 7
    assert {row[6] for row in rows} == {"план не задан"}
    assert "Пока никто ничего не менял" in read_text(page)


def test_a_changed_target_is_in_force_told_kept_and_taken_back(database: Database) -> None:
    page = open_plans(year="2020")
    field(page, "Охват").set_value("12,5")
    field(page, "Молодые педагоги").set_value("11 %")
    save_year(page, 2020)
    told = words(page.success)
    assert "Охват наставничеством, план 2020 года: 10 % (исходное) → 12,5 %" in told
    assert "Молодые педагоги, план 2020 года: 10 % (исходное) → 11 %" in told
    assert current_reference(database).indicator("coverage").target_pct(2020) == Decimal("12.5")
    assert read_rows(page)[0][1] == "12,5 %"
    history = read_rows(page, 2)
    assert [row[2:] for row in history] == [
        ["Молодые педагоги, план 2020 года", "10 % (исходное)", "11 %"],
        ["Охват наставничеством, план 2020 года", "10 % (исходное)", "12,5 %"],
    ]
    assert {row[1] for row in history} == {"пользователь этого компьютера"}
    press(page, "Вернуть как было")
    assert current_reference(database).indicator("coverage").target_pct(2020) == 10
    assert field(page, "Охват").value == "10"
    assert len(read_rows(page, 2)) == 4


def test_a_year_without_a_target_gets_one_and_loses_it_by_an_emptied_field(database: Database) -> None:
    page = open_plans(year="2025")
    assert field(page, "Охват").value == ""
    field(page, "Охват").set_value("80")
    save_year(page, 2025)
    assert "план не задан (исходное)" not in words(page.success)
    assert "план не задан → 80 %" in words(page.success)
    field(page, "Охват").set_value("")
    save_year(page, 2025)
    assert current_reference(database).indicator("coverage").target_pct(2025) is None


def test_all_mistakes_are_said_at_once_and_nothing_is_stored(database: Database) -> None:
    page = open_plans(year="2020")
    for label, written in (("Охват", "0"), ("Наставляемые", "101"), ("Молодые", "<b>x"), ("Предприятия", "5")):
        field(page, label).set_value(written)
    save_year(page, 2020)
    told = words(page.error)
    assert len(page.error) == 3
    for fault in ("«0» не подходит", "«101» не подходит", "«<b>x» не подходит"):
        assert fault in told
    assert current_reference(database).indicator("enterprise_share").target_pct(2020) == 2


def test_a_target_changed_by_another_meanwhile_is_not_overwritten(database: Database) -> None:
    page = open_plans(year="2020")
    field(page, "Охват").set_value("12")
    override_target(database, "coverage", 2020, Decimal(15), author="Коллега", now=NOW)
    save_year(page, 2020)
    assert "уже изменено: Коллега" in words(page.error)
    assert field(page, "Охват").value == "15"
    assert current_reference(database).indicator("coverage").target_pct(2020) == 15


def test_thresholds_are_checked_by_their_range(database: Database) -> None:
    page = open_plans()
    field(page, "Удовлетворён, если").set_value("11")
    field(page, "Прошлый отчёт").set_value("двенадцать")
    press(page, "Сохранить пороги")
    assert "«11» не подходит: нужно целое число от 1 до 10" in words(page.error)
    assert "«двенадцать» не подходит: нужно целое число от 0 до 11" in words(page.error)
    field(page, "Удовлетворён, если").set_value("8")
    field(page, "Прошлый отчёт").set_value("2")
    press(page, "Сохранить пороги")
    limits = current_reference(database).limits
    assert (limits.satisfaction_threshold, limits.carried_periods) == (8, 2)
    assert "7 баллов из 10 (исходное) → 8 баллов из 10" in words(page.success)


def test_a_saved_target_changes_the_overview_at_once(demo_copy: str) -> None:
    database = open_database(demo_copy)
    before = read_title(open_shell(period="2020-11"))
    override_target(database, "coverage", 2020, Decimal(99), author="Центр", now=NOW)
    assert read_title(open_shell(period="2020-11")) != before


@pytest.mark.parametrize("year", ["1999", "двадцатый"])
def test_a_year_that_is_no_choice_falls_back_with_a_note(database: Database, year: str) -> None:
    page = open_plans(year=year)
    assert f"«{year}» из ссылки не понято" in words(page.caption)

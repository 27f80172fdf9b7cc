"""«Данные», сроки: edited with checks, at once in force, taken back by a button."""

from datetime import date

import pytest

from cmn_core.period import Period
from cmn_core.store.deadlines import override_deadline_days
from cmn_core.store.engine import Database, open_database
from cmn_core.store.settings import current_reference
from tests.pages.screen_text import read_rows, read_text
from tests.pages.shell import open_shell
from tests.pages.test_data_plans import field, press, words
from tests.store.made_readings import NOW

NOVEMBER = Period(2020, 11)


@pytest.fixture
def database(demo_copy: str) -> Database:
    return open_database(demo_copy)


def due(database: Database) -> date:
    return current_reference(database).collection.deadlines.due("monthly", NOVEMBER)


def test_without_changes_the_fifth_is_told_and_nobody_is_named(empty_database: str) -> None:
    page = open_shell("data.py", section="deadlines")
    assert not page.exception
    assert [row[1:3] for row in read_rows(page)] == [["любой", "5-е число следующего месяца"]] * 2
    assert "Пока никто ничего не менял" in read_text(page)


def test_the_usual_day_and_a_months_date_are_set_and_taken_back(database: Database) -> None:
    page = open_shell("data.py", section="deadlines")
    field(page, "Ежемесячный отчёт, число").set_value("7")
    press(page, "Сохранить общий срок")
    assert "5-е число следующего месяца (исходное) → 7-е число следующего месяца" in words(page.success)
    field(page, "Ежемесячный отчёт, дата").set_value("10.12.2020")
    press(page, "Сохранить срок за ноябрь 2020")
    assert due(database) == date(2020, 12, 10)
    assert read_rows(page)[2][1:] == ["ноябрь 2020", "до 10.12.2020", "7-е число следующего месяца"]
    press(page, "Вернуть как было")
    assert due(database) == date(2020, 12, 7)
    assert len(read_rows(page, 1)) == 3


def test_mistakes_are_said_and_nothing_is_stored(database: Database) -> None:
    page = open_shell("data.py", section="deadlines")
    field(page, "Ежемесячный отчёт, число").set_value("31")
    press(page, "Сохранить общий срок")
    assert "нужно число месяца от 1 до 28" in words(page.error)
    field(page, "О расширении практик наставничества, дата").set_value("31.11.2020")
    press(page, "Сохранить срок за ноябрь 2020")
    assert "«31.11.2020» не подходит: нужна дата" in words(page.error)
    assert due(database) == date(2020, 12, 5)


def test_a_deadline_changed_by_another_meanwhile_is_not_overwritten(database: Database) -> None:
    page = open_shell("data.py", section="deadlines")
    override_deadline_days(database, {"monthly": 9}, author="Коллега", now=NOW)
    field(page, "Ежемесячный отчёт, число").set_value("7")
    press(page, "Сохранить общий срок")
    assert "уже изменено: Коллега" in words(page.error)
    assert due(database) == date(2020, 12, 9)

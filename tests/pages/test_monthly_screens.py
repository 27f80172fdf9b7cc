"""«Обзор», «Район» and «Отчёты» on monthly reports alone, on both layouts, and on an expansion form alone."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.store.engine import Database
from cmn_core.store.location import ADDRESS_VARIABLE
from tests.pages.offered_files import hear_offered_files
from tests.pages.screen_text import read_rows, read_text, read_title, unescape_markdown
from tests.pages.shell import open_shell
from tests.store.made_readings import OMSK, TARA, decide, open_file, row, save
from tests.store.small_district import SCHOOL, save_small_district

CARDS = 7


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    """An empty database that the pages look at."""
    monkeypatch.setenv(ADDRESS_VARIABLE, f"sqlite:///{tmp_path / 'cmn.sqlite3'}")
    return open_file(tmp_path)


def _open(page: str, **link: str) -> AppTest:
    opened = open_shell(f"{page}.py", **link)
    assert not opened.exception
    assert not opened.error
    return opened


def _save_expansion(database: Database, sender: str = OMSK) -> None:
    save(database, [row("Лицей", (50, 3, 9), "Путь", "pupil_pupil")], decide(sender), content=b"expansion")


def _cards(page: AppTest) -> list[str]:
    return [unescape_markdown(button.label) for button in page.button if (button.key or "").startswith("choose_")]


def test_the_overview_shows_all_indicators_and_each_is_one_click_away(database: Database) -> None:
    save_small_district(database)
    page = _open("overview")
    assert [card.split("* ")[0].strip("*") for card in _cards(page)] == [
        "Охват наставничеством", "Наставляемые 10–19 лет", "Наставники 15–19 лет", "Молодые педагоги",
        "Предприятия-партнёры", "Удовлетворённость наставляемых", "Удовлетворённость наставников",
    ]  # fmt: skip
    assert "**8,0 %** *план 10 %* ~~достигли 0 из 33, свежих 1~~" in _cards(page)[1]
    page.button(key="choose_mentor_share").click().run()
    assert "по наставникам" in read_title(page)
    assert page.query_params["indicator"] == "mentor_share"
    page.button(key="choose_coverage").click().run()
    assert "indicator" not in page.query_params


def test_the_whole_overview_follows_the_chosen_indicator(database: Database) -> None:
    save_small_district(database)
    page = _open("overview", indicator="mentee_satisfaction")
    shown = read_text(page)
    assert "удовлетворённости наставляемых" in read_title(page)
    for words in ("47,6 %", "10 из 21 (", "ответили 21 на 50 участий (42,0 %)"):
        assert words in shown
    assert all("довлетвор" in chart.proto.alt for chart in page.get("vega_lite_chart"))
    assert read_rows(page)[0][:5] == ["Омская область", "47,6 %", "50,0 %", "1", "10"]


def test_an_indicator_that_no_report_tells_says_which_report_would(database: Database) -> None:
    _save_expansion(database)
    page = _open("overview", indicator="mentor_share")
    assert "считается по отчёту «Ежемесячный отчёт»" in page.info[0].value
    assert len(_cards(page)) == CARDS
    assert not page.get("vega_lite_chart")
    district = _open("district", indicator="mentor_share", district=OMSK)
    assert "такого отчёта города Омска за ноябрь 2020 нет" in read_text(district)
    assert "Программы по формам" in read_text(district)


@pytest.mark.parametrize("section", ["organisations", "programmes", "indicators", "counting", "reports"])
@pytest.mark.parametrize("indicator", ["coverage", "enterprise_share", "mentee_satisfaction"])
def test_every_section_of_a_district_shows_every_kind_of_indicator(
    database: Database, section: str, indicator: str
) -> None:
    save_small_district(database)
    page = _open("district", district=TARA, section=section, indicator=indicator)
    assert len(_cards(page)) == CARDS
    assert read_rows(page, -1)


def test_a_card_of_the_district_opens_how_its_figure_was_made(database: Database) -> None:
    save_small_district(database)
    page = _open("district", district=TARA)
    page.button(key="choose_mentor_share").click().run()
    shown = read_text(page)
    assert "÷ молодёжь 15–19 лет × 100" in shown
    assert "4 ÷ 200 × 100 = 2,0 %" in shown


def test_organisations_have_bars_of_the_chosen_indicator_and_enterprises_say_why_not(database: Database) -> None:
    save_small_district(database)
    page = _open("district", district=TARA, indicator="young_teacher_share")
    assert "молодые педагоги (0–3 года работы) в роли наставляемых" in read_text(page)
    assert SCHOOL in " ".join(chart.proto.alt for chart in page.get("vega_lite_chart"))
    without = _open("district", district=TARA, indicator="enterprise_share")
    assert "по организациям не считается" in read_text(without)


def test_a_mixed_month_of_one_district_names_the_difference(database: Database) -> None:
    save_small_district(database)
    _save_expansion(database, TARA)
    shown = read_text(_open("district", district=TARA))
    assert "учтён ежемесячный, 42 чел.; по отчёту о расширении 62 чел., разница 20 чел." in shown


@pytest.mark.parametrize("page", ["overview", "district", "forms", "reports"])
def test_a_mixed_month_stands_on_every_page(database: Database, page: str) -> None:
    save_small_district(database)
    _save_expansion(database)
    assert read_text(_open(page, district=TARA))


def test_the_report_page_lists_what_is_in_the_book_of_the_period(database: Database) -> None:
    _save_expansion(database)
    assert "Ролевые модели" not in " ".join(block.value for block in _open("reports").main.markdown)
    save_small_district(database)
    listed = " ".join(block.value for block in _open("reports").main.markdown)
    assert all(words in listed for words in ("Все показатели", "Ролевые модели", "Качество данных"))


@pytest.mark.parametrize("link", [{}, {"district": TARA}])
def test_details_of_the_report_are_read_when_they_are_asked_for(
    database: Database, link: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    names = hear_offered_files(monkeypatch)
    save_small_district(database)
    page = _open("reports", **link)
    assert "Наставников дали" not in read_text(page)
    page.session_state["report_details"] = True
    page.run()
    assert not page.exception
    shown = read_text(page)
    for words in ("Программы идут по 3 ролевым моделям", "Наставников дали 2 предприятия", "ООО «Заря»", "свежий"):
        assert words in shown
    assert any("Перечень предприятий" in name and name.endswith(".csv") for name in names)


def test_tables_of_the_report_follow_the_chosen_indicator(database: Database) -> None:
    save_small_district(database)
    page = _open("reports", indicator="mentor_share")
    every, chosen = read_rows(page), read_rows(page, 1)
    assert [line[0] for line in every][2] == "Наставники 15–19 лет"
    assert chosen[0][:2] == ["Омская область", "2,0 %"]

"""«Данные», численность: gaps in sight, versions, what each changed, the way back."""

from streamlit.testing.v1 import AppTest

from cmn_core.store.engine import Database
from cmn_core.store.population import read_population, save_population
from tests.pages.screen_text import read_rows, read_text
from tests.pages.shell import open_shell
from tests.store.made_readings import NOW, TARA, children, population

BY = {"author": "Центр", "now": NOW}


def open_section(**address: str) -> AppTest:
    page = open_shell("data.py", section="population", **address)
    assert not page.exception
    assert not page.error
    return page


def test_without_values_every_cell_says_so_and_the_way_is_shown(database: Database) -> None:
    page = open_section()
    rows = read_rows(page)
    assert len(rows) == 34
    assert {cell for row in rows for cell in row[1:5]} == {"не указано"}
    assert "ещё не загружена" in read_text(page)
    assert "Загрузка отчёта" in page.main.get("page_link")[0].label


def test_versions_tell_what_they_changed_and_come_back(database: Database) -> None:
    for value, content in ((100, b"1"), (120, b"2")):
        save_population(database, population([children(TARA, value)], content), content, **BY)
    page = open_section(population_year="2020")
    assert "Не указано: Детей 10–19 — 32 муниципалитета (Азовский" in read_text(page)
    assert [row[0] for row in read_rows(page, 1)] == ["2", "1"]
    assert read_rows(page, 2) == [["Тарский", "Детей 10–19", "100", "120", "Росстат"]]
    box = next(item for item in page.selectbox if item.label == "Версия")
    box.set_value(1).run()
    assert read_rows(page, 2) == [["Тарский", "Детей 10–19", "не указано", "100", "Росстат"]]
    for label, value in (("Вернуть эту версию", 100), ("Вернуть как было", 120)):
        next(button for button in page.button if button.label == label).click()
        page.run()
        assert [item.value for item in read_population(database, 2020)] == [value]


def test_the_regions_sum_is_that_of_the_stated_values(demo_database: str) -> None:
    page = open_section(population_year="2020")
    whole, *rows = read_rows(page)
    assert whole[0] == "Омская область, сумма указанных"
    stated = [row[1].replace(" ", "") for row in rows if row[1] != "не указано"]
    assert len(stated) > 30
    assert sum(map(int, stated)) == int(whole[1].replace(" ", ""))

"""«Численность» through the same door."""

from io import BytesIO

from openpyxl import load_workbook

from cmn_core.documents.template_population import write_population_template
from cmn_core.reference import shipped_reference
from cmn_core.store.engine import Database
from cmn_core.store.population import read_population
from tests.pages.upload_page import NAZYVAYEVSK, SAVE, UNDO, button, drop, html, open_with, save, title


def fill_population(value: int) -> bytes:
    book = load_workbook(BytesIO(write_population_template(shipped_reference(), year=2020)))
    sheet = book["Численность"]
    line = next(row for row in sheet.iter_rows() if row[1].value == NAZYVAYEVSK)
    line[3].value, line[7].value = value, "Росстат"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_population_is_compared_saved_and_undone(database: Database) -> None:
    page = save(open_with(fill_population(2_000), "численность.xlsx"))
    assert title(page) == "Численность сохранена и учитывается"
    page = drop(page, fill_population(2_100), "численность.xlsx")
    assert "<td>2 000</td><td><b>2 100</b></td><td>Росстат</td>" in html(page)
    save(page)
    assert [item.value for item in read_population(database, 2020)] == [2_100]
    button(page, UNDO).click().run()
    assert [item.value for item in read_population(database, 2020)] == [2_000]


def test_the_same_population_changes_nothing(database: Database) -> None:
    page = save(open_with(fill_population(2_000), "численность.xlsx"))
    page = drop(page, fill_population(2_000), "численность.xlsx")
    assert "Все значения уже такие" in html(page)
    assert not [item for item in page.button if item.label == SAVE and not item.disabled]

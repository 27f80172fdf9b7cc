"""Corrections made by hand are read in place of what the file says; the file stays as it was."""

from datetime import date

import pytest

from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.intake.cells.grid import Grid, Sheet
from cmn_core.intake.checked_file import check_file, check_file_apart
from cmn_core.intake.corrected_grid import correct_grid, parse_typed
from cmn_core.intake.read_report import Expectation
from cmn_core.reference import shipped_reference
from tests.intake.test_checked_file import CSV
from tests.pages.report_files import make_report, school


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12", 12), (" -5 ", -5), ("", None), ("  ", None), ("12,5", "12,5"), ("12 чел.", "12 чел."),
        ("01.09.2020", date(2020, 9, 1)), ("31.02.2020", "31.02.2020"), ("=1+1", "=1+1"),
    ],
)  # fmt: skip
def test_typed_text_becomes_what_a_spreadsheet_makes_of_it(typed: str, value: object) -> None:
    assert parse_typed(typed) == value


def test_a_correction_replaces_value_formula_and_error_and_shares_no_row() -> None:
    empty: list = []
    sheet = Sheet(
        "Лист1", [["имя", "#REF!"], empty, empty], formulas={(1, 2): "A1"}, error_cells={(1, 2): "#REF!"},
        unvalued_formulas=frozenset({(1, 2)}),
    )  # fmt: skip
    places = (("Лист1", "B1", "7"), ("Лист1", "C3", "да"), ("Другой", "A1", "1"))
    wanted = [CellCorrection(*place) for place in places]
    corrected, told = correct_grid(Grid("xlsx", [sheet]), wanted)
    assert corrected.sheets[0].rows == [["имя", 7], [], [None, None, "да"]]
    assert (corrected.sheets[0].formulas, corrected.sheets[0].error_cells) == ({}, {})
    assert corrected.sheets[0].unvalued_formulas == frozenset()
    assert [(item.cell, item.was, item.now) for item in told] == [("B1", "=A1", "7"), ("C3", "", "да")]
    assert (sheet.rows, empty) == ([["имя", "#REF!"], [], []], [])


def test_what_the_file_says_already_is_no_correction() -> None:
    grid = Grid("xlsx", [Sheet(None, [["имя", 5]])])
    assert correct_grid(grid, [CellCorrection(None, "B1", "5"), CellCorrection(None, "C1", "")])[1] == ()


def test_a_mended_file_is_checked_anew_whole() -> None:
    mended = [CellCorrection(None, "D2", "2")]
    checked = check_file_apart(CSV, "отчёт.csv", Expectation(), shipped_reference(), mended)
    assert checked.reading.problems == ()
    assert checked.reading.rows[0].added_mentees == 2
    assert checked.reading.corrections == (CellCorrection(None, "D2", "2", "-2"),)
    assert checked.reading.sha256 == check_file_apart(CSV, "о.csv", Expectation(), shipped_reference()).reading.sha256


def test_a_correction_may_bring_another_fault() -> None:
    content = make_report([school("МБОУ «Первая СОШ»", -5), school("МБОУ «Вторая СОШ»", "много")])
    wanted = [CellCorrection("Отчёт", "B3", "сорок"), CellCorrection("Отчёт", "B4", "9000")]
    reading = check_file(content, "о.xlsx", Expectation(), shipped_reference(), wanted).reading
    found = [(item.cell, item.code) for item in reading.problems]
    assert found == [("B3", "not_a_number"), ("B4", "implausible_count")]

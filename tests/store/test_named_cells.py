"""Cells as a person writes them when a report is returned."""

import pytest

from cmn_core.errors import UsageError
from cmn_core.intake.problems import Problem
from cmn_core.store.named_cells import name_cell, parse_named_cells, pick_cells
from cmn_core.store.report_steps import FaultyCell


@pytest.mark.parametrize(
    ("written", "cells"),
    [
        ("", ()),
        ("C12", (FaultyCell(None, "C12"),)),
        ("Лист1!C12", (FaultyCell("Лист1", "C12"),)),
        ("'Расширение практик'!c7", (FaultyCell("Расширение практик", "C7"),)),
        ("С7", (FaultyCell(None, "C7"),)),
        ("Лист1!C12 – меньше, чем в прошлом месяце", (FaultyCell("Лист1", "C12", "меньше, чем в прошлом месяце"),)),
        ("C12: проверьте", (FaultyCell(None, "C12", "проверьте"),)),
        ("C12 - проверьте", (FaultyCell(None, "C12", "проверьте"),)),
        ("C12 проверьте; D4", (FaultyCell(None, "C12", "проверьте"), FaultyCell(None, "D4"))),
        ("C12\n\n D4 \n", (FaultyCell(None, "C12"), FaultyCell(None, "D4"))),
    ],
)
def test_cells_are_read_a_line_each(written, cells):
    assert parse_named_cells(written) == cells


@pytest.mark.parametrize("written", ["вся строка 7", "C", "12", "Лист1!", "C12\nничего", "!!!"])
def test_what_is_no_cell_is_quoted(written):
    with pytest.raises(UsageError, match="Не понято"):
        parse_named_cells(written)


def test_cells_of_the_remarks_are_picked_once():
    problems = [
        Problem("fell_since_last_month", "warning", "Лист1", "C7", "3", "Упало.", "Проверьте."),
        Problem("implausible_count", "warning", "Лист1", "C7", "3", "Много.", "Проверьте."),
        Problem("copied_last_month", "warning", None, None, None, "Копия.", "Проверьте."),
    ]
    (cell,) = pick_cells(problems)
    assert (name_cell(cell), cell.fault) == ("Лист1!C7", "Много.")

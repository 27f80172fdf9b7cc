"""A workbook's cells with corrections made by hand in their places; the file itself stays as sent."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from cmn_core.intake.apart.workers import run_in_worker
from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.intake.cells.fragments import column_number, letters_of, row_of, shown_text
from cmn_core.intake.cells.grid import CellValue, Grid, Position, Sheet
from cmn_core.intake.cells.open_grid import open_grid

_WHOLE = re.compile(r"[+-]?\d{1,15}")
_ADDRESS = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")
_LOOK_ALIKES = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")
CellPlace = tuple[str | None, str]
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")


def correct_grid(grid: Grid, corrections: Iterable[CellCorrection]) -> tuple[Grid, tuple[CellCorrection, ...]]:
    """Return the grid with the corrections applied, and those with what stood there before.

    A correction that changes nothing, or whose sheet the file does not have, is left out.
    """
    by_sheet: dict[str | None, list[CellCorrection]] = {}
    for correction in corrections:
        by_sheet.setdefault(correction.sheet, []).append(correction)
    applied: list[CellCorrection] = []
    sheets = []
    for sheet in grid.sheets:
        corrected, told = _correct_sheet(sheet, by_sheet.get(sheet.name, ()))
        sheets.append(corrected)
        applied += told
    return replace(grid, sheets=sheets), tuple(applied)


def parse_typed(typed: str) -> CellValue:
    """Return the value that a spreadsheet would make of what was typed into a cell."""
    text = typed.strip()
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DATE.fullmatch(text):
        try:
            return datetime.strptime(text, "%d.%m.%Y").date()
        except ValueError:
            return text
    return text or None


def position_of(cell: str) -> Position:
    """Return row and column of an address: «C12» → (12, 3)."""
    return row_of(cell), column_number(letters_of(cell))


def _correct_sheet(sheet: Sheet, corrections: Sequence[CellCorrection]) -> tuple[Sheet, list[CellCorrection]]:
    told = [replace(item, was=shown_text(sheet, position_of(item.cell))) for item in corrections]
    told = [item for item in told if _differs(sheet, item)]
    if not told:
        return sheet, []
    places = {position_of(item.cell) for item in told}
    rows = list(sheet.rows)
    for item in told:
        _put(rows, position_of(item.cell), parse_typed(item.now))
    return (
        replace(
            sheet,
            rows=rows,
            formulas={place: text for place, text in sheet.formulas.items() if place not in places},
            error_cells={place: text for place, text in sheet.error_cells.items() if place not in places},
            unvalued_formulas=sheet.unvalued_formulas - places,
        ),
        told,
    )


def _differs(sheet: Sheet, item: CellCorrection) -> bool:
    place = position_of(item.cell)
    now = parse_typed(item.now)
    return place in sheet.formulas or type(now) is not type(sheet.value(*place)) or now != sheet.value(*place)


def _put(rows: list[list[CellValue]], place: Position, value: CellValue) -> None:
    """Write a value; the row is made anew, for rows may be shared."""
    row, column = place
    rows += ([] for _ in range(row - len(rows)))
    cells = list(rows[row - 1])
    cells += [None] * (column - len(cells))
    cells[column - 1] = value
    rows[row - 1] = cells


def parse_address(written: str) -> str | None:
    """Return the address of a cell as it was meant, None for what is none: « c7» → «C7», Cyrillic «С7» too."""
    address = "".join(written.split()).upper().translate(_LOOK_ALIKES)
    return address if _ADDRESS.fullmatch(address) else None


def read_shown(content: bytes, file_name: str, places: Sequence[CellPlace]) -> list[str]:
    """Return what a file shows in some of its cells; a sheet that is not there shows nothing."""
    sheets = {sheet.name: sheet for sheet in open_grid(content, file_name).sheets}
    return [shown_text(sheets[name], position_of(cell)) if name in sheets else "" for name, cell in places]


def read_shown_apart(content: bytes, file_name: str, places: Sequence[CellPlace]) -> list[str]:
    """Return what a stranger's file shows in some of its cells, read in a worker process."""
    return run_in_worker(read_shown, content, file_name, places)

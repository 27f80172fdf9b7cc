"""An Excel workbook (xlsx, xlsm) as a grid: a streaming pass for bounds and marks first, values after."""

from cmn_core.intake.cells.bounds import Bounds, is_beyond_bounds
from cmn_core.intake.cells.grid import CellValue, Grid, Position, Sheet, UnreadableFile
from cmn_core.intake.cells.package import Package
from cmn_core.intake.cells.xlsx_book import SheetPart, read_book
from cmn_core.intake.cells.xlsx_marks import SheetMarks, read_sheet_marks
from cmn_core.intake.cells.xlsx_values import XlsxValues
from cmn_core.reference.budgets import Budgets


def read_xlsx(package: Package, content: bytes, budgets: Budgets) -> Grid:
    """Read a workbook whose package is already open."""
    book = read_book(package)
    shown, hidden = Bounds(budgets), Bounds(budgets)
    passes = [(part, _read_marks(package, part, hidden if part.hidden else shown)) for part in book.sheets]
    package.drain()
    values = XlsxValues(content)
    return Grid(
        kind="xlsm" if book.has_macros else "xlsx",
        sheets=[_read_sheet(part, marks, values, budgets) for part, marks in passes],
        marks=book.marks,
        has_macros=book.has_macros,
        has_external_links=book.has_external_links,
    )


def _read_marks(package: Package, part: SheetPart, bounds: Bounds) -> SheetMarks | None:
    """Read a sheet's marks; None for a hidden sheet beyond the budgets."""
    try:
        marks = read_sheet_marks(package.chunks(part.part), part.part, bounds.check)
    except UnreadableFile as fault:
        if part.hidden and is_beyond_bounds(fault):
            return None
        raise
    bounds.spend(marks.filled_rows, marks.cells)
    return marks


def _read_sheet(part: SheetPart, marks: SheetMarks | None, values: XlsxValues, budgets: Budgets) -> Sheet:
    if marks is None:
        return Sheet(name=part.name, rows=[], hidden=part.hidden)
    rows = _read_rows(part, marks, values, budgets)
    for place, text in marks.errors.items():
        _put(rows, place, text)
    return Sheet(
        name=part.name,
        rows=rows,
        hidden=part.hidden,
        hidden_rows=frozenset(marks.hidden_rows),
        merged=tuple(marks.merged),
        formulas=marks.formulas,
        error_cells=marks.errors,
        unvalued_formulas=frozenset(marks.unvalued),
    )


def _read_rows(part: SheetPart, marks: SheetMarks, values: XlsxValues, budgets: Budgets) -> list[list[CellValue]]:
    """Take the fast reader unless a stray far cell would make it lay out a giant rectangle, or it finds nothing."""
    if not marks.cells:
        return []
    rows = None
    if marks.last_row * marks.last_column <= budgets.cells:
        rows = values.read_fast(part.name, marks.last_row)
    return values.read_lean(part.name, marks.last_row) if rows is None else rows


def _put(rows: list[list[CellValue]], place: Position, value: CellValue) -> None:
    """Set a cell; its row may be the shared empty one, so it is made anew where it is too short."""
    row, column = place
    missing = column - len(rows[row - 1])
    if missing > 0:
        rows[row - 1] = rows[row - 1] + [None] * missing
    rows[row - 1][column - 1] = value

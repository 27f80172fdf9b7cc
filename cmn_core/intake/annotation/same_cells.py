"""Whether two workbooks say the same to a reader: the same cells, merged areas, hidden rows and sheets."""

from datetime import datetime, timedelta

from cmn_core.intake.cells.grid import CellValue, Grid, Position, Sheet
from cmn_core.intake.marks import is_service_sheet


def same_cells(one: Grid, other: Grid) -> bool:
    """Compare all sheets but our service ones by name."""
    first, second = _own_sheets(one), _own_sheets(other)
    return first.keys() == second.keys() and all(_same_sheet(first[name], second[name]) for name in first)


def _own_sheets(grid: Grid) -> dict[str | None, Sheet]:
    return {sheet.name: sheet for sheet in grid.sheets if not is_service_sheet(sheet.name)}


def _same_sheet(one: Sheet, other: Sheet) -> bool:
    return _beside_values(one) == _beside_values(other) and _values(one) == _values(other)


def _beside_values(sheet: Sheet) -> tuple[object, ...]:
    return (
        sheet.hidden,
        {row for row in sheet.hidden_rows if row <= len(sheet.rows) and any(sheet.rows[row - 1])},
        {area for area in sheet.merged if (area.top, area.left) != (area.bottom, area.right)},
        set(sheet.formulas),
        sheet.error_cells,
        sheet.unvalued_formulas,
    )


def _values(sheet: Sheet) -> dict[Position, CellValue | timedelta]:
    """Return the values that are there, dates to the second: days and hours are kept as one fraction."""
    levelled = {
        (row, column): _level(value)
        for row, values in enumerate(sheet.rows, start=1)
        for column, value in enumerate(values, start=1)
    }
    return {position: value for position, value in levelled.items() if value not in (None, "")}


def _level(value: CellValue | timedelta) -> CellValue | timedelta:
    if isinstance(value, datetime):
        return (value + timedelta(milliseconds=500)).replace(microsecond=0)
    return value

"""Build an xlsx of a grid's cells, for files whose own workbook cannot be given back."""

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.worksheet import Worksheet

from cmn_core.intake.annotation.annotate_formulas import carry_formula
from cmn_core.intake.annotation.annotate_stored import StoredValue, StoredValues
from cmn_core.intake.annotation.annotate_styles import CellStyles
from cmn_core.intake.annotation.wrapped_height import LINE_POINTS, lines_height
from cmn_core.intake.cells.grid import Area, CellValue, Grid, Position, Sheet, cell_address
from cmn_core.intake.marks import CORRECTIONS_SHEET

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_MOST_TITLE = 31
_UNNAMED = "Отчёт"
_NARROWEST, _WIDEST = 10, 44
_MOST_HEIGHT = 409
"""Points; Excel takes no higher row."""
_ERRORS = frozenset(("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"))
_FIRST_YEAR = 1900
_MOST_MERGED = 10_000
"""Cells of one merged area; openpyxl makes an object for each."""


_SIDE = Side(style="hair")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_BORDER = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)


@dataclass(frozen=True, slots=True)
class Copy:
    """A new workbook, the stored values of its formulas, and what its sheets are called now."""

    workbook: Workbook
    stored: StoredValues
    titles: dict[str | None, str]


def build_copy(grid: Grid) -> Copy:
    """Write every sheet's values, formulas, merged areas, hidden rows and the workbook's marks."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    sheets = [sheet for sheet in grid.sheets if sheet.name != CORRECTIONS_SHEET]
    titles = _name_sheets(sheets)
    stored: StoredValues = {}
    for sheet in sheets:
        target = workbook.create_sheet(titles[sheet.name])
        stored[target.title] = _write_cells(target, sheet, frozenset(titles.values()))
        _merge(target, sheet)
        _set_look(target, sheet)
    for name, value in grid.marks.items():
        workbook.custom_doc_props.append(StringProperty(name=name, value=value))
    return Copy(workbook, stored, titles)


def _name_sheets(sheets: list[Sheet]) -> dict[str | None, str]:
    """Name sheets as they are called; a name that Excel refuses is mended and kept apart from the others."""
    titles: dict[str | None, str] = {}
    taken: set[str] = {CORRECTIONS_SHEET.lower()}
    for sheet in sheets:
        wanted = _FORBIDDEN.sub("_", sheet.name or _UNNAMED).strip("'")[:_MOST_TITLE] or _UNNAMED
        title, number = wanted, 2
        while title.lower() in taken:
            tail = f" ({number})"
            title, number = wanted[: _MOST_TITLE - len(tail)] + tail, number + 1
        taken.add(title.lower())
        titles[sheet.name] = title
    return titles


def _write_cells(target: Worksheet, sheet: Sheet, titles: frozenset[str]) -> dict[str, StoredValue]:
    formulas: dict[Position, str] = {**dict.fromkeys(sheet.unvalued_formulas, ""), **sheet.formulas}
    stored, styles = {}, CellStyles()
    for row, values in enumerate(sheet.rows, start=1):
        for column, value in enumerate(values, start=1):
            if value is not None and (row, column) not in formulas:
                cell = target.cell(row, column)
                _write_constant(cell, value, (row, column) in sheet.error_cells)
                styles.give(cell, "constant", alignment=_WRAPPED, border=_BORDER)
    for (row, column), formula in formulas.items():
        is_error = (row, column) in sheet.error_cells
        value = None if (row, column) in sheet.unvalued_formulas else sheet.value(row, column)
        cell = target.cell(row, column, carry_formula(formula, value, is_error, titles))
        cell.data_type = "f"
        if isinstance(value, date):
            cell.number_format = "dd.mm.yyyy"
        stored[cell_address(row, column)] = _stored_value(value, is_error)
    return stored


def _write_constant(cell: Cell, value: CellValue | timedelta, is_error: bool) -> None:
    if is_error:
        cell.value, cell.data_type = _error_text(value), "e"
    elif isinstance(value, str) or _is_beyond_excel(value):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", str(value))
        cell.data_type = "s"
        cell.quotePrefix = True
    else:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = "dd.mm.yyyy"


def _is_beyond_excel(value: CellValue | timedelta) -> bool:
    if isinstance(value, float):
        return not math.isfinite(value)
    return isinstance(value, date) and value.year < _FIRST_YEAR


def _stored_value(value: CellValue | timedelta, is_error: bool) -> StoredValue:
    if value is None:
        return StoredValue(None, None)
    if is_error:
        return StoredValue("e", _error_text(value))
    if isinstance(value, bool):
        return StoredValue("b", str(int(value)))
    if isinstance(value, datetime | date):
        return StoredValue(None, str(to_excel(value)))
    if isinstance(value, int | float):
        return StoredValue(None, repr(value))
    return StoredValue("str", ILLEGAL_CHARACTERS_RE.sub("", str(value)))


def _error_text(value: object) -> str:
    return value if isinstance(value, str) and value in _ERRORS else "#VALUE!"


def _merge(target: Worksheet, sheet: Sheet) -> None:
    """Merge areas within the written rectangle: an endless one would be walked cell by cell."""
    for area in sheet.merged:
        bottom, right = min(area.bottom, target.max_row), min(area.right, target.max_column)
        if bottom < area.top or right < area.left or (bottom, right) == (area.top, area.left):
            continue
        cells = (bottom - area.top + 1) * (right - area.left + 1)
        if cells > _MOST_MERGED or _has_inner_values(sheet, Area(area.top, area.left, bottom, right)):
            target.merged_cells.add(f"{cell_address(area.top, area.left)}:{cell_address(bottom, right)}")
        else:
            target.merge_cells(start_row=area.top, start_column=area.left, end_row=bottom, end_column=right)


def _has_inner_values(sheet: Sheet, area: Area) -> bool:
    """Tell whether a cell under the merged one still has a value, which merging in openpyxl would delete."""
    for row, values in enumerate(sheet.rows[area.top - 1 : area.bottom], start=area.top):
        inner = values[area.left - 1 : area.right]
        if row == area.top:
            inner = inner[1:]
        if any(value is not None for value in inner):
            return True
    return False


def _set_look(target: Worksheet, sheet: Sheet) -> None:
    target.sheet_state = "hidden" if sheet.hidden else "visible"
    target.page_setup.orientation = "landscape"
    target.page_setup.paperSize = target.PAPERSIZE_A4
    target.sheet_properties.pageSetUpPr.fitToPage = True
    target.page_setup.fitToHeight = 0
    for row in sheet.hidden_rows:
        target.row_dimensions[row].hidden = True
    _set_sizes(target, sheet)


def _set_sizes(target: Worksheet, sheet: Sheet) -> None:
    """Give columns the width of their longest text up to a limit, and rows the height of what wraps."""
    spread = {(area.top, area.left) for area in sheet.merged if area.right > area.left}
    texts = {
        (row, column): str(value)
        for row, values in enumerate(sheet.rows, start=1)
        for column, value in enumerate(values, start=1)
        if value is not None and (row, column) not in spread
    }
    widths: dict[int, int] = {}
    for (_, column), text in texts.items():
        widths[column] = max(widths.get(column, _NARROWEST), min(len(text) + 2, _WIDEST))
    for column, width in widths.items():
        target.column_dimensions[get_column_letter(column)].width = width
    heights: dict[int, float] = {}
    for (row, column), text in texts.items():
        heights[row] = max(heights.get(row, LINE_POINTS), lines_height(text, widths[column]))
    for row, height in heights.items():
        if height > LINE_POINTS:
            target.row_dimensions[row].height = min(height, _MOST_HEIGHT)

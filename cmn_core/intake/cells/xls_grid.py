"""An old Excel workbook (xls) as a grid: by xlrd with what stands beside the values, by calamine where xlrd fails."""

import io
import struct
from datetime import datetime
from typing import Any

import xlrd
from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum
from xlrd.formula import FMLA_TYPE_CELL, FMLA_TYPE_SHARED, decompile_formula
from xlrd.xldate import xldate_as_datetime

from cmn_core.intake.cells.grid import Area, CellValue, Grid, Position, Sheet
from cmn_core.intake.cells.levelled_values import level_rows
from cmn_core.intake.cells.ole_container import OLE_SIGNATURE, OleContainer
from cmn_core.intake.cells.refusals import corrupt_file, password_protected
from cmn_core.intake.cells.xls_records import StoredFormula, XlsRecords, read_records

_TIME_OF_DAY_BELOW = 1.0
_XLRD_OTHER_BOOK, _OTHER_BOOK = "<<external>>", "[1]"
"""A link to another file is written as in xlsx; its number is not known here."""


def read_xls(content: bytes) -> Grid:
    """Read the workbook; raise password_protected or corrupt_file."""
    stream, names = _open_container(content)
    try:
        records = read_records(stream)
    except struct.error:
        records = XlsRecords()
    if records.has_password:
        raise password_protected()
    sheets = _read_by_xlrd(stream, records) or _read_by_calamine(content)
    if not sheets:
        raise corrupt_file("no_sheets")
    return Grid(
        kind="xls",
        sheets=sheets,
        has_macros="_VBA_PROJECT_CUR" in names,
        has_external_links=records.has_external_links,
    )


def _open_container(content: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return the workbook's stream and what stands beside it; very old files are the bare stream."""
    if not content.startswith(OLE_SIGNATURE):
        return content, ()
    container = OleContainer(content)
    return container.read("Workbook") or container.read("Book"), container.names


def _read_by_xlrd(stream: bytes, records: XlsRecords) -> list[Sheet] | None:
    """Read with formatting, where rows' heights and merged areas are; without it if that part is broken."""
    for with_formats in (True, False):
        try:
            book = xlrd.open_workbook(
                file_contents=stream, formatting_info=with_formats, ragged_rows=True, logfile=io.StringIO()
            )
            return _read_sheets(book, records)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - struct, index, assertion and unicode errors of broken files
            continue
    return None


def _read_sheets(book: xlrd.Book, records: XlsRecords) -> list[Sheet]:
    sheets = []
    for index, sheet in enumerate(book.sheets()):
        formulas = records.formulas[index] if index < len(records.formulas) else {}
        sheets.append(_read_sheet(book, sheet, formulas, never_calculated=records.never_calculated))
    return sheets


def _read_sheet(
    book: xlrd.Book, sheet: Any, formulas: dict[Position, StoredFormula], *, never_calculated: bool
) -> Sheet:
    errors: dict[Position, str] = {}
    unvalued = frozenset(formulas) if never_calculated else frozenset()
    last_formula_row = max((row for row, _ in unvalued), default=0)
    values = (_read_row(sheet, row, book.datemode, errors) for row in range(sheet.nrows))
    rows = level_rows(values, last_formula_row)
    filled = {number for number, row in enumerate(rows, 1) if row}
    return Sheet(
        name=sheet.name,
        rows=rows,
        hidden=sheet.visibility != 0,
        hidden_rows=frozenset(_hidden_rows(sheet) & (filled | {row for row, _ in unvalued})),
        merged=tuple(Area(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells),
        formulas={place: _formula_text(book, formula, place) for place, formula in formulas.items()},
        error_cells=errors,
        unvalued_formulas=unvalued,
    )


def _read_row(sheet: Any, row: int, datemode: int, errors: dict[Position, str]) -> list[CellValue]:
    """Read a row's values; errors are noted beside."""
    values: list[CellValue] = []
    for column, (kind, value) in enumerate(zip(sheet.row_types(row), sheet.row_values(row), strict=True), 1):
        if kind == xlrd.XL_CELL_ERROR:
            value = xlrd.error_text_from_code.get(value, "#N/A")
            errors[(row + 1, column)] = value
        elif kind == xlrd.XL_CELL_DATE:
            value = _moment(value, datemode)
        elif kind == xlrd.XL_CELL_BOOLEAN:
            value = bool(value)
        values.append(value)
    return values


def _moment(serial: float, datemode: int) -> CellValue:
    """Turn a serial into a date, a moment or a time of day; one outside the calendar stays a number."""
    try:
        moment: datetime = xldate_as_datetime(serial, datemode)
    except (ValueError, OverflowError):
        return serial
    return moment.time() if 0 <= serial < _TIME_OF_DAY_BELOW else moment


def _hidden_rows(sheet: Any) -> set[int]:
    return {row + 1 for row, about in sheet.rowinfo_map.items() if about.hidden or about.height == 0}


def _formula_text(book: xlrd.Book, formula: StoredFormula, place: Position) -> str:
    """Write a formula's tokens as text, '' for what xlrd does not know."""
    kind = FMLA_TYPE_SHARED if formula.is_shared else FMLA_TYPE_CELL
    try:
        text = decompile_formula(book, formula.tokens, len(formula.tokens), kind, place[0] - 1, place[1] - 1)
    except Exception:  # noqa: BLE001 - unknown tokens end in assertion, index and key errors
        return ""
    return (text or "").replace(_XLRD_OTHER_BOOK, _OTHER_BOOK)


def _read_by_calamine(content: bytes) -> list[Sheet]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [
            _read_plain_sheet(book.get_sheet_by_name(about.name), about.visible != SheetVisibleEnum.Visible)
            for about in book.sheets_metadata
            if about.typ == SheetTypeEnum.WorkSheet
        ]
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except PasswordError as error:
        raise password_protected() from error
    except BaseException as error:  # a panic derives from BaseException
        raise corrupt_file("values") from error


def _read_plain_sheet(sheet: Any, is_hidden: bool) -> Sheet:
    areas = sheet.merged_cell_ranges or []
    return Sheet(
        name=sheet.name,
        rows=level_rows(sheet.to_python(skip_empty_area=False)),
        hidden=is_hidden,
        merged=tuple(Area(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in areas),
    )

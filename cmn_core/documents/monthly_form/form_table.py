"""One table of the monthly form: its title, its locked heading, and rows open for people to fill, sort and add to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import quote_sheetname, xl_col_to_name, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from cmn_core.documents.xlsx_sheets import SheetFormats, cell_text, prepare_page
from cmn_core.intake.annotation.wrapped_height import lines_height
from cmn_core.reference.layouts import Layout

FIRST_ROW = 4
"""Row of the first data, 0-based …"""
LAST_ROW = 2_003
"""… and the last one that drop-downs and sums reach: rows pasted under the drawn ones have them too."""
TEXT_FIELDS = frozenset(("organisation", "kind", "programme", "mentoring_form", "role_model", "partner"))
DATE_FIELDS = frozenset(("start_date",))
_HEADER_ROW = FIRST_ROW - 1
_HEADING_POINTS = 10
_ROW_POINTS = 20.0
_PERMISSIONS = (
    "select_locked_cells", "select_unlocked_cells", "format_cells", "format_columns", "format_rows",
    "insert_rows", "delete_rows", "sort", "autofilter",
)  # fmt: skip
"""Without a password: the protection keeps headings from slips, not from people."""


@dataclass(frozen=True, slots=True)
class FormHead:
    """What stands over a table."""

    title: str
    place: str
    note: str


@dataclass(frozen=True, slots=True)
class FormTable:
    """A written table and where its columns are."""

    sheet: Worksheet
    name: str
    fields: tuple[str, ...]
    last: int
    """The last drawn row, 0-based."""

    def column(self, field: str) -> int:
        """Return a column's place, from 0."""
        return self.fields.index(field)

    def cell(self, field: str) -> str:
        """Return the first row's cell with its column fixed, «$C5», for rules that go down the rows."""
        return f"${xl_col_to_name(self.column(field))}{FIRST_ROW + 1}"

    def whole(self, field: str) -> str:
        """Return a whole column for formulas of any sheet."""
        column = self.column(field)
        return f"{quote_sheetname(self.name)}!{xl_range_abs(FIRST_ROW, column, LAST_ROW, column)}"

    def restrict(self, field: str, rule: Mapping[str, Any]) -> None:
        """Let the cells of a column take only what the rule allows."""
        column = self.column(field)
        self.sheet.data_validation(FIRST_ROW, column, LAST_ROW, column, dict(rule))

    def mark(self, field: str, formula: str, look: Format) -> None:
        """Fill a column's cells for which a formula of the first row's cells holds."""
        column = self.column(field)
        rule = {"type": "formula", "criteria": f"={formula}", "format": look}
        self.sheet.conditional_format(FIRST_ROW, column, self.last, column, rule)


def write_form_table(
    workbook: Workbook,
    formats: SheetFormats,
    layout: Layout,
    captions: Mapping[str, str],
    head: FormHead,
    *,
    widths: Mapping[str, float],
    rows: Sequence[object],
    spare_rows: int,
) -> FormTable:
    """Write a table with the rows' attributes in the columns of the same name, and empty rows under them."""
    fields = tuple(column.field for column in layout.columns)
    sheet = workbook.add_worksheet(layout.sheet)
    table = FormTable(sheet, layout.sheet, fields, FIRST_ROW + len(rows) + spare_rows - 1)
    _open_columns(sheet, formats, [widths[field] for field in fields])
    _write_head(sheet, formats, head, sum(widths[field] for field in fields), len(fields))
    heading = formats.heading(font_size=_HEADING_POINTS)
    for place, field in enumerate(fields):
        sheet.write_string(_HEADER_ROW, place, captions[field], heading)
    sheet.set_row(_HEADER_ROW, max(lines_height(captions[field], widths[field], bold=True) for field in fields) + 6)
    _write_rows(table, formats, rows, widths)
    prepare_page(sheet, repeat=(_HEADER_ROW, _HEADER_ROW))
    sheet.freeze_panes(FIRST_ROW, 1)
    sheet.protect("", dict.fromkeys(_PERMISSIONS, True))
    return table


def _open_columns(sheet: Worksheet, formats: SheetFormats, widths: Sequence[float]) -> None:
    """Leave every cell under the heading open: a locked one in a row would forbid to sort or delete it."""
    formats.unlock_unwritten()
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width, formats.look(locked=False))


def _write_head(sheet: Worksheet, formats: SheetFormats, head: FormHead, width: float, columns: int) -> None:
    looks = (
        (head.title, formats.look(bold=True, font_size=14)),
        (head.place, formats.look(bold=True)),
        (head.note, formats.look(font_color=formats.palette.muted, text_wrap=True)),
    )
    for row, (text, look) in enumerate(looks):
        sheet.merge_range(row, 0, row, columns - 1, text, look)
    sheet.set_row(0, 22)
    sheet.set_row(2, lines_height(head.note, width) + 6)


def _write_rows(table: FormTable, formats: SheetFormats, rows: Sequence[object], widths: Mapping[str, float]) -> None:
    looks = {field: _look_of(field, formats) for field in table.fields}
    for number in range(FIRST_ROW, table.last + 1):
        place = number - FIRST_ROW
        row = rows[place] if place < len(rows) else None
        texts = []
        for column, field in enumerate(table.fields):
            value = getattr(row, field, None)
            _write_cell(table.sheet, number, column, value, looks[field])
            if isinstance(value, str):
                texts.append(lines_height(value, widths[field]) + 4)
        table.sheet.set_row(number, max([_ROW_POINTS, *texts]))


def _write_cell(sheet: Worksheet, row: int, column: int, value: object, look: Format) -> None:
    if value is None:
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, look)
    elif isinstance(value, int):
        sheet.write_number(row, column, value, look)
    else:
        sheet.write_string(row, column, cell_text(str(value)), look)


def _look_of(field: str, formats: SheetFormats) -> Format:
    if field in DATE_FIELDS:
        return formats.form_date()
    return formats.form_text() if field in TEXT_FIELDS else formats.form_count()

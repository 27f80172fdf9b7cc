"""The sheet «Как заполнять» of the monthly template: the rules in short and both tables filled in."""

from collections.abc import Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cmn_core.documents.monthly_form.form_table import DATE_FIELDS, TEXT_FIELDS
from cmn_core.documents.template_guide import monthly_guide, write_guide
from cmn_core.documents.xlsx_sheets import DATE_FORMAT, SheetFormats
from cmn_core.intake.annotation.wrapped_height import lines_height
from cmn_core.reference import Reference
from cmn_core.reference.layouts import Layout, monthly_captions
from cmn_core.reference.monthly_example import read_monthly_example

_COLUMNS = (34, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14)
"""Widths of the columns after the sentences' numbers."""
_SPANS = {"programme": 2, "mentoring_form": 2, "role_model": 2, "partner": 2}
"""Fields that need more than one of these columns."""


def write_monthly_guide(workbook: Workbook, formats: SheetFormats, reference: Reference) -> None:
    """Add the sheet with the sentences and the example under them."""
    sheet, row = write_guide(workbook, formats, monthly_guide(reference), columns=_COLUMNS)
    layout = reference.layouts.monthly
    captions = monthly_captions(layout, reference.limits.satisfaction_threshold)
    organisations, programmes = read_monthly_example()
    row = _write_example(sheet, formats, layout.organisations, captions.organisations, organisations, row + 1)
    _write_example(sheet, formats, layout.programmes, captions.programmes, programmes, row + 1)


def _write_example(
    sheet: Worksheet,
    formats: SheetFormats,
    layout: Layout,
    captions: Mapping[str, str],
    rows: Sequence[object],
    top: int,
) -> int:
    """Write one table of the example at row `top` and return the row under it."""
    title = f"Пример заполнения листа «{layout.sheet}»"
    sheet.write_string(top, 1, title, formats.look(bold=True, font_size=12))
    fields = [column.field for column in layout.columns]
    heading = formats.heading(font_size=10)
    _write_line(sheet, formats, top + 1, fields, captions, heading)
    for number, row in enumerate(rows, start=top + 2):
        _write_line(sheet, formats, number, fields, {field: getattr(row, field) for field in fields}, None)
    return top + 2 + len(rows)


def _write_line(
    sheet: Worksheet,
    formats: SheetFormats,
    row: int,
    fields: Sequence[str],
    values: Mapping[str, object],
    look: Format | None,
) -> None:
    column, height = 1, 18.0
    for field in fields:
        span, value = _SPANS.get(field, 1), values[field]
        width = sum(_COLUMNS[column - 1 : column - 1 + span])
        cell = look or _look_of(field, formats)
        if span > 1:
            sheet.merge_range(row, column, row, column + span - 1, None, cell)
        sheet.write(row, column, value, cell)
        height = max(height, lines_height(str(value or ""), width, bold=look is not None) + 4)
        column += span
    sheet.set_row(row, height)


def _look_of(field: str, formats: SheetFormats) -> Format:
    if field in TEXT_FIELDS:
        return formats.cell()
    return formats.cell(align="center", num_format=DATE_FORMAT if field in DATE_FIELDS else "0")

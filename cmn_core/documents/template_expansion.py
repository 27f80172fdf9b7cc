"""The expansion form as an empty workbook: pre-filled with organisations, ready to be filled in and sent back."""

from collections.abc import Sequence
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from cmn_core.documents.form_header import FORM_WIDTHS, expansion_title, set_form_widths, write_form_header
from cmn_core.documents.input_rules import form_rule, whole_number_rule
from cmn_core.documents.template_guide import expansion_guide, write_guide
from cmn_core.documents.template_marks import write_marks
from cmn_core.documents.xlsx_sheets import SheetFormats, cell_text, prepare_page, write_workbook
from cmn_core.intake.annotation.wrapped_height import lines_height
from cmn_core.intake.reading import ScopeCode
from cmn_core.period import Period
from cmn_core.reference import District, Reference

SPARE_ROWS = 40
"""Empty rows under the pre-filled organisations."""
_HEADER_TOP = 3
_COUNT_COLUMNS = (1, 3)
_FORM_COLUMN = 5


def write_expansion_template(
    reference: Reference,
    *,
    district: District | None,
    organisations: Sequence[str],
    scope: ScopeCode,
    dates: tuple[date, date],
    period: Period,
) -> bytes:
    """Write the expansion form of a municipality, or of the region, with both dates and the scope in its heading."""
    layout = reference.layouts.expansion

    def fill(workbook: Workbook, formats: SheetFormats) -> None:
        sheet = workbook.add_worksheet(layout.sheet)
        _write_heading(sheet, formats, expansion_title(reference, scope), district, reference)
        first = write_form_header(
            sheet, formats.heading(), reference.layouts, top=_HEADER_TOP, scope=scope, dates=dates
        )
        last = _write_rows(sheet, formats, organisations, first)
        _restrict_input(sheet, reference, first, last)
        prepare_page(sheet, repeat=(_HEADER_TOP, first - 1))
        sheet.freeze_panes(first, 1)
        write_guide(workbook, formats, expansion_guide(reference))
        write_marks(
            workbook,
            layout=layout.code,
            version=layout.version,
            oktmo=district.oktmo if district else None,
            period=str(period),
            scope=scope,
        )

    return write_workbook(reference.palette, fill)


def _write_heading(
    sheet: Worksheet, formats: SheetFormats, title: str, district: District | None, reference: Reference
) -> None:
    set_form_widths(sheet)
    look = formats.look(bold=True, font_size=13, text_wrap=True, align="center", valign="vcenter")
    sheet.merge_range(0, 0, 0, len(FORM_WIDTHS) - 1, title, look)
    sheet.set_row(0, lines_height(title, sum(FORM_WIDTHS) / 1.25, bold=True, points=19) + 4)
    place = district.name if district else reference.region.facts.name
    sheet.merge_range(1, 0, 1, len(FORM_WIDTHS) - 1, place, formats.look(align="center"))


def _write_rows(sheet: Worksheet, formats: SheetFormats, organisations: Sequence[str], first: int) -> int:
    """Write the organisations and the spare rows under them; return the last row."""
    text, count = formats.form_text(), formats.form_count()
    last = first + len(organisations) + SPARE_ROWS - 1
    for row in range(first, last + 1):
        for column in range(len(FORM_WIDTHS)):
            counted = _COUNT_COLUMNS[0] <= column <= _COUNT_COLUMNS[1]
            sheet.write_blank(row, column, None, count if counted else text)
    for row, name in enumerate(organisations, start=first):
        sheet.write_string(row, 0, cell_text(name), text)
        sheet.set_row(row, max(20.0, lines_height(name, FORM_WIDTHS[0]) + 4))
    for row in range(first + len(organisations), last + 1):
        sheet.set_row(row, 20)
    return last


def _restrict_input(sheet: Worksheet, reference: Reference, first: int, last: int) -> None:
    sheet.data_validation(first, _COUNT_COLUMNS[0], last, _COUNT_COLUMNS[1], whole_number_rule())
    sheet.data_validation(first, _FORM_COLUMN, last, _FORM_COLUMN, form_rule(reference.forms))

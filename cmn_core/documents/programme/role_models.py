"""The seed's table of forms and role models as a workbook: a row a role model, the form over its rows."""

from collections.abc import Iterable

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from cmn_core.documents.xlsx_sheets import DEMONSTRATION, SheetFormats, cell_text, prepare_page, write_workbook
from cmn_core.errors import CmnError
from cmn_core.intake.annotation.wrapped_height import lines_height
from cmn_core.programme.blocks import Block, FormRow, RoleModelTable
from cmn_core.reference import Palette

_SHEET = "Ролевые модели"
_WIDTHS = (30.0, 100.0)
_CAPTION, _HEADING = 0, 2
_CAPTION_POINTS = 14
_AIR = 4.0
_NO_TABLE = (
    "В программе нет ни одной формы наставничества, поэтому таблицы нет. Оставьте в программе хотя бы одну форму."
)


def write_role_models(blocks: Iterable[Block], palette: Palette, *, demonstration: bool = False) -> bytes:
    """Return a workbook with the table of a programme; raise CmnError where the programme has none."""
    table = next((block for block in blocks if isinstance(block, RoleModelTable)), None)
    if table is None:
        raise CmnError(_NO_TABLE)

    def fill(workbook: Workbook, formats: SheetFormats) -> None:
        sheet = workbook.add_worksheet(_SHEET)
        for column, (width, caption) in enumerate(zip(_WIDTHS, table.heading, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(_HEADING, column, cell_text(caption), formats.heading())
        _write_caption(sheet, formats, table.caption, demonstration)
        top = _HEADING + 1
        for row in table.rows:
            top = _write_form(sheet, formats, top, row)
        sheet.freeze_panes(_HEADING + 1, 1)
        prepare_page(sheet, repeat=(_HEADING, _HEADING), footer=DEMONSTRATION if demonstration else "")

    return write_workbook(palette, fill)


def _write_caption(sheet: Worksheet, formats: SheetFormats, caption: str, demonstration: bool) -> None:
    look = formats.look(bold=True, font_size=_CAPTION_POINTS, text_wrap=True, align="center", valign="vcenter")
    sheet.merge_range(_CAPTION, 0, _CAPTION, 1, cell_text(caption), look)
    fitting = sum(_WIDTHS) * 11 / _CAPTION_POINTS
    sheet.set_row(_CAPTION, lines_height(caption, fitting, bold=True, points=_CAPTION_POINTS * 1.4) + _AIR)
    if demonstration:
        sheet.write_string(_CAPTION + 1, 0, DEMONSTRATION, formats.look(bold=True, font_color=formats.palette.warning))


def _write_form(sheet: Worksheet, formats: SheetFormats, top: int, row: FormRow) -> int:
    """Write a form and its role models; return the row after them."""
    models = row.models or ("",)
    look = formats.cell(bold=True, valign="top", indent=1)
    # A cell over several rows prints whole however many there are; one tall row stops at 409 points.
    if len(models) > 1:
        sheet.merge_range(top, 0, top + len(models) - 1, 0, cell_text(row.form), look)
    else:
        sheet.write_string(top, 0, cell_text(row.form), look)
    form_height = lines_height(row.form, _WIDTHS[0] - 2, bold=True) + _AIR
    for place, model in enumerate(models):
        sheet.write_string(top + place, 1, cell_text(model), formats.cell(indent=1))
        height = max(lines_height(model, _WIDTHS[1] - 2) + _AIR, form_height / len(models))
        sheet.set_row(top + place, height)
    return top + len(models)

"""How a template is marked, so that it is known again when it comes back filled."""

from xlsxwriter import Workbook

from cmn_core.intake.marks import LAYOUT, MARKS_SHEET, OKTMO, PERIOD, SCOPE, VERSION


def write_marks(
    workbook: Workbook,
    *,
    layout: str,
    version: str,
    oktmo: str | None = None,
    period: str | None = None,
    scope: str | None = None,
) -> None:
    """Mark a workbook in its document properties and, for editors that drop them, on a hidden sheet."""
    given = {LAYOUT: layout, VERSION: version, OKTMO: oktmo, PERIOD: period, SCOPE: scope}
    sheet = workbook.add_worksheet(MARKS_SHEET)
    sheet.hide()
    text = workbook.add_format({"num_format": "@"})
    for row, (key, value) in enumerate((key, value) for key, value in given.items() if value):
        workbook.set_custom_property(key, value, "text")
        sheet.write_string(row, 0, key, text)
        sheet.write_string(row, 1, value, text)

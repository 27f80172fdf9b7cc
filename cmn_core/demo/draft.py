"""The workbooks that wait beside the demonstration database: a month's reports with typical mistakes, and mended."""

from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from cmn_core.demo.form_sheets import FIELDS, row_cells
from cmn_core.demo.form_workbooks import FIRST_ROW, fill_row, save_workbook
from cmn_core.demo.forms_of_month import DemoForm
from cmn_core.demo.plan import Draft, ExpansionDraft, MonthlyDraft
from cmn_core.documents.monthly_form.form_table import FIRST_ROW as FIRST_MONTHLY_ROW
from cmn_core.reference import Reference


def draft_paths(folder: Path, draft: Draft, reference: Reference) -> tuple[Path, Path]:
    """Return where the faulty and the mended workbook lie in a folder."""
    name = reference.region.district(draft.oktmo).short
    return folder / draft.faulty.format(name=name), folder / draft.mended.format(name=name)


def write_drafts(paths: tuple[Path, Path], faulty: bytes, mended: bytes) -> None:
    """Write the faulty and the mended workbook."""
    for path, content in zip(paths, (faulty, mended), strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def spoil_workbook(content: bytes, form: DemoForm, draft: ExpansionDraft, reference: Reference) -> bytes:
    """Put the draft's mistakes into a filled expansion form."""
    workbook = load_workbook(BytesIO(content))
    sheet = workbook[reference.layouts.expansion.sheet]
    organisations = [number for number, row in enumerate(form.rows, start=FIRST_ROW) if row.organisation]
    for fault in draft.fault:
        cell = sheet.cell(organisations[fault.organisation - 1], FIELDS.index(fault.field) + 1)
        cell.value = None if fault.value == "" else fault.value
    total = FIRST_ROW + len(form.rows)
    total_cells = [cell.value for cell in sheet[total]][: len(FIELDS)]
    repeated = form.rows[organisations[draft.repeated_organisation - 1] - FIRST_ROW]
    fill_row(sheet, total, row_cells(repeated))
    fill_row(sheet, total + 1, total_cells)
    return save_workbook(workbook)


def spoil_monthly_workbook(content: bytes, draft: MonthlyDraft, reference: Reference) -> bytes:
    """Put the draft's mistakes into a filled monthly form."""
    workbook = load_workbook(BytesIO(content))
    layout = reference.layouts.monthly
    parts = {"organisations": layout.organisations, "programmes": layout.programmes}
    for fault in draft.fault:
        part = parts[fault.table]
        fields = [column.field for column in part.columns]
        cell = workbook[part.sheet].cell(FIRST_MONTHLY_ROW + fault.row, fields.index(fault.field) + 1)
        cell.value = None if fault.value == "" else fault.value
    return save_workbook(workbook)

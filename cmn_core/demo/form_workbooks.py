"""Demonstration reports as real workbooks: the product's own template, filled in as a person would."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cmn_core.demo.form_sheets import row_cells
from cmn_core.demo.forms_of_month import DemoForm, FormRow
from cmn_core.documents.template_expansion import write_expansion_template
from cmn_core.intake.cells.grid import CellValue
from cmn_core.reference import Reference

FIRST_ROW = 6
"""The template's first row of data."""
_MERGED_COLUMNS = (1, 2, 3, 4)
_TOTAL = "ИТОГО"


def write_form_workbook(form: DemoForm, reference: Reference, *, merged: bool = False) -> bytes:
    """Fill the template with a form's rows and a total.

    `merged`: an organisation and its counts are merged over its programmes, as many senders do.
    """
    template = write_expansion_template(
        reference,
        district=None if form.sender is None else reference.region.district(form.sender),
        organisations=(),
        scope=form.scope,
        dates=form.dates,
        period=form.period,
    )
    workbook = load_workbook(BytesIO(template))
    sheet = workbook[reference.layouts.expansion.sheet]
    for number, row in enumerate(form.rows, start=FIRST_ROW):
        fill_row(sheet, number, row_cells(row))
    if merged:
        _merge_programmes(sheet, form.rows)
    fill_row(sheet, FIRST_ROW + len(form.rows), _total(form.rows))
    return save_workbook(workbook)


def fill_row(sheet: Worksheet, number: int, cells: Sequence[CellValue]) -> None:
    """Write the cells of one row that hold something."""
    for column, value in enumerate(cells, start=1):
        if value is not None:
            sheet.cell(number, column, value)


def save_workbook(workbook: Workbook) -> bytes:
    """Return a workbook's bytes."""
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _merge_programmes(sheet: Worksheet, rows: Sequence[FormRow]) -> None:
    first = 0
    for place in range(1, len(rows) + 1):
        if place < len(rows) and rows[place].organisation is None:
            continue
        if place - first > 1:
            for column in _MERGED_COLUMNS:
                sheet.merge_cells(
                    start_row=FIRST_ROW + first,
                    end_row=FIRST_ROW + place - 1,
                    start_column=column,
                    end_column=column,
                )
        first = place


def _total(rows: Sequence[FormRow]) -> list[CellValue]:
    counts = [row.counts for row in rows if row.counts]
    return [
        _TOTAL,
        sum(item.involved_before for item in counts),
        sum(item.added_mentors for item in counts),
        sum(item.added_mentees for item in counts),
    ]

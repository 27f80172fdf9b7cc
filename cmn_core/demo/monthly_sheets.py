"""Demonstration monthly forms as cells, as a plain workbook that says the same, and as the filled template."""

from collections.abc import Mapping
from datetime import date, datetime, time
from io import BytesIO

from openpyxl import load_workbook
from xlsxwriter import Workbook

from cmn_core.demo.form_sheets import Cells
from cmn_core.demo.form_workbooks import fill_row, save_workbook
from cmn_core.demo.monthly_forms import DemoMonthlyForm
from cmn_core.documents.monthly_form.form_table import FIRST_ROW
from cmn_core.documents.monthly_form.prefilled import Prefilled, PrefilledOrganisation, PrefilledProgramme
from cmn_core.documents.template_monthly import monthly_title, write_monthly_template
from cmn_core.documents.xlsx_sheets import DATE_FORMAT
from cmn_core.intake.cells.grid import Grid, Sheet
from cmn_core.reference import Reference
from cmn_core.reference.layouts import monthly_captions


def lay_monthly_form(form: DemoMonthlyForm, reference: Reference) -> dict[str, Cells]:
    """Lay a form's tables under title and captions, by sheet."""
    layout = reference.layouts.monthly
    captions = monthly_captions(layout, reference.limits.satisfaction_threshold)
    heading: Cells = [
        [monthly_title(reference, form.period)], [reference.region.district(form.sender).name], [],
    ]  # fmt: skip
    rows = lay_rows(form, reference)
    return {
        part.sheet: [*heading, list(printed.values()), *rows[part.sheet]]
        for part, printed in (
            (layout.organisations, captions.organisations),
            (layout.programmes, captions.programmes),
        )
    }


def lay_rows(form: DemoMonthlyForm, reference: Reference) -> dict[str, Cells]:
    """Lay the rows of data alone, by sheet."""
    layout = reference.layouts.monthly
    counts = [column.field for column in layout.organisations.columns[2:]]
    people: Cells = [
        [item.name, reference.kinds.kind_label(item.kind), *(getattr(counted, name) for name in counts)]
        for item, counted in form.people
    ]
    programmes: Cells = [
        [
            item.name, counted.practice.title, counted.practice.written_form, counted.practice.role_model,
            counted.mentors, counted.mentees, counted.mentees_10_19, counted.practice.partner,
            counted.practice.start_date,
        ]
        for item, counted in form.practices
    ]  # fmt: skip
    return {layout.organisations.sheet: people, layout.programmes.sheet: programmes}


def as_monthly_grid(sheets: Mapping[str, Cells]) -> Grid:
    """Return cells as the reader of a workbook would."""
    return Grid("xlsx", [Sheet(name, cells) for name, cells in sheets.items()])


def write_plain_workbook(sheets: Mapping[str, Cells], day: date) -> bytes:
    """Write cells without any look; the same bytes at every call, for the file says that it was made that day."""
    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        workbook.set_properties({"created": datetime.combine(day, time())})
        dated = workbook.add_format({"num_format": DATE_FORMAT})
        for name, cells in sheets.items():
            sheet = workbook.add_worksheet(name)
            sheet.set_column(0, 0, 50)
            for row, values in enumerate(cells):
                for column, value in enumerate(values):
                    if isinstance(value, date):
                        sheet.write_datetime(row, column, value, dated)
                    elif value is not None:
                        sheet.write(row, column, value)
    return buffer.getvalue()


def write_monthly_workbook(form: DemoMonthlyForm, reference: Reference) -> bytes:
    """Fill the product's own template in, as a municipality does."""
    template = write_monthly_template(
        reference,
        period=form.period,
        district=reference.region.district(form.sender),
        prefilled=_as_prefilled(form, reference),
    )
    workbook = load_workbook(BytesIO(template))
    for name, cells in lay_rows(form, reference).items():
        for number, values in enumerate(cells, start=FIRST_ROW + 1):
            fill_row(workbook[name], number, values)
    return save_workbook(workbook)


def _as_prefilled(form: DemoMonthlyForm, reference: Reference) -> Prefilled:
    return Prefilled(
        tuple(PrefilledOrganisation(item.name, reference.kinds.kind_label(item.kind)) for item, _ in form.people),
        tuple(
            PrefilledProgramme(
                item.name,
                counted.practice.title,
                counted.practice.written_form,
                counted.practice.role_model,
                counted.practice.partner,
                counted.practice.start_date,
            )
            for item, counted in form.practices
        ),
    )

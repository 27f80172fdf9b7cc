"""What the annotation's tests share: problems by place, and the parts of an annotated copy."""

from io import BytesIO

from openpyxl import load_workbook

from cmn_core.intake.annotation.annotate import annotate_workbook
from cmn_core.intake.marks import CORRECTIONS_SHEET
from cmn_core.intake.read_report import read_report
from cmn_core.reference import shipped_reference

REFERENCE = shipped_reference()


def annotate(content, name):
    """Return the annotated copy's bytes."""
    return annotate_workbook(content, read_report(content, name), REFERENCE)


def places(content, name):
    """Return code, sheet and cell of every problem of a file."""
    return [(problem.code, problem.sheet, problem.cell) for problem in read_report(content, name).problems]


def opened(copy, **options):
    """Load an annotated copy."""
    return load_workbook(BytesIO(copy), **options)


def listed(copy):
    """Return the rows of the sheet «Что исправить» as (severity, sheet, cell, value, message, remedy)."""
    sheet = opened(copy)[CORRECTIONS_SHEET]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    top = next(number for number, row in enumerate(rows) if row[0] == "№")
    return [tuple(row[1:7]) for row in rows[top + 1 :]]

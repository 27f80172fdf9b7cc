"""The monthly template filled in as its example comes back without a problem, also saved by another office."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from cmn_core.documents.monthly_form.form_table import FIRST_ROW
from cmn_core.documents.monthly_form.prefilled import Prefilled, PrefilledOrganisation
from cmn_core.documents.template_monthly import write_monthly_template
from cmn_core.intake.read_report import read_report
from cmn_core.period import Period
from cmn_core.reference import shipped_reference
from cmn_core.reference.monthly_example import read_monthly_example
from tests.documents.office import convert, needs_office

REFERENCE = shipped_reference()
LAYOUT = REFERENCE.layouts.monthly
ORGANISATIONS, PROGRAMMES = read_monthly_example()
PREFILLED = Prefilled(tuple(PrefilledOrganisation(row.organisation, row.kind) for row in ORGANISATIONS))


def template(district="Тарский", prefilled=PREFILLED):
    return write_monthly_template(
        REFERENCE,
        period=Period(2020, 11),
        district=REFERENCE.region.find_district(district) if district else None,
        prefilled=prefilled,
    )


def fill(content, organisations=ORGANISATIONS, programmes=PROGRAMMES, below=0):
    """Type the example's rows; `below`: how many rows under the table's beginning."""
    workbook = load_workbook(BytesIO(content))
    for part, rows in ((LAYOUT.organisations, organisations), (LAYOUT.programmes, programmes)):
        for number, row in enumerate(rows, start=FIRST_ROW + 1 + below):
            for column, field in enumerate((column.field for column in part.columns), start=1):
                workbook[part.sheet].cell(number, column).value = getattr(row, field)
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def stated(rows, example):
    """Return what was read in the example's fields; a kind is read as its code."""
    fields = [field for field in type(example[0]).model_fields if field != "kind"]
    return [tuple(getattr(row, field) for field in fields) for row in rows]


def check(reading):
    assert reading.problems == ()
    assert (reading.layout, reading.scope, reading.district) == ("monthly", "all", "52654000")
    assert (reading.period, reading.as_of) == (Period(2020, 11), date(2020, 12, 1))
    assert reading.satisfaction_threshold == REFERENCE.limits.satisfaction_threshold
    assert stated(reading.organisations, ORGANISATIONS) == stated(ORGANISATIONS, ORGANISATIONS)
    assert [row.kind for row in reading.organisations] == ["school", "supplementary", "school"]
    assert stated(reading.programmes, PROGRAMMES) == stated(PROGRAMMES, PROGRAMMES)
    assert all(row.role_model_label for row in reading.programmes)


def test_the_example_typed_in_has_no_problem():
    reading = read_report(fill(template()), "Тарский.xlsx")
    check(reading)
    assert reading.from_template


def test_what_is_pasted_far_below_the_drawn_rows_is_read_all_the_same():
    check(read_report(fill(template(prefilled=None), below=700), "Тарский.xlsx"))


def test_an_unfilled_template_asks_for_every_number():
    reading = read_report(template(), "a.xlsx")
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    assert {problem.code for problem in errors} == {"missing_count"}
    counts = len(LAYOUT.organisations.columns) - 2
    assert len(errors) == counts * len(ORGANISATIONS)


def test_the_example_on_the_guide_is_no_data():
    assert read_report(template(prefilled=None), "a.xlsx").names == ()


def test_a_template_without_a_municipality_comes_back_without_one():
    reading = read_report(fill(template(None)), "a.xlsx")
    assert (reading.district, reading.problems) == (None, ())


@pytest.mark.office
@needs_office
@pytest.mark.parametrize("extension", ["xlsx", "ods", "xls"])
def test_it_survives_libreoffice(extension, tmp_path):
    saved = convert(fill(template()), "Тарский.xlsx", extension, tmp_path)
    reading = read_report(saved, f"Тарский.{extension}")
    check(reading)
    assert reading.from_template

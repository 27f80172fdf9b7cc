"""A template filled in as asked comes back without a problem, also after another office has saved it."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from cmn_core.documents.template_expansion import write_expansion_template
from cmn_core.documents.template_population import write_population_template
from cmn_core.intake.read_report import read_report
from cmn_core.period import Period
from cmn_core.reference import shipped_reference
from tests.documents.office import convert, needs_office

REFERENCE = shipped_reference()
DATES = (date(2020, 10, 1), date(2020, 11, 23))
NAMES = ("МБОУ «Тарская гимназия № 1»", "МБОУ «Тарская СОШ № 2»", "МБУ ДО «Тарский центр творчества»")
FILLED = (
    (64, 12, 31, "Вместе к успеху", "Ученик – ученик"),
    (40, 5, 18, "Равный равному", "Учитель – учитель"),
    (118, 0, 60, "Наставник рядом", "Студент – ученик"),
)
FORMATS = ("xlsx", "ods", "xls", "csv")


def expansion(scope="municipal", district="Тарский"):
    """Return the template as handed out."""
    return write_expansion_template(
        REFERENCE,
        district=REFERENCE.region.find_district(district) if district else None,
        organisations=NAMES,
        scope=scope,
        dates=DATES,
        period=Period(2020, 11),
    )


def fill(content, rows, first, column):
    """Type values into a template's first sheet."""
    workbook = load_workbook(BytesIO(content))
    for row, values in enumerate(rows, start=first):
        for place, value in enumerate(values, start=column):
            workbook.worksheets[0].cell(row, place).value = value
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def check_expansion(reading):
    assert reading.problems == ()
    assert (reading.layout, reading.scope, reading.district) == ("expansion", "municipal", "52654000")
    assert (reading.period, reading.as_of, reading.dates) == (Period(2020, 11), DATES[1], DATES)
    read = [
        (row.organisation, row.involved_before, row.added_mentors, row.added_mentees, row.programme, row.mentoring_form)
        for row in reading.rows
    ]
    assert read == [(name, *values) for name, values in zip(NAMES, FILLED, strict=True)]


def test_filled_expansion_form_has_no_problem():
    reading = read_report(fill(expansion(), FILLED, 6, 2), "Тарский.xlsx")
    check_expansion(reading)
    assert reading.from_template


@pytest.mark.parametrize("scope", ["state", "municipal", "all"])
def test_scope_comes_back(scope):
    reading = read_report(fill(expansion(scope), FILLED, 6, 2), "a.xlsx")
    assert (reading.scope, reading.problems) == (scope, ())


def test_regions_own_form_comes_back_without_a_municipality():
    reading = read_report(fill(expansion("state", None), FILLED, 6, 2), "a.xlsx")
    assert (reading.scope, reading.district, reading.problems) == ("state", None, ())


def test_second_programme_in_a_row_without_counts_continues_the_organisation():
    rows = [FILLED[0], (None, None, None, "Ещё одна", "Ученик – ученик")]
    content = fill(expansion(), rows, 6, 2)
    content = fill(content, [(None,), ("МБОУ «Тарская СОШ № 2»",)], 7, 1)
    content = fill(content, [FILLED[1]], 8, 2)
    reading = read_report(content, "a.xlsx")
    assert [problem.code for problem in reading.problems] == ["continued_row"]
    assert [row.organisation for row in reading.rows] == [NAMES[0], NAMES[0], NAMES[1]]


def test_unfilled_template_asks_for_every_count():
    reading = read_report(expansion(), "a.xlsx")
    assert {problem.code for problem in reading.problems if problem.severity == "error"} == {"missing_count"}


@pytest.mark.office
@needs_office
@pytest.mark.parametrize("extension", FORMATS)
def test_expansion_form_survives_libreoffice(extension, tmp_path):
    saved = convert(fill(expansion(), FILLED, 6, 2), "Тарский.xlsx", extension, tmp_path)
    reading = read_report(saved, f"Тарский.{extension}")
    check_expansion(reading)
    assert reading.from_template == (extension != "csv")


def population():
    """Return «Численность» with two municipalities filled in."""
    rows = [(3100, 1500, 40, 12, "Росстат"), (2900, None, None, None, "Росстат")]
    return fill(write_population_template(REFERENCE, year=2020), rows, 4, 4)


def check_population(reading):
    assert (reading.layout, reading.problems) == ("population", ())
    read = [(row.district, row.year, row.group, row.value, row.source) for row in reading.population]
    assert read == [
        ("52601000", 2020, "children_10_19", 3100, "Росстат"),
        ("52601000", 2020, "youth_15_19", 1500, "Росстат"),
        ("52601000", 2020, "young_teachers", 40, "Росстат"),
        ("52601000", 2020, "enterprises", 12, "Росстат"),
        ("52603000", 2020, "children_10_19", 2900, "Росстат"),
    ]


def test_filled_population_has_no_problem():
    check_population(read_report(population(), "Численность.xlsx"))


@pytest.mark.office
@needs_office
@pytest.mark.parametrize("extension", FORMATS)
def test_population_survives_libreoffice(extension, tmp_path):
    saved = convert(population(), "Численность.xlsx", extension, tmp_path)
    check_population(read_report(saved, f"Численность.{extension}"))

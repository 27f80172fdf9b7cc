"""A monthly form beside last month's: each cumulative count that fell or jumped at its cell, a copied month."""

from dataclasses import dataclass

import pytest

from cmn_core.intake.cells.grid import CellValue
from cmn_core.intake.comparison import compare_reports
from cmn_core.intake.counting import count_reading
from cmn_core.intake.monthly_growth import check_last_monthly, compare_months
from cmn_core.intake.people_counts import PeopleCounts
from cmn_core.intake.problems import Problem
from cmn_core.intake.reading import Reading
from cmn_core.period import Period
from cmn_core.reference import shipped_reference
from tests.intake.monthly_sheets import CENTRE, MONTHLY, PROGRAMME, SCHOOL, A, B, at, read_month

Row = dict[str, CellValue]


@dataclass
class Earlier:
    organisation_id: int
    name: str
    people: PeopleCounts
    programmes: int


@dataclass
class EarlierProgramme:
    organisation_id: int
    programme: str | None
    form_code: str
    mentors: int | None
    mentees: int | None
    mentees_10_19: int | None


OCTOBER = count_reading(read_month([SCHOOL, CENTRE]))
IDS: dict[str, int | None] = {counts.key: number for number, counts in enumerate(OCTOBER, 1)}
FACTS = [Earlier(number, counts.name, counts.people, counts.programmes) for number, counts in enumerate(OCTOBER, 1)]
PROGRAMMES = [EarlierProgramme(1, "ВЕКТОР", "pupil_pupil", 14, 40, 38)]


def compare(reading: Reading) -> tuple[Problem, ...]:
    counted = count_reading(reading)
    months = compare_months(compare_reports(counted, IDS, FACTS), counted, IDS, PROGRAMMES)
    return check_last_monthly(months, reading, Period(2020, 10), shipped_reference())


def told(problems: tuple[Problem, ...]) -> list[tuple[str | None, str | None, str]]:
    return [(item.sheet, item.cell, item.code) for item in problems]


@pytest.mark.parametrize(
    ("field", "now", "code"),
    [
        ("involved", 44, "fell_since_last_month"),
        ("mentees", 34, "fell_since_last_month"),
        ("mentors_15_19", 6, "fell_since_last_month"),
        ("surveyed_mentees", 19, "fell_since_last_month"),
        ("satisfied_mentors", 8, "fell_since_last_month"),
        ("surveyed_mentees", 40, None),  # 100 %, but only 20 people
        ("young_mentees", 24, "jumped_since_last_month"),
        ("mentors", 33, "jumped_since_last_month"),
        ("pupils_10_19", 250, None),  # a contingent is no cumulative count
        ("young_teachers", 3, None),
    ],
)
def test_count_of_an_organisation(field: str, now: int, code: str | None) -> None:
    found = compare(read_month([{**SCHOOL, "young_teachers": 30, field: now}, {**CENTRE, "young_teachers": 1}]))
    assert told(found) == ([("Организации", at(field), code)] if code else [])
    for problem in found:
        column = MONTHLY.organisations.column(field).short
        was = f"«{A}, столбец «{column}»: {now}, а в отчёте за октябрь 2020 было {SCHOOL[field]}."
        assert problem.message == was


@pytest.mark.parametrize(
    ("field", "now", "code"),
    [("mentors", 13, "fell_since_last_month"), ("mentees", 61, "jumped_since_last_month"), ("mentees", 60, None)],
)
def test_count_of_a_programme(field: str, now: int, code: str | None) -> None:
    grown: Row = {**PROGRAMME, "start_date": None, field: now}
    found = compare(read_month([SCHOOL, CENTRE], [grown]))
    assert told(found) == ([("Программы", at(field, layout=MONTHLY.programmes), code)] if code else [])
    for problem in found:
        assert f"«{A}, программа «Вектор», столбец «{MONTHLY.programmes.column(field).short}»: {now}" in problem.message


def test_a_count_with_an_error_of_its_own_is_not_compared() -> None:
    found = compare(read_month([{**SCHOOL, "surveyed_mentors": "десять"}, CENTRE]))
    assert told(found) == []


def test_an_organisation_that_is_gone_is_told_once_without_a_cell() -> None:
    found = compare(read_month([CENTRE], []))
    (problem,) = found
    assert (problem.cell, problem.code) == (None, "fell_since_last_month")
    assert problem.message == f"«{A} в этом отчёте нет, а в отчёте за октябрь 2020 было вовлечено 45."


def test_a_copied_month_is_one_warning() -> None:
    assert told(compare(read_month([CENTRE, SCHOOL]))) == [(None, None, "copied_last_month")]


@pytest.mark.parametrize(
    ("organisations", "programmes"),
    [
        ([SCHOOL, {**CENTRE, "pupils_10_19": 81}], [PROGRAMME]),
        ([SCHOOL, CENTRE], [{**PROGRAMME, "mentees": 41}]),
        ([SCHOOL, CENTRE], [{**PROGRAMME, "mentees_10_19": 39}]),
        ([SCHOOL, CENTRE], [{**PROGRAMME, "mentors": 7}, {**PROGRAMME, "programme": "Шаг", "mentors": 7}]),
        (
            [SCHOOL, CENTRE],
            [PROGRAMME, {**PROGRAMME, "organisation": B, "mentors": 0, "mentees": 0, "mentees_10_19": 0}],
        ),
    ],
)
def test_any_other_number_makes_it_no_copy(organisations: list[Row], programmes: list[Row]) -> None:
    assert "copied_last_month" not in {code for _, _, code in told(compare(read_month(organisations, programmes)))}

"""Read the monthly workbook: people by organisations on one sheet, participations in programmes on another."""

from datetime import date

from cmn_core.intake.counting import monthly_totals
from cmn_core.intake.cross_checks import MonthlyTables, check_agreement
from cmn_core.intake.found_tables import FoundTable
from cmn_core.intake.monthly_dates import find_stated_day, find_stated_month, read_threshold
from cmn_core.intake.monthly_organisations import parse_organisations
from cmn_core.intake.monthly_programmes import parse_programmes
from cmn_core.intake.monthly_repeats import check_repeated_organisations, check_repeated_programmes
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.intake.reading import MonthlyOrganisation, MonthlyProgramme, Reading
from cmn_core.intake.sheet_problems import ambiguous_sheet, in_order
from cmn_core.intake.stated_key import marked_period, stated_district
from cmn_core.period import Period, period_of
from cmn_core.reference import Reference


def read_monthly(
    organisations: list[FoundTable],
    programmes: list[FoundTable],
    marks: dict[str, str],
    asked: Period | None,
    reference: Reference,
) -> Reading:
    """Return all that both tables say, and all that is wrong with them; `asked` stands in for a month not stated."""
    problems: list[Problem] = []
    stated: list[MonthlyOrganisation] = []
    practised: list[MonthlyProgramme] = []
    for table in organisations:
        rows, faults = parse_organisations(table, reference)
        stated += rows
        problems += faults
    for table in programmes:
        found, faults = parse_programmes(table, reference)
        practised += found
        problems += faults
    sheets = tuple(table.as_read() for table in (*organisations, *programmes))
    problems += check_repeated_organisations(stated, reference)
    problems += check_repeated_programmes(practised, reference)
    faulty = frozenset((item.sheet, item.cell) for item in problems if item.severity == "error")
    problems += check_agreement(MonthlyTables(stated, practised, sheets, faulty), reference)
    if not stated:
        sheet = organisations[0].sheet.name
        problems.append(make_problem(reference.problem_texts, "empty_form", sheet=sheet))
    tables = [*organisations, *programmes]
    for several in (organisations, programmes):
        if len(several) > 1:
            problems.insert(0, ambiguous_sheet(several, reference))
    day = find_stated_day(tables)
    period = marked_period(marks) or (period_of(day) if day else find_stated_month(tables))
    return Reading(
        file="",
        layout="monthly",
        scope="all",
        district=stated_district(tables, marks, reference),
        period=period or asked,
        as_of=_as_of(period, day),
        dates=(day,) if day else (),
        organisations=tuple(stated),
        programmes=tuple(practised),
        satisfaction_threshold=read_threshold(organisations, reference),
        problems=tuple(in_order(problems, tables)),
        totals=monthly_totals(stated, practised),
        sheets=sheets,
    )


def _as_of(period: Period | None, day: date | None) -> date | None:
    """Return the stated date where it lies in the month, else the day the month closes on."""
    if period is None:
        return None
    return day if day and period_of(day) == period else period.closing_date

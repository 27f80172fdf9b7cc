"""From a file's bytes to a reading: which layout it is, what it says, and all that is wrong with it."""

import hashlib
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from cmn_core.intake.cells.grid import Grid, UnreadableFile
from cmn_core.intake.cells.open_grid import open_grid
from cmn_core.intake.counting import compute_totals
from cmn_core.intake.expansion import parse_expansion_sheet
from cmn_core.intake.found_tables import FoundTable, find_monthly_tables, find_tables
from cmn_core.intake.heading_dates import as_of_date, find_dates
from cmn_core.intake.heading_words import find_scope
from cmn_core.intake.marks import LAYOUT, SCOPE, VERSION, find_marks, is_service_sheet
from cmn_core.intake.monthly import read_monthly
from cmn_core.intake.population import Seen, parse_population_sheet
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.intake.reading import Reading, ScopeCode
from cmn_core.intake.same_organisation import check_same_organisation
from cmn_core.intake.sheet_problems import ambiguous_sheet, in_order
from cmn_core.intake.stated_key import marked_period, stated_district
from cmn_core.intake.wrong_form import wrong_form
from cmn_core.period import Period, period_of
from cmn_core.reference import Reference, shipped_reference
from cmn_core.reference.indicators import LAYOUT_CODES
from cmn_core.wording import format_period

_SCOPES: dict[str | None, ScopeCode] = {"municipal": "municipal", "state": "state", "all": "all"}


@dataclass(frozen=True, slots=True)
class Expectation:
    """What the person asked for; a file that tells otherwise is told so."""

    district: str | None = None
    period: Period | None = None
    left_out_sheets: frozenset[str] = frozenset()


def read_report(
    content: bytes, file_name: str, expected: Expectation | None = None, reference: Reference | None = None
) -> Reading:
    """Read a workbook of any kind; whatever is wrong with it comes back as problems, never as an exception."""
    started = time.perf_counter()
    reference = reference or shipped_reference()
    expected = expected or Expectation()
    try:
        reading = read_grid(open_grid(content, file_name), expected, reference)
    except UnreadableFile as fault:
        reading = _unread(make_problem(reference.problem_texts, fault.code, **fault.details))
    return replace(
        reading,
        file=file_name,
        sha256=hashlib.sha256(content).hexdigest(),
        seconds=round(time.perf_counter() - started, 3),
    )


def read_grid(grid: Grid, expected: Expectation, reference: Reference) -> Reading:
    """Read a grid: recognise its layout, parse its sheets, check it against what was asked."""
    marks = find_marks(grid)
    visible = [sheet for sheet in grid.sheets if not sheet.hidden and not is_service_sheet(sheet.name)]
    visible = [sheet for sheet in visible if sheet.name not in expected.left_out_sheets]
    file_problems = list(_check_file(grid, reference))
    # The captions of both monthly tables beside each other hold those of the expansion form.
    if all(monthly := find_monthly_tables(visible, reference.layouts.monthly)):
        reading = read_monthly(*monthly, marks, expected.period, reference)
    elif found := find_tables(visible, reference.layouts.expansion):
        reading = _read_expansion(found, marks, expected, reference)
    elif found := find_tables(visible, reference.layouts.population):
        reading = _read_population(found, reference)
    else:
        reading = _unread(wrong_form(visible, reference))
    problems = [*file_problems, *reading.problems]
    problems += _check_version(marks, reference)
    problems += _check_expected(reading, expected, reference)
    return replace(reading, problems=tuple(problems), from_template=LAYOUT in marks)


def _read_expansion(
    found: list[FoundTable], marks: dict[str, str], expected: Expectation, reference: Reference
) -> Reading:
    parsed = [parse_expansion_sheet(table.sheet, table.heading, reference) for table in found]
    rows, repeats = check_same_organisation([row for rows, _ in parsed for row in rows], reference)
    problems = [problem for _, problems in parsed for problem in problems] + repeats
    if not rows:
        problems.append(make_problem(reference.problem_texts, "empty_form", sheet=found[0].sheet.name))
    if len(found) > 1:
        problems.insert(0, ambiguous_sheet(found, reference))
    dates, as_of = _read_dates(found)
    period = period_of(as_of) if as_of else marked_period(marks)
    as_of = as_of or (period.closing_date if period else None)
    return Reading(
        file="",
        layout="expansion",
        scope=_read_scope(found, marks),
        district=stated_district(found, marks, reference),
        period=period or expected.period,
        as_of=as_of,
        dates=dates,
        rows=tuple(rows),
        problems=tuple(in_order(problems, found)),
        totals=compute_totals(rows),
        sheets=tuple(table.as_read() for table in found),
    )


def _read_population(found: list[FoundTable], reference: Reference) -> Reading:
    seen: Seen = {}
    parsed = [parse_population_sheet(table.sheet, table.heading, reference, seen) for table in found]
    rows = [row for rows, _ in parsed for row in rows]
    problems = [problem for _, problems in parsed for problem in problems]
    if not rows and not problems:
        problems.append(make_problem(reference.problem_texts, "empty_form", sheet=found[0].sheet.name))
    if len(found) > 1:
        problems.insert(0, ambiguous_sheet(found, reference))
    return Reading(
        file="",
        layout="population",
        scope=None,
        district=None,
        period=None,
        as_of=None,
        dates=(),
        population=tuple(rows),
        problems=tuple(in_order(problems, found)),
        sheets=tuple(table.as_read() for table in found),
    )


def _read_dates(found: list[FoundTable]) -> tuple[tuple[date, ...], date | None]:
    """Take the dates of the first sheet that states them."""
    for table in found:
        dates = find_dates(table.sheet, table.heading)
        if dates:
            return dates, as_of_date(dates, table.heading)
    return (), None


def _read_scope(found: list[FoundTable], marks: dict[str, str]) -> ScopeCode:
    """Take the template's mark, else the headings' words; sheets of both kinds make `all`."""
    marked = marks.get(SCOPE)
    if marked in _SCOPES:
        return _SCOPES[marked]
    scopes = {find_scope(table.sheet, table.heading) for table in found}
    return scopes.pop() if len(scopes) == 1 else "all"


def _check_file(grid: Grid, reference: Reference) -> Iterable[Problem]:
    """Report hidden sheets and macros."""
    texts = reference.problem_texts
    for sheet in grid.sheets:
        if sheet.hidden and not is_service_sheet(sheet.name):
            yield make_problem(texts, "hidden_sheet", sheet=sheet.name, value=sheet.name)
    if grid.has_macros:
        yield make_problem(texts, "macros_ignored")


def _check_version(marks: dict[str, str], reference: Reference) -> Iterable[Problem]:
    """Report a template of another version than the one that is handed out now."""
    marked = marks.get(LAYOUT, "")
    current = reference.layouts.version(marked) if marked in LAYOUT_CODES else None
    stated = marks.get(VERSION)
    if current and stated and stated != current:
        yield make_problem(reference.problem_texts, "old_template", value=stated, found=stated, expected=current)


def _check_expected(reading: Reading, expected: Expectation, reference: Reference) -> Iterable[Problem]:
    """Report a municipality or a period other than the asked one."""
    if expected.district and reading.district and reading.district != expected.district:
        found, asked = (reference.region.district(oktmo).short for oktmo in (reading.district, expected.district))
        yield make_problem(reference.problem_texts, "wrong_district", value=found, found=found, expected=asked)
    if expected.period and reading.period and reading.period != expected.period:
        stated, asked = format_period(reading.period), format_period(expected.period)
        yield make_problem(reference.problem_texts, "period_mismatch", value=stated, found=stated, expected=asked)


def _unread(problem: Problem) -> Reading:
    return Reading(
        file="", layout=None, scope=None, district=None, period=None, as_of=None, dates=(), problems=(problem,)
    )

"""From a file's bytes to a reading: which layout it is, what it says, and all that is wrong with it."""

import hashlib
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cmn_core.errors import UsageError
from cmn_core.intake.cells.grid import Grid, Sheet, UnreadableFile, cell_address
from cmn_core.intake.cells.open_grid import open_grid
from cmn_core.intake.counting import compute_totals
from cmn_core.intake.expansion import parse_expansion_sheet
from cmn_core.intake.heading_dates import as_of_date, find_dates
from cmn_core.intake.heading_words import find_district, find_scope
from cmn_core.intake.headings import Heading, find_candidate, find_heading
from cmn_core.intake.marks import LAYOUT, OKTMO, PERIOD, SCOPE, VERSION, find_marks, is_service_sheet
from cmn_core.intake.population import Seen, parse_population_sheet
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.intake.reading import Reading, ScopeCode, SheetReading
from cmn_core.intake.same_organisation import check_same_organisation
from cmn_core.period import Period, parse_period, period_of
from cmn_core.reference import Layout, Reference, shipped_reference
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
    expansion, population = reference.layouts.expansion, reference.layouts.population
    if found := _find_headings(visible, expansion):
        reading = _read_expansion(found, marks, expected, reference)
    elif found := _find_headings(visible, population):
        reading = _read_population(found, reference)
    else:
        reading = _unread(_wrong_form(visible, reference))
    problems = [*file_problems, *reading.problems]
    problems += _check_version(marks, reference)
    problems += _check_expected(reading, expected, reference)
    return replace(reading, problems=tuple(problems), from_template=LAYOUT in marks)


def _find_headings(sheets: Iterable[Sheet], layout: Layout) -> list[tuple[Sheet, Heading]]:
    """Return the sheets on which the whole heading of a layout stands."""
    found = ((sheet, find_heading(sheet, layout)) for sheet in sheets)
    return [(sheet, heading) for sheet, heading in found if heading and not heading.missing]


def _read_expansion(
    found: list[tuple[Sheet, Heading]], marks: dict[str, str], expected: Expectation, reference: Reference
) -> Reading:
    parsed = [parse_expansion_sheet(sheet, heading, reference) for sheet, heading in found]
    rows, repeats = check_same_organisation([row for rows, _ in parsed for row in rows], reference)
    problems = [problem for _, problems in parsed for problem in problems] + repeats
    if not rows:
        problems.append(make_problem(reference.problem_texts, "empty_form", sheet=found[0][0].name))
    if len(found) > 1:
        problems.insert(0, _ambiguous(found, reference))
    dates, as_of = _read_dates(found)
    period = period_of(as_of) if as_of else _marked_period(marks)
    as_of = as_of or (period.closing_date if period else None)
    return Reading(
        file="",
        layout="expansion",
        scope=_read_scope(found, marks),
        district=_read_district(found, marks, reference),
        period=period or expected.period,
        as_of=as_of,
        dates=dates,
        rows=tuple(rows),
        problems=tuple(_in_order(problems, found)),
        totals=compute_totals(rows),
        sheets=tuple(SheetReading(sheet.name, heading.bottom + 1, heading.columns) for sheet, heading in found),
    )


def _read_population(found: list[tuple[Sheet, Heading]], reference: Reference) -> Reading:
    seen: Seen = {}
    parsed = [parse_population_sheet(sheet, heading, reference, seen) for sheet, heading in found]
    rows = [row for rows, _ in parsed for row in rows]
    problems = [problem for _, problems in parsed for problem in problems]
    if not rows and not problems:
        problems.append(make_problem(reference.problem_texts, "empty_form", sheet=found[0][0].name))
    if len(found) > 1:
        problems.insert(0, _ambiguous(found, reference))
    return Reading(
        file="",
        layout="population",
        scope=None,
        district=None,
        period=None,
        as_of=None,
        dates=(),
        population=tuple(rows),
        problems=tuple(_in_order(problems, found)),
        sheets=tuple(SheetReading(sheet.name, heading.bottom + 1, heading.columns) for sheet, heading in found),
    )


def _read_dates(found: list[tuple[Sheet, Heading]]) -> tuple[tuple[date, ...], date | None]:
    """Take the dates of the first sheet that states them."""
    for sheet, heading in found:
        dates = find_dates(sheet, heading)
        if dates:
            return dates, as_of_date(dates, heading)
    return (), None


def _read_scope(found: list[tuple[Sheet, Heading]], marks: dict[str, str]) -> ScopeCode:
    """Take the template's mark, else the headings' words; sheets of both kinds make `all`."""
    marked = marks.get(SCOPE)
    if marked in _SCOPES:
        return _SCOPES[marked]
    scopes = {find_scope(sheet, heading) for sheet, heading in found}
    return scopes.pop() if len(scopes) == 1 else "all"


def _read_district(found: list[tuple[Sheet, Heading]], marks: dict[str, str], reference: Reference) -> str | None:
    known = {district.oktmo for district in reference.region.districts}
    if marks.get(OKTMO) in known:
        return marks[OKTMO]
    named = {
        district.oktmo for sheet, heading in found if (district := find_district(sheet, heading, reference.region))
    }
    return named.pop() if len(named) == 1 else None


def _marked_period(marks: dict[str, str]) -> Period | None:
    try:
        return parse_period(marks[PERIOD]) if marks.get(PERIOD) else None
    except UsageError:
        return None


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


def _wrong_form(sheets: Sequence[Sheet], reference: Reference) -> Problem:
    """Name the captions that lack, at the best candidate for a heading."""
    layout = reference.layouts.expansion
    headings = [(sheet, heading) for sheet in sheets if (heading := find_heading(sheet, layout))]
    sheet, heading = max(headings, key=lambda item: len(item[1].columns), default=(None, None))
    place = (sheet, heading.top, heading.first_column) if sheet and heading else _likeliest_heading(sheets, layout)
    missing = heading.missing if heading else tuple(column.short for column in layout.columns)
    return make_problem(
        reference.problem_texts,
        "wrong_form",
        sheet=place[0].name if place else None,
        cell=cell_address(place[1], place[2]) if place else None,
        missing=", ".join(f"«{caption}»" for caption in missing),
    )


def _likeliest_heading(sheets: Sequence[Sheet], layout: Layout) -> tuple[Sheet, int, int] | None:
    """Return sheet, row and column of the likeliest heading where too few captions are recognised."""
    found = [(candidate, sheet) for sheet in sheets if (candidate := find_candidate(sheet, layout))]
    if not found:
        return None
    (_, row, column), sheet = max(found, key=lambda item: item[0][0])
    return sheet, row, column


def _ambiguous(found: list[tuple[Sheet, Heading]], reference: Reference) -> Problem:
    names = ", ".join(f"«{sheet.name}»" for sheet, _ in found)
    return make_problem(reference.problem_texts, "ambiguous_sheet", value=names, sheets=names)


def _in_order(problems: list[Problem], found: list[tuple[Sheet, Heading]]) -> list[Problem]:
    """Order problems as one reads a sheet: by sheet, row and column; the file's own first."""
    order = {sheet.name: place for place, (sheet, _) in enumerate(found)}

    def place(problem: Problem) -> tuple[int, int, int, str]:
        letters = (problem.cell or "").rstrip("0123456789")
        row = int(problem.cell[len(letters) :]) if problem.cell else 0
        return (order.get(problem.sheet, -1), row, len(letters), letters)

    return sorted(problems, key=place)


def _unread(problem: Problem) -> Reading:
    return Reading(
        file="", layout=None, scope=None, district=None, period=None, as_of=None, dates=(), problems=(problem,)
    )

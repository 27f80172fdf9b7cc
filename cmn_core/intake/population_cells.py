"""Cells of «Численность»: whose row it is, of which year, and how many."""

import re

from cmn_core.errors import UsageError
from cmn_core.intake.counts import CountReading
from cmn_core.intake.district_names import find_named_district
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.intake.table_cells import TableCells
from cmn_core.reference import District, Reference, Region
from cmn_core.reference.spelling import fold_text

_YEARS = range(2015, 2101)
_WRITTEN_YEAR = re.compile(r"(20\d\d) ?(?:г\.?|год)")


def find_population_district(
    table: TableCells, row: int, reference: Reference
) -> tuple[District | None, Problem | None]:
    """Find the municipality by ОКТМО, else by name; both must name the same one."""
    named: list[District] = []
    for field in ("oktmo", "district"):
        text = table.read_text(row, field)
        if not text:
            continue
        try:
            named.append(find_named_district(text, reference.region))
        except UsageError:
            return None, _stranger(table, row, field, text, reference.region.facts.name, reference)
    if not named:
        cell = table.address(row, "district")
        return None, make_problem(reference.problem_texts, "missing_org", sheet=table.sheet.name, cell=cell)
    if named[0] != named[-1]:
        return None, _stranger(table, row, "oktmo", named[0].short, named[-1].short, reference)
    return named[0], None


def names_region(text: str, region: Region) -> bool:
    """Tell the region's own row, a total by another name."""
    return fold_text(text) in (fold_text(region.facts.name), region.facts.oktmo)


def read_year(table: TableCells, row: int, reference: Reference) -> tuple[int | None, Problem | None]:
    """Read the year, «2020» or «2020 г.», of the cell or of the merged one over it."""
    place = table.merged_from(row, "year") or row
    reading = table.count(place, "year")
    written = _WRITTEN_YEAR.fullmatch(fold_text(table.own_text(place, "year")))
    year = int(written[1]) if written else reading.count
    if year in _YEARS:
        return year, None
    is_blank = reading == CountReading(None)
    code = "missing_count" if is_blank else reading.code or "not_a_number"
    return None, _count_problem(table, row, "year", code, reference)


def read_value(table: TableCells, row: int, field: str, reference: Reference) -> tuple[int | None, Problem | None]:
    """Read a figure; a blank cell is none and no problem."""
    reading = table.count(row, field)
    problem = _count_problem(table, row, field, reading.code, reference) if reading.code else None
    return reading.count, problem


def _stranger(table: TableCells, row: int, field: str, found: str, expected: str, reference: Reference) -> Problem:
    return make_problem(
        reference.problem_texts,
        "wrong_district",
        sheet=table.sheet.name,
        cell=table.address(row, field),
        value=table.read_text(row, field),
        found=found,
        expected=expected,
    )


def _count_problem(table: TableCells, row: int, field: str, code: str, reference: Reference) -> Problem:
    return make_problem(
        reference.problem_texts,
        code,
        sheet=table.sheet.name,
        cell=table.address(row, field),
        value=table.raw(row, field),
        shown=table.shown(row, field),
        column=reference.layouts.population.column(field).short,
    )

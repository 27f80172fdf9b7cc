"""Read «Численность»: the denominators, one row a municipality and year, blank cells meaning «not stated»."""

import re

from cmn_core.errors import UsageError
from cmn_core.intake.cells.grid import Sheet, cell_address
from cmn_core.intake.headings import Heading, text_of
from cmn_core.intake.line_kinds import is_total
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.intake.reading import PopulationRow
from cmn_core.intake.sign_offs import find_person
from cmn_core.intake.table_cells import TableCells
from cmn_core.reference import District, Reference
from cmn_core.reference.spelling import fold_text

_YEARS = range(2015, 2101)
_DISTRICT_WORDS = re.compile(r" (?:(?:немецкий )?национальный )?(?:муниципальный )?(?:район|р-н|мр|округ)\b.*")


def parse_population_sheet(
    sheet: Sheet, heading: Heading, reference: Reference
) -> tuple[list[PopulationRow], list[Problem]]:
    """Return one row for each stated cell, and the problems of the rest."""
    table = TableCells(sheet, heading)
    rows: list[PopulationRow] = []
    problems: list[Problem] = []
    seen: dict[tuple[str, int], int] = {}
    person_cell: str | None = None
    for row in table.rows:
        stated = {group.code: table.own_text(row, group.code) for group in reference.groups}
        if not any(stated.values()) or table.repeats_heading(row) or is_total(table.own_text(row, "district")):
            person_cell = person_cell or find_person(sheet, row)
            continue
        district, district_problem = _read_district(table, row, reference)
        year, year_problem = _read_year(table, row, reference)
        problems += [problem for problem in (district_problem, year_problem) if problem]
        if district and year:
            if (district.oktmo, year) in seen:
                problems.append(_repeated(table, row, district, seen[(district.oktmo, year)], reference))
            seen.setdefault((district.oktmo, year), row)
        for group in reference.groups:
            value, found = _read_value(table, row, group.code, reference)
            problems += found
            if district and year and value is not None:
                source = table.own_text(row, "source") or None
                rows.append(PopulationRow(sheet.name, row, district.oktmo, year, group.code, value, source))
    if person_cell:
        problems.append(make_problem(reference.problem_texts, "personal_data", sheet=sheet.name, cell=person_cell))
    return rows, problems


def _read_district(table: TableCells, row: int, reference: Reference) -> tuple[District | None, Problem | None]:
    """Find the municipality by ОКТМО, else by name; both must name the same one."""
    named: list[District] = []
    for field in ("oktmo", "district"):
        text = table.own_text(row, field)
        if not text:
            continue
        try:
            named.append(_find(text, reference))
        except UsageError:
            return None, make_problem(
                reference.problem_texts,
                "wrong_district",
                sheet=table.sheet.name,
                cell=table.address(row, field),
                value=text,
                found=text,
                expected=reference.region.facts.name,
            )
    if not named:
        cell = table.address(row, "district")
        return None, make_problem(reference.problem_texts, "missing_org", sheet=table.sheet.name, cell=cell)
    if len({district.oktmo for district in named}) > 1:
        return None, make_problem(
            reference.problem_texts,
            "wrong_district",
            sheet=table.sheet.name,
            cell=table.address(row, "oktmo"),
            value=table.own_text(row, "oktmo"),
            found=named[0].short,
            expected=named[1].short,
        )
    return named[0], None


def _find(text: str, reference: Reference) -> District:
    """Accept the full official name too, as the template prints it, and «Тарский район»."""
    full = next((district for district in reference.region.districts if district.name == text), None)
    return full or reference.region.find_district(_DISTRICT_WORDS.sub("", fold_text(text)) or text)


def _read_year(table: TableCells, row: int, reference: Reference) -> tuple[int | None, Problem | None]:
    reading = table.count(row, "year")
    if reading.count in _YEARS:
        return reading.count, None
    return None, make_problem(
        reference.problem_texts,
        "missing_count" if reading.count is None and reading.code is None else reading.code or "not_a_number",
        sheet=table.sheet.name,
        cell=table.address(row, "year"),
        value=table.raw(row, "year"),
        shown=table.shown(row, "year"),
        column=reference.layouts.population.column("year").short,
    )


def _read_value(table: TableCells, row: int, field: str, reference: Reference) -> tuple[int | None, list[Problem]]:
    reading = table.count(row, field)
    if reading.code is None:
        return reading.count, []
    problem = make_problem(
        reference.problem_texts,
        reading.code,
        sheet=table.sheet.name,
        cell=table.address(row, field),
        value=table.raw(row, field),
        shown=table.shown(row, field),
        column=reference.layouts.population.column(field).short,
    )
    return reading.count, [problem]


def _repeated(table: TableCells, row: int, district: District, first: int, reference: Reference) -> Problem:
    return make_problem(
        reference.problem_texts,
        "duplicate_org",
        sheet=table.sheet.name,
        cell=cell_address(row, table.columns["district"]),
        value=text_of(table.own_text(row, "district")),
        reason="Муниципалитет и год повторяются",
        organisation=district.short,
        first_row=first,
    )

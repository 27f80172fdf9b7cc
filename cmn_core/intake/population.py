"""Read «Численность»: the denominators, one row a municipality and year, blank cells meaning «not stated»."""

from dataclasses import dataclass, field

from cmn_core.intake.cell_checks import check_external_links, describe_hidden_rows
from cmn_core.intake.cells.grid import Sheet
from cmn_core.intake.headings import Heading
from cmn_core.intake.line_kinds import is_column_numbers, is_total
from cmn_core.intake.population_cells import find_population_district, names_region, read_value, read_year
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.intake.reading import PopulationRow
from cmn_core.intake.sign_offs import find_person
from cmn_core.intake.table_cells import TableCells
from cmn_core.reference import District, Reference

Seen = dict[tuple[str, int], tuple[str | None, int]]
"""Municipality and year → the sheet and row where they stand first."""


@dataclass(slots=True)
class _Progress:
    """What the walk down a table remembers."""

    rows: list[PopulationRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    person_cell: str | None = None


def parse_population_sheet(
    sheet: Sheet, heading: Heading, reference: Reference, seen: Seen
) -> tuple[list[PopulationRow], list[Problem]]:
    """Return one row for each stated cell, and the problems of the rest; `seen` goes from sheet to sheet."""
    table = TableCells(sheet, heading, reference.layouts.population)
    progress = _Progress()
    for row in table.rows:
        if _is_data(table, row, reference):
            _take_row(table, row, progress, seen, reference)
        else:
            progress.person_cell = progress.person_cell or find_person(sheet, row)
    problems = [*progress.problems, *check_external_links(table, reference)]
    if progress.hidden:
        problems.append(describe_hidden_rows(table, progress.hidden, "district", reference))
    if progress.person_cell:
        texts = reference.problem_texts
        problems.append(make_problem(texts, "personal_data", sheet=sheet.name, cell=progress.person_cell))
    return progress.rows, problems


def _is_data(table: TableCells, row: int, reference: Reference) -> bool:
    """Tell a row that states a figure from totals, the region's own row, column numbers and a heading again."""
    stated = any(
        table.own_text(row, group.code) or table.position(row, group.code) in table.sheet.unvalued_formulas
        for group in reference.groups
    )
    if not stated or table.repeats_heading(row) or is_column_numbers(table.row_texts(row)):
        return False
    names = [table.read_text(row, name) for name in ("district", "oktmo")]
    return not any(is_total(name) or names_region(name, reference.region) for name in names)


def _take_row(table: TableCells, row: int, progress: _Progress, seen: Seen, reference: Reference) -> None:
    """Read one row's figures with their problems."""
    district, district_problem = find_population_district(table, row, reference)
    year, year_problem = read_year(table, row, reference)
    progress.problems += [problem for problem in (district_problem, year_problem) if problem]
    if row in table.sheet.hidden_rows:
        progress.hidden.append(row)
    if district and year:
        place = (table.sheet.name, row)
        if seen.setdefault((district.oktmo, year), place) != place:
            progress.problems.append(_repeated(table, row, district, seen[(district.oktmo, year)], reference))
    source = table.read_text(row, "source") or None
    for group in reference.groups:
        value, problem = read_value(table, row, group.code, reference)
        progress.problems += [problem] if problem else []
        if district and year and value is not None:
            progress.rows.append(PopulationRow(table.sheet.name, row, district.oktmo, year, group.code, value, source))


def _repeated(
    table: TableCells, row: int, district: District, first: tuple[str | None, int], reference: Reference
) -> Problem:
    sheet, first_row = first
    return make_problem(
        reference.problem_texts,
        "duplicate_org",
        variant="alone",
        sheet=table.sheet.name,
        cell=table.address(row, "district"),
        value=table.read_text(row, "district"),
        reason="Муниципалитет и год повторяются",
        organisation=district.short,
        first_row=str(first_row) if sheet == table.sheet.name else f"{first_row} листа «{sheet}»",
    )

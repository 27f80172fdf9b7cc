"""Walk down a table of organisations and remember what belongs to no single row: sums, sections, hidden rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from cmn_core.intake.cell_checks import check_external_links, describe_hidden_rows
from cmn_core.intake.cells.grid import cell_address
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.intake.sign_offs import find_person, names_people_column
from cmn_core.intake.table_cells import TableCells
from cmn_core.intake.table_lines import Line, walk_lines
from cmn_core.intake.totals import Counts, Sections, TotalLine, check_totals
from cmn_core.reference import Reference


@dataclass(slots=True)
class TableWalk:
    """What the walk down a table remembers, whatever its layout."""

    organisation: str | None = None
    """The organisation that a row without one continues; None after a section break."""
    problems: list[Problem] = field(default_factory=list)
    counts: list[Counts] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    """How many data rows stand above each caption and total."""
    totals: list[TotalLine] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    person_cell: str | None = None


def walk_table(table: TableCells, walk: TableWalk, take_row: Callable[[int], None]) -> None:
    """Hand each data row over; reading goes on past every bad row."""
    for line in walk_lines(table):
        if line.kind == "data":
            if line.row in table.sheet.hidden_rows:
                walk.hidden.append(line.row)
            take_row(line.row)
        elif line.kind == "signature":
            walk.organisation = None
            walk.person_cell = walk.person_cell or find_person(table.sheet, line.row)
        else:
            _break_section(line, walk)


def check_table(table: TableCells, walk: TableWalk, reference: Reference) -> list[Problem]:
    """Return the rows' problems, then those of the whole table."""
    return [
        *walk.problems,
        *check_totals(table, Sections(table.count_fields, walk.counts, walk.breaks), walk.totals, reference),
        *check_external_links(table, reference),
        *_check_sheet(table, walk, reference),
    ]


def has_broken_formula(table: TableCells, row: int, field: str) -> bool:
    """Tell a formula that gives an error or has no stored value: its own problem says so."""
    place = table.position(row, field)
    return place in table.sheet.error_cells or place in table.sheet.unvalued_formulas


def missing_organisation(table: TableCells, row: int, reference: Reference) -> Problem:
    """Report numbers without an organisation, at the organisation's cell."""
    cell = table.address(row, "organisation")
    return make_problem(reference.problem_texts, "missing_org", sheet=table.sheet.name, cell=cell)


def organisation_text(table: TableCells, row: int) -> str | None:
    """Return the organisation; a dash or ditto marks in its place are none."""
    text = table.read_text(row, "organisation")
    return text if any(sign.isalnum() for sign in text) else None


def _break_section(line: Line, walk: TableWalk) -> None:
    """Close a section at a caption or a total; a total is kept to be compared."""
    walk.organisation = None
    if line.kind in ("total", "head_total"):
        heads = line.kind == "head_total"
        walk.totals.append(TotalLine(line.row, line.label, len(walk.breaks), heads))
    walk.breaks.append(len(walk.counts))


def _check_sheet(table: TableCells, walk: TableWalk, reference: Reference) -> Iterator[Problem]:
    """Report hidden rows and people's data once for the sheet."""
    texts, sheet = reference.problem_texts, table.sheet.name
    if walk.hidden:
        yield describe_hidden_rows(table, walk.hidden, "organisation", reference)
    for named in (_people_column(table), walk.person_cell):
        if named:
            yield make_problem(texts, "personal_data", sheet=sheet, cell=named)


def _people_column(table: TableCells) -> str | None:
    """Find a column of people's names or telephones beside the form's own: it is not read."""
    for column, captions in table.heading.captions.items():
        if column not in table.columns.values() and names_people_column(captions[-1]):
            return cell_address(table.caption_row(column), column)
    return None

"""Faulty cells that can be mended on the page: those of the table's own rows and columns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cmn_core.intake.cells.fragments import column_number, letters_of, row_of
from cmn_core.intake.problems import Problem, by_severity
from cmn_core.intake.reading import Reading, SheetReading
from cmn_core.reference import ProblemText, Reference

CellPlace = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class MendableCell:
    """A cell of the table that has something wrong, or was corrected already."""

    sheet: str | None
    cell: str
    column: str
    """The column's short caption."""
    organisation: str
    problems: tuple[Problem, ...]
    """None left: the correction helped."""

    @property
    def place(self) -> CellPlace:
        """Return the sheet and the address."""
        return self.sheet, self.cell


def find_mendable(reading: Reading, reference: Reference) -> tuple[MendableCell, ...]:
    """Return the cells that may be mended, those with errors first, then as one reads the sheets."""
    found: dict[CellPlace, list[Problem]] = {}
    for problem in by_severity(reading.problems):
        if is_mendable(problem, reading, reference.problem_texts):
            found.setdefault((problem.sheet, problem.cell or ""), []).append(problem)
    names = _names_by_row(reading)
    return tuple(_describe(place, tuple(problems), names, reading, reference) for place, problems in found.items())


def describe_place(place: CellPlace, reading: Reading, reference: Reference) -> MendableCell | None:
    """Return a cell of the table by its place, None for one outside it."""
    if not _is_of_table(place, reading):
        return None
    problems = tuple(item for item in reading.problems if (item.sheet, item.cell) == place and item.severity != "info")
    return _describe(place, problems, _names_by_row(reading), reading, reference)


def is_mendable(problem: Problem, reading: Reading, texts: Mapping[str, ProblemText]) -> bool:
    """Tell whether another value in the problem's cell can mend it."""
    text = texts.get(problem.code)
    if problem.severity == "info" or problem.cell is None or text is None or text.mended_in == "file":
        return False
    place = (problem.sheet, problem.cell)
    return _is_of_table(place, reading) and (text.mended_in == "cell" or not _is_organisation(place, reading))


def _is_organisation(place: CellPlace, reading: Reading) -> bool:
    column = column_number(letters_of(place[1]))
    return any(table.name == place[0] and table.columns.get("organisation") == column for table in reading.sheets)


def _is_of_table(place: CellPlace, reading: Reading) -> bool:
    row, column = row_of(place[1]), column_number(letters_of(place[1]))
    return any(
        table.name == place[0] and row >= table.first_data_row and column in table.columns.values()
        for table in reading.sheets
    )


def _describe(
    place: CellPlace,
    problems: tuple[Problem, ...],
    names: Mapping[tuple[str | None, int], str],
    reading: Reading,
    reference: Reference,
) -> MendableCell:
    table = next(item for item in reading.sheets if item.name == place[0])
    return MendableCell(
        sheet=place[0],
        cell=place[1],
        column=_name_column(table, column_number(letters_of(place[1])), reading, reference),
        organisation=names.get((place[0], row_of(place[1])), ""),
        problems=problems,
    )


def _name_column(table: SheetReading, column: int, reading: Reading, reference: Reference) -> str:
    layout = reference.layouts.table(reading.layout or "", table.part)
    field = next((name for name, number in table.columns.items() if number == column), "")
    return next((item.short for item in layout.columns if item.field == field), "")


def _names_by_row(reading: Reading) -> dict[tuple[str | None, int], str]:
    """Return whose row each one is: its organisation."""
    return dict(_name_rows(reading))


def _name_rows(reading: Reading) -> Iterator[tuple[tuple[str | None, int], str]]:
    for rows in (reading.rows, reading.organisations, reading.programmes):
        for row in rows:
            yield (row.sheet, row.row), row.organisation or ""

"""Problems of several sheets together: the form on more than one, and the order in which all are told."""

from collections.abc import Sequence

from cmn_core.intake.found_tables import FoundTable
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.reference import Reference


def ambiguous_sheet(found: Sequence[FoundTable], reference: Reference) -> Problem:
    """Report that one table stands on several visible sheets."""
    names = ", ".join(f"«{table.sheet.name}»" for table in found)
    return make_problem(reference.problem_texts, "ambiguous_sheet", value=names, sheets=names)


def in_order(problems: Sequence[Problem], found: Sequence[FoundTable]) -> list[Problem]:
    """Order problems as one reads a sheet: by sheet, row and column; the file's own first."""
    order = {table.sheet.name: place for place, table in enumerate(found)}

    def place(problem: Problem) -> tuple[int, int, int, str]:
        letters = (problem.cell or "").rstrip("0123456789")
        row = int(problem.cell[len(letters) :]) if problem.cell else 0
        return (order.get(problem.sheet, -1), row, len(letters), letters)

    return sorted(problems, key=place)

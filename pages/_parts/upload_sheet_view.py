"""A piece of the sender's sheet with its faulty cells, as html that looks like a spreadsheet."""

from collections.abc import Mapping, Sequence

from cmn_core.intake.cells.fragments import SheetFragment, letters_of, row_of
from cmn_core.intake.problems import Problem
from cmn_core.reference import Severity
from pages._parts.upload_html import text

SIGNS: dict[Severity, str] = {"error": "✕", "warning": "!", "info": "i"}
FaultyCells = Mapping[tuple[str | None, str], Severity]
"""Sheet and address → the gravest fault of the cell."""
_GRAVITY: dict[Severity, int] = {"error": 2, "warning": 1, "info": 0}


def find_faulty_cells(problems: Sequence[Problem]) -> FaultyCells:
    """Return every cell that has a fault."""
    found: dict[tuple[str | None, str], Severity] = {}
    for problem in problems:
        place = (problem.sheet, problem.cell or "")
        if problem.cell and _GRAVITY[problem.severity] >= _GRAVITY[found.get(place, "info")]:
            found[place] = problem.severity
    return found


def find_shown_value(problem: Problem, fragments: Sequence[SheetFragment]) -> str | None:
    """Return what the faulty cell shows, None where the file gives nothing."""
    fragment = next((item for item in fragments if item.sheet == problem.sheet), None)
    if fragment is None or problem.cell is None:
        return None
    shown = fragment.rows.get(row_of(problem.cell))
    letters = [column.letters for column in fragment.columns]
    place = letters_of(problem.cell)
    return None if shown is None or place not in letters else shown[letters.index(place)]


def build_sheet_view(problem: Problem, fragments: Sequence[SheetFragment], faulty: FaultyCells) -> str:
    """Draw the rows around a fault; an empty string where the file gives nothing to draw."""
    fragment = next((item for item in fragments if item.sheet == problem.sheet), None)
    if fragment is None or problem.cell is None:
        return ""
    rows = fragment.rows_around(row_of(problem.cell))
    if not rows:
        return ""
    head = "".join(
        f"<th scope='col'><b>{column.letters}</b><span>{text(column.caption)}</span></th>"
        for column in fragment.columns
    )
    lines = "".join(_build_row(number, fragment, problem, faulty) for number in rows)
    return (
        "<div class='up-scroll' tabindex='0'><table class='up-sheet'>"
        f"<thead><tr><th></th>{head}</tr></thead><tbody>{lines}</tbody></table></div>"
    )


def _build_row(number: int, fragment: SheetFragment, problem: Problem, faulty: FaultyCells) -> str:
    cells = []
    for column, shown in zip(fragment.columns, fragment.rows[number], strict=True):
        address = f"{column.letters}{number}"
        severity = faulty.get((fragment.sheet, address))
        here = address == problem.cell
        cells.append(_build_cell(shown, problem.severity if here else severity, here=here))
    own = " class='up-own-row'" if number == row_of(problem.cell or "") else ""
    return f"<tr{own}><th scope='row'>{number}</th>{''.join(cells)}</tr>"


def _build_cell(shown: str, severity: Severity | None, *, here: bool) -> str:
    words = text(shown) or ("<i>пусто</i>" if here else "")
    if severity is None:
        return f"<td>{words}</td>"
    css = f"up-cell-{severity}{' up-here' if here else ''}"
    return f"<td class='{css}'><span class='up-sign' aria-hidden='true'>{SIGNS[severity]}</span>{words}</td>"

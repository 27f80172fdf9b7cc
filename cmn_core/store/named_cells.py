"""Cells that the centre names when it returns a report: picked from the report's remarks, or written by hand."""

import re
from collections.abc import Sequence

from cmn_core.errors import UsageError
from cmn_core.intake.corrected_grid import parse_address
from cmn_core.intake.problems import Problem
from cmn_core.store.report_steps import FaultyCell
from cmn_core.wording import join_names

_WRITTEN = re.compile(r"(?:(?P<sheet>[^!]+)!)?(?P<cell>\S+?)(?:\s*[:–—]\s*|\s+-?\s*|$)(?P<fault>.*)")
_MOST_QUOTED = 5


def parse_named_cells(written: str) -> tuple[FaultyCell, ...]:
    """Read cells, one a line: «Лист1!C12», «C12 – меньше, чем в прошлом месяце»; raise UsageError for what is none."""
    cells, strange = [], []
    for line in filter(None, (line.strip() for line in re.split(r"[\n;]", written))):
        found = _WRITTEN.fullmatch(line)
        address = parse_address(found["cell"]) if found else None
        if found is None or address is None:
            strange.append(f"«{line}»")
            continue
        sheet = (found["sheet"] or "").strip().strip("'") or None
        cells.append(FaultyCell(sheet, address, found["fault"].strip()))
    if strange:
        raise UsageError(
            f"Не понято, какие это ячейки: {join_names(strange, _MOST_QUOTED)}. Пишите по одной в строке, "
            "например «Лист1!C12 – меньше, чем в прошлом месяце»."
        )
    return tuple(cells)


def pick_cells(problems: Sequence[Problem]) -> tuple[FaultyCell, ...]:
    """Return the cells of a report's remarks, each once, with what is said of it."""
    picked = {
        (problem.sheet, problem.cell): FaultyCell(problem.sheet, problem.cell, problem.message)
        for problem in problems
        if problem.cell
    }
    return tuple(picked.values())


def name_cell(cell: FaultyCell) -> str:
    """Write a cell's place: «Лист1!C12»."""
    return f"{cell.sheet}!{cell.cell}" if cell.sheet else cell.cell

"""The sender's file back with its faults marked: cells coloured, a note on each, a first sheet with what to mend."""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from cmn_core.intake.cells.grid import Grid, UnreadableFile
from cmn_core.intake.cells.open_grid import open_grid
from cmn_core.intake.reading import Reading
from cmn_core.reference import Reference
from cmn_core.reference.budgets import read_budgets
from cmn_core.wording import format_count

if TYPE_CHECKING:
    from openpyxl import Workbook

    from cmn_core.intake.annotation.annotate_stored import StoredValues

_OPENPYXL_KINDS = ("xlsx", "xlsm")
MOST_MARKED_ROWS = 20_000
"""A larger file is not marked within the time that a worker has; it gets the list alone."""
_TOO_MANY_ROWS = (
    f"В файле больше {format_count(MOST_MARKED_ROWS)} строк: его ячейки не закрашены. "
    "Исправьте их в своём файле по списку."
)
_HEADING_ROWS = 20
"""What stands over the list, at most."""


def annotate_workbook(content: bytes, reading: Reading, reference: Reference) -> bytes:
    """Return an xlsx with every problem of a reading marked at its cell and listed on the sheet «Что исправить».

    An xlsx keeps its formatting and stored values, an xlsm comes back without its macros; xls, ods, csv and what
    openpyxl cannot load become an xlsx of the same cells; an unreadable or giant file becomes the list alone.
    """
    try:
        grid = open_grid(content, reading.file)
    except UnreadableFile:
        return _annotate_list_alone(reading, reference)
    if _count_filled_rows(grid) > MOST_MARKED_ROWS:
        return _annotate_list_alone(reading, reference, (_TOO_MANY_ROWS,))
    return _annotate_own(content, grid, reading, reference) or _annotate_copy(grid, reading, reference)


def _annotate_own(content: bytes, grid: Grid, reading: Reading, reference: Reference) -> bytes | None:
    """Mark the sender's own workbook; None where openpyxl cannot, or would change what a cell says."""
    from cmn_core.intake.annotation.annotate_losses import find_losses
    from cmn_core.intake.annotation.annotate_own import is_bearable, load_own, raw_date_cells
    from cmn_core.intake.annotation.annotate_stored import read_stored_values
    from cmn_core.intake.annotation.same_cells import same_cells

    if grid.kind not in _OPENPYXL_KINDS:
        return None
    try:
        if not is_bearable(content, grid):
            return None
        workbook = load_own(content)
        stored = read_stored_values(content, raw_date_cells(workbook))
        source = _Source(workbook, stored, {}, find_losses(content, grid), _room(grid))
        marked = _mark(source, reading, reference)
        return marked if same_cells(grid, open_grid(marked, "copy.xlsx")) else None
    except Exception:  # noqa: BLE001 - openpyxl raises anything on a workbook that it does not understand
        return None


def _annotate_copy(grid: Grid, reading: Reading, reference: Reference) -> bytes:
    from cmn_core.intake.annotation.annotate_copy import build_copy

    copy = build_copy(grid)
    losses = () if grid.kind == "csv" else ("Оформление исходного файла в эту копию не перенесено.",)
    return _mark(_Source(copy.workbook, copy.stored, copy.titles, losses, _room(grid)), reading, reference)


def _annotate_list_alone(reading: Reading, reference: Reference, losses: tuple[str, ...] = ()) -> bytes:
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    return _mark(_Source(workbook, {}, {}, losses, read_budgets().spare_rows), reading, reference)


def _room(grid: Grid) -> int:
    """Count the rows that the list may take before the copy is too large to be read again."""
    return read_budgets().rows - _count_filled_rows(grid) - _HEADING_ROWS


def _count_filled_rows(grid: Grid) -> int:
    return sum(any(value is not None for value in row) for sheet in grid.sheets for row in sheet.rows)


@dataclass(frozen=True, slots=True)
class _Source:
    """A workbook to be marked, and what is known of it."""

    workbook: "Workbook"
    stored: "StoredValues"
    titles: dict[str | None, str]
    """Sheets whose names had to change."""
    losses: tuple[str, ...]
    room: int


def _mark(source: _Source, reading: Reading, reference: Reference) -> bytes:
    """Colour, note and list every problem, save, and put the stored values of formulas back."""
    from cmn_core.intake.annotation.annotate_cells import mark_cells
    from cmn_core.intake.annotation.annotate_list import write_corrections
    from cmn_core.intake.annotation.annotate_stored import restore_stored_values

    workbook = source.workbook
    mark_cells(workbook, source.titles, reading.problems, reference)
    write_corrections(workbook, source.titles, source.losses, reading, reference, source.room)
    buffer = BytesIO()
    workbook.save(buffer)
    parts = {sheet.title: sheet.path.lstrip("/") for sheet in workbook.worksheets}
    cells = {parts[title]: values for title, values in source.stored.items() if values and title in parts}
    return restore_stored_values(buffer.getvalue(), cells)

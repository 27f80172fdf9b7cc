"""One OpenDocument sheet as it grows row by row; rows and cells of nothing are only counted."""

from dataclasses import dataclass, field, replace

from cmn_core.intake.cells.bounds import Bounds, is_beyond_bounds
from cmn_core.intake.cells.grid import Area, CellValue, Position, Sheet, UnreadableFile
from cmn_core.intake.cells.ods_values import OdsCell
from cmn_core.intake.cells.refusals import too_large

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


@dataclass(slots=True)
class OdsRow:
    """A row that is being read: values, and what stands beside them by column."""

    repeat: int
    is_hidden: bool
    values: list[CellValue] = field(default_factory=list)
    special: list[tuple[int, OdsCell]] = field(default_factory=list)
    spans: list[tuple[int, int, int]] = field(default_factory=list)
    filled: int = 0
    next_column: int = 1

    def add(self, cell: OdsCell, repeat: int, row_span: int, column_span: int) -> bool:
        """Put a cell at the end, as often as it repeats; False if that is further than any sheet goes."""
        column = self.next_column
        self.next_column += repeat
        if row_span > 1 or column_span > 1:
            self.spans.append((column, row_span, column_span))
        if cell.value is None and cell.formula is None:
            return True
        if self.next_column > _LAST_COLUMN + 1:
            return False
        self.values += [None] * (column - 1 - len(self.values)) + [cell.value] * repeat
        if cell.formula is not None or cell.is_error:
            self.special += [(column + step, cell) for step in range(repeat)]
        self.filled += repeat * cell.is_filled
        return True


class SheetBuilder:
    """Lays rows out from A1 and keeps the budgets."""

    def __init__(self, name: str, hidden: bool, bounds: Bounds) -> None:
        self._sheet = Sheet(name=name, rows=[], hidden=hidden)
        self._bounds = bounds
        self._empty: list[CellValue] = []
        self._rows_above = 0
        self._hidden_rows: set[int] = set()
        self._merged: list[Area] = []
        self._unvalued: set[Position] = set()
        self._is_given_up = False

    def add_row(self, row: OdsRow) -> None:
        """Add a row as often as it repeats."""
        first = self._rows_above + 1
        self._rows_above += row.repeat
        if self._is_given_up or not (row.filled or row.special or row.spans):
            return
        try:
            self._spend(row)
        except UnreadableFile as fault:
            if not (self._sheet.hidden and is_beyond_bounds(fault)):
                raise
            self._is_given_up = True
            return
        for number in range(first, first + row.repeat):
            self._lay_out(row, number)

    def build(self) -> Sheet:
        """Return the sheet."""
        if self._is_given_up:
            return Sheet(name=self._sheet.name, rows=[], hidden=True)
        return replace(
            self._sheet,
            hidden_rows=frozenset(self._hidden_rows),
            merged=tuple(self._merged),
            unvalued_formulas=frozenset(self._unvalued),
        )

    def _spend(self, row: OdsRow) -> None:
        if self._rows_above > _LAST_ROW:
            raise too_large("rows", self._bounds.budgets)
        self._bounds.spend(row.repeat, row.filled * row.repeat)

    def _lay_out(self, row: OdsRow, number: int) -> None:
        rows = self._sheet.rows
        rows += [self._empty] * (number - 1 - len(rows))
        rows.append(row.values or self._empty)
        if row.is_hidden and row.filled:
            self._hidden_rows.add(number)
        for column, height, width in row.spans:
            self._merged.append(Area(number, column, number + height - 1, column + width - 1))
        for column, cell in row.special:
            self._add_special((number, column), cell)

    def _add_special(self, place: Position, cell: OdsCell) -> None:
        if cell.formula is not None:
            self._sheet.formulas[place] = cell.formula
        if cell.is_error:
            self._sheet.error_cells[place] = str(cell.value)
        if cell.is_unvalued:
            self._unvalued.add(place)

"""What the sheets read so far leave of the budgets."""

from dataclasses import dataclass

from cmn_core.intake.cells.grid import UnreadableFile
from cmn_core.intake.cells.refusals import too_large
from cmn_core.reference.budgets import Budgets


@dataclass(slots=True)
class Bounds:
    """Filled rows and cells of all sheets of one kind: visible ones, or hidden ones, which take nothing from those."""

    budgets: Budgets
    rows: int = 0
    cells: int = 0

    def check(self, rows: int, cells: int) -> None:
        """Raise too_large if that many more would go beyond."""
        if self.rows + rows > self.budgets.rows:
            raise too_large("rows", self.budgets)
        if self.cells + cells > self.budgets.cells:
            raise too_large("cells", self.budgets)

    def spend(self, rows: int, cells: int) -> None:
        """Check and count."""
        self.check(rows, cells)
        self.rows += rows
        self.cells += cells


def is_beyond_bounds(fault: UnreadableFile) -> bool:
    """Tell a refusal for too many rows or cells: a hidden sheet is then left without rows, as nobody reads it."""
    return fault.details.get("budget") in ("rows", "cells")

"""Give many cells of a workbook one look: openpyxl compares every style set on a cell with all others, slowly."""

from copy import copy

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill
from openpyxl.styles.cell_style import StyleArray


class CellStyles:
    """Looks that were set on one cell and are copied to the next ones that ask for the same."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], StyleArray] = {}

    def give(
        self,
        cell: Cell,
        name: str,
        *,
        font: Font | None = None,
        fill: PatternFill | None = None,
        alignment: Alignment | None = None,
        border: Border | None = None,
    ) -> None:
        """Lay the parts of a look over a cell's own; `name` stands for these parts."""
        key = (name, *(cell._style or ()))
        if key not in self._made:
            parts = {"font": font, "fill": fill, "alignment": alignment, "border": border}
            for attribute, part in parts.items():
                if part is not None:
                    setattr(cell, attribute, part)
            self._made[key] = copy(cell._style)
        else:
            cell._style = copy(self._made[key])

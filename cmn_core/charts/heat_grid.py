"""The places of a coloured table of municipalities: the region first, names on the left, a cell a column."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cmn_core.charts.marks import OPENS, Box, Word
from cmn_core.charts.text_width import text_width
from cmn_core.reference import Palette

GAP_PX, NAME_GAP_PX, SIDE_PX = 2, 10, 4
LINE = 1.2
REGION_GAP = 0.35
"""Free room under the region's row, in rows."""
Names = Sequence[tuple[str | None, str]]
"""ОКТМО and name; None: the region."""


@dataclass(frozen=True, slots=True)
class CellLook:
    """Colours and words of a cell."""

    words: str
    fill: str
    stroke: str
    ink: str
    dashed: bool = False
    """Of an earlier report."""


@dataclass(frozen=True, slots=True)
class HeatGrid:
    """Places in px: columns beside the names, rows under the headings."""

    names_px: float
    column_px: float
    head_px: float
    row_px: float
    size: float
    small: float
    """Type size of the headings."""

    def left(self, column: int) -> float:
        """Return where a column begins."""
        return self.names_px + column * self.column_px

    def top(self, row: int) -> float:
        """Return where a row begins."""
        return self.head_px + (row + (REGION_GAP if row else 0)) * self.row_px

    def box(self, row: int, column: int, look: CellLook) -> Box:
        """Return the coloured rectangle of a cell."""
        return Box(
            left=self.left(column) + GAP_PX / 2,
            right=self.left(column) + self.column_px - GAP_PX / 2,
            top=self.top(row) + GAP_PX / 2,
            bottom=self.top(row) + self.row_px - GAP_PX / 2,
            fill=look.fill,
            stroke=look.stroke,
            dashed=look.dashed,
            stroke_px=1,
        )

    def word(self, row: int, column: int, look: CellLook, *, bold: bool) -> Word:
        """Return the words of a cell, smaller where they would not fit."""
        room = self.column_px - 2 * SIDE_PX
        size = min(self.size, self.size * room / text_width(look.words, self.size, bold=bold))
        middle = self.left(column) + self.column_px / 2
        return Word(look.words, middle, self.top(row) + self.row_px / 2, size, look.ink, "center", bold=bold)

    def names(self, names: Names, palette: Palette) -> list[Word]:
        """Return the names beside the rows."""
        return [
            Word(name, 0, self.top(row) + self.row_px / 2, self.size, palette.ink, bold=oktmo is None)
            for row, (oktmo, name) in enumerate(names)
        ]

    def hit(self, row: int, column: int, oktmo: str | None, tells: dict[str, str]) -> dict[str, Any]:
        """Return what the pointer finds over a cell; the texts of `tells` may name the municipality otherwise."""
        return {
            OPENS: oktmo or "",
            "left": self.left(column),
            "right": self.left(column) + self.column_px,
            "top": self.top(row),
            "bottom": self.top(row) + self.row_px,
            **tells,
        }


def names_width(names: Names, size: float) -> float:
    """Return the room for the names, in px."""
    return max(text_width(name, size, bold=True) for _, name in names) + NAME_GAP_PX

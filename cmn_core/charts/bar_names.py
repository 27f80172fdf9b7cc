"""How the names of a list of bars are broken, and where they stand: beside the bars or, where it is narrow, above."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cmn_core.charts.bar_panels import NAME_GAP_PX, BarPlace
from cmn_core.charts.look import Look
from cmn_core.charts.marks import Word
from cmn_core.charts.text_width import text_width, wrap_text
from cmn_core.wording import NBSP

_MOST_SHARE = 0.42
"""The most that names beside the bars take of a panel's width."""
_LEAST_BAR_PX = 110
"""The least length that is left for the longest bar; else the names go above."""
_LINE = 1.15
_GAP_ROWS = 0.15
"""Free room between names of several lines, in rows."""


@dataclass(frozen=True, slots=True)
class BarNames:
    """Names in lines, with the height of each row and the width that they take beside the bars."""

    lines: tuple[tuple[str, ...], ...]
    heights: tuple[float, ...]
    width: float
    above: bool
    line_rows: float
    """Height of a line of text in rows."""

    def bar_place(self, place: BarPlace) -> BarPlace:
        """Return the part of a row's place that the bar and its label have."""
        return replace(place, top=place.bottom - 1) if self.above else place

    def place_lines(self, lines: tuple[str, ...], place: BarPlace, size: float, colour: str) -> list[Word]:
        """Return the words of a name."""
        if self.above:
            tops = [place.bottom - 1 - (len(lines) - number - 0.5) * self.line_rows for number in range(len(lines))]
            return [Word(line, place.zero, top, size, colour) for line, top in zip(lines, tops, strict=True)]
        first = -(len(lines) - 1) / 2
        return [
            Word(line, place.zero, place.middle, size, colour, "right", -NAME_GAP_PX, (first + number) * size * _LINE)
            for number, line in enumerate(lines)
        ]


def wrap_names(names: Sequence[str], look: Look, *, panel_px: float, labels_px: float) -> BarNames:
    """Break names for a panel whose longest label takes `labels_px`; no word is torn while it fits a line."""
    whole = [name.replace("№ ", f"№{NBSP}") for name in names]
    widest = max((text_width(name, look.text) for name in whole), default=0.0)
    longest_word = max((text_width(word, look.text) for name in whole for word in name.split(" ")), default=0.0)
    room = min(widest, max(panel_px * _MOST_SHARE - NAME_GAP_PX, longest_word)) + 1
    line_rows = look.text * _LINE / look.row
    above = room + NAME_GAP_PX + labels_px + _LEAST_BAR_PX > panel_px and any(whole)
    if above:
        lines = tuple(wrap_text(name, panel_px - NAME_GAP_PX, look.text) for name in whole)
        return BarNames(lines, tuple(len(name) * line_rows + 1 + _GAP_ROWS for name in lines), 0.0, above, line_rows)
    lines = tuple(wrap_text(name, room, look.text) for name in whole)
    heights = tuple(max(1.0, len(name) * line_rows + _GAP_ROWS) for name in lines)
    return BarNames(lines, heights, room + NAME_GAP_PX if widest else 0.0, above, line_rows)

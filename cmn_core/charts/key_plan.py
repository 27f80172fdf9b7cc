"""Where the squares of a chart's key stand, and how many lines they take."""

from dataclasses import dataclass
from typing import Literal

from cmn_core.charts.look import Look
from cmn_core.charts.text_width import text_width

KeySide = Literal["above", "below"]
LINE = 1.45
"""Height of a line of the key in type sizes."""
_SQUARE_AND_GAPS = 2.6
"""Room beside a label for its square and the gap to the next, in type sizes."""


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """A square of the key with its words."""

    label: str
    fill: str
    stroke: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """A square's left edge in px and its line."""

    entry: KeyEntry
    left: float
    line: int


def place_key(entries: tuple[KeyEntry, ...], look: Look, width: int) -> tuple[KeyPlace, ...]:
    """Place squares from the left, in lines of about the same length whose columns stand under each other."""
    if not entries:
        return ()
    widths = [text_width(entry.label, look.small) + _SQUARE_AND_GAPS * look.small for entry in entries]
    columns = _count_columns(widths, width)
    lefts = [0.0]
    for column in range(columns):
        lefts.append(lefts[-1] + max(widths[column::columns]))
    return tuple(KeyPlace(entry, lefts[number % columns], number // columns) for number, entry in enumerate(entries))


def _count_columns(widths: list[float], width: int) -> int:
    for columns in range(len(widths), 1, -1):
        if sum(max(widths[column::columns]) for column in range(columns)) <= width:
            lines = -(-len(widths) // columns)
            return -(-len(widths) // lines)
    return 1

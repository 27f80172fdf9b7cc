"""How a name and a value fit into a tile: whole, in one line or two, the value shrunk before the name."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmn_core.charts.look import Look
from cmn_core.charts.standing import Standing
from cmn_core.charts.text_width import text_width
from cmn_core.reference import District

BREAK = "|"
_SIDE_PX = 3
"""Free room at the left and right edge of a tile."""
_EDGE_PX = 2
"""Free room at its upper and lower edge."""
_GROWTHS = (1.3, 1.15)
"""How much larger words become where every name fits in one line."""
LINE = 1.1
"""Height of a line in type sizes: names of two lines stand close."""


@dataclass(frozen=True, slots=True)
class TileWord:
    """A line of a tile: its size and how far its middle lies from the tile's, in px."""

    text: str
    size: float
    dy: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class TileSizes:
    """A tile's width in px and the type sizes of all tiles of a map."""

    width: float
    name: float
    value: float


def plan_tile_sizes(districts: Sequence[District], look: Look, width: float, height: float) -> TileSizes:
    """Choose one size of names and one of values for the whole map; large tiles get larger words."""
    room_across, room_down = width - 2 * _SIDE_PX, height - 2 * _EDGE_PX
    for growth in _GROWTHS:
        name, value = look.tile_name * growth, look.tile_value * growth
        widest = max(text_width(district.short, name) for district in districts)
        if widest <= room_across and (name + value) * LINE <= room_down:
            return TileSizes(width, name, value)
    most_lines = max(len(split_tile_name(district, room_across, look.tile_name)) for district in districts)
    left_for_value = room_down - most_lines * look.tile_name * LINE
    return TileSizes(width, look.tile_name, max(look.tile_name, min(look.tile_value, left_for_value / LINE)))


def fit_tile_words(district: District, standing: Standing, sizes: TileSizes) -> list[TileWord]:
    """Place the lines of a tile one under the other, in the middle."""
    room = sizes.width - 2 * _SIDE_PX
    bold = standing.kind != "none"
    wanted = sizes.value if bold else sizes.name
    value_size = min(wanted, wanted * room / text_width(standing.dated_words, wanted, bold=bold))
    lines = [(name, sizes.name, False) for name in split_tile_name(district, room, sizes.name)]
    return stack_lines([*lines, (standing.dated_words, value_size, bold)])


def split_tile_name(district: District, width_px: float, size: float) -> tuple[str, ...]:
    """Return the name in one line, or in two where one does not fit and the reference allows a break."""
    if BREAK not in district.tile_name or text_width(district.short, size) <= width_px:
        return (district.short,)
    return tuple(district.tile_name.split(BREAK))


def stack_lines(lines: list[tuple[str, float, bool]]) -> list[TileWord]:
    """Place lines one under the other around a middle."""
    top = -sum(size * LINE for _, size, _ in lines) / 2
    words = []
    for text, size, bold in lines:
        words.append(TileWord(text, round(size, 1), round(top + size * LINE / 2, 1), bold))
        top += size * LINE
    return words

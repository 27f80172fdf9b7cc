"""Labels beside the map: each near its shape, with a line that crosses no other label where that can be."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cmn_core.charts.look import Look
from cmn_core.charts.map_plane import MapPlane
from cmn_core.charts.standing import Standing
from cmn_core.charts.text_width import text_width
from cmn_core.charts.tile_words import LINE
from cmn_core.reference import District

if TYPE_CHECKING:
    from shapely import MultiPolygon, Polygon

Side = Literal["left", "right"]
_SIDES: tuple[Side, ...] = ("left", "right")
_LEAD_PX = 3.0
"""Between the end of the line and the words …"""
_GAP_PX = 5
"""… and between name and value."""
_AWAY_PX = 14
"""From the map's edge to a label beside it."""
_BAND_PX = 9
"""Half the height in which the map's edge is looked for."""
_APART = 1.18
"""From one label beside the map to the next, in their heights."""
_SLICES = (0.2, 0.35, 0.5, 0.65, 0.8)
"""Heights of a shape at which a line may begin."""


@dataclass(frozen=True, slots=True)
class SideWord:
    """A text of a label beside the map, moved in px from the label's end at the map."""

    text: str
    size: float
    dx: float
    dy: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class SideLabel:
    """Words beside the map, and the point inside the shape that it speaks of."""

    oktmo: str
    side: Side
    x: float
    y: float
    at: tuple[float, float]
    words: tuple[SideWord, ...]


@dataclass(frozen=True, slots=True)
class _SideWords:
    """The words of a label beside the map and the room that they take."""

    words: tuple[SideWord, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Way:
    """Where the line of a label beside the map begins, and to which side it goes."""

    oktmo: str
    side: Side
    at: tuple[float, float]


def place_beside(
    boxes: "Sequence[Polygon]",
    waiting: Collection[str],
    areas: "Mapping[str, MultiPolygon]",
    plane: MapPlane,
    drawn: Mapping[str, tuple[District, Standing]],
    look: Look,
    aside: float,
) -> tuple[tuple[SideLabel, ...], float]:
    """Place labels of the waiting shapes beside the map, each near its shape's height.

    `boxes`: the labels inside, which no line should cross; `aside`: the room at each side of the plane. Returns the
    labels and the room that they take.
    """
    import shapely

    whole = shapely.union_all(list(areas.values()))
    ways = [_choose_way(oktmo, area, boxes, plane) for oktmo, area in areas.items() if oktmo in waiting]
    placed: list[SideLabel] = []
    beyond = 0.0
    for side in _SIDES:
        members = sorted((way for way in ways if way.side == side), key=lambda way: way.at[1])
        told = []
        for way in members:
            room = aside + _reach(whole, side, way.at[1], plane)
            line = _list_side_words(*drawn[way.oktmo], look, side, stacked=False)
            told.append(line if line.width <= room else _list_side_words(*drawn[way.oktmo], look, side, stacked=True))
        middles = _spread([way.at[1] for way in members], [words.height * _APART for words in told], plane.height)
        for way, words, y in zip(members, told, middles, strict=True):
            reach = _reach(whole, side, y, plane)
            beyond = max(beyond, words.width - reach)
            x = reach if side == "left" else plane.width - reach
            placed.append(SideLabel(way.oktmo, side, round(x, 1), round(y, 1), way.at, words.words))
    return tuple(placed), beyond


def _list_side_words(district: District, standing: Standing, look: Look, side: Side, *, stacked: bool) -> _SideWords:
    """Return name and value of a label beside the map, in one line or two."""
    bold = standing.kind != "none"
    name_size, value_size = float(look.tile_name), float(look.text if bold else look.tile_name)
    name_width = text_width(district.short, name_size)
    value_width = text_width(standing.dated_words, value_size, bold=bold)
    if stacked:
        down = (name_size + value_size) * LINE / 4
        names, values = (_LEAD_PX, -down), (_LEAD_PX, down)
        width, height = max(name_width, value_width), (name_size + value_size) * LINE
    else:
        name_dx = 0 if side == "right" else value_width + _GAP_PX
        value_dx = name_width + _GAP_PX if side == "right" else 0
        names, values = (_LEAD_PX + name_dx, 0.0), (_LEAD_PX + value_dx, 0.0)
        width, height = name_width + _GAP_PX + value_width, value_size * LINE
    outward = 1 if side == "right" else -1
    words = (
        SideWord(district.short, name_size, outward * names[0], names[1]),
        SideWord(standing.dated_words, value_size, outward * values[0], values[1], bold),
    )
    return _SideWords(words, _LEAD_PX + width, height)


def _reach(whole: "MultiPolygon", side: Side, y: float, plane: MapPlane) -> float:
    """Return how far into the plane a label may reach at a height before it meets the map."""
    import shapely

    band = shapely.clip_by_rect(whole, -1, y - _BAND_PX, plane.width + 1, y + _BAND_PX)
    left, _, right, _ = (whole if band.is_empty else band).bounds
    return float(left if side == "left" else plane.width - right) - _AWAY_PX


def _choose_way(oktmo: str, shape: "MultiPolygon", boxes: "Sequence[Polygon]", plane: MapPlane) -> _Way:
    """Choose a point inside and a side so that the line crosses no label, is short and begins near the middle."""
    import shapely

    ways: list[tuple[float, _Way]] = []
    points = _list_points(shape)
    for x, y in points:
        for side in _SIDES:
            end = -1.0 if side == "left" else plane.width + 1
            line = shapely.LineString([(x, y), (end, y)])
            crossed = sum(line.intersects(box) for box in boxes)
            cost = crossed * plane.width + abs(end - x) + math.dist((x, y), points[0])
            ways.append((cost, _Way(oktmo, side, (round(x, 1), round(y, 1)))))
    return min(ways, key=lambda way: way[0])[1]


def _list_points(shape: "MultiPolygon") -> list[tuple[float, float]]:
    """Return the middle of a shape, then points inside it at several heights."""
    import shapely

    left, top, right, bottom = shape.bounds
    points = [shapely.maximum_inscribed_circle(shape).coords[0]]
    for part in _SLICES:
        y = top + (bottom - top) * part
        cuts = shapely.get_parts(shape.intersection(shapely.LineString([(left, y), (right, y)])))
        widest = max((cut for cut in cuts if cut.length), key=lambda cut: cut.length, default=None)
        if widest is not None:
            points.append((widest.centroid.x, y))
    return [(x, y) for x, y in points]


def _spread(wanted: Sequence[float], heights: Sequence[float], whole: float) -> list[float]:
    """Move middles so little that neighbours stand apart: crowded ones share the middle of their wishes."""
    groups: list[list[int]] = []

    def top_of(group: list[int]) -> float:
        taken, wishes = 0.0, 0.0
        for place in group:
            wishes += wanted[place] - heights[place] / 2 - taken
            taken += heights[place]
        return max(0.0, min(wishes / len(group), whole - taken))

    for place in range(len(wanted)):
        groups.append([place])
        while len(groups) > 1 and top_of(groups[-1]) < top_of(groups[-2]) + sum(heights[item] for item in groups[-2]):
            last = groups.pop()
            groups[-1] += last
    middles = []
    for group in groups:
        top = top_of(group)
        for place in group:
            middles.append(top + heights[place] / 2)
            top += heights[place]
    return middles

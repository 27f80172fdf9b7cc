"""Where a municipality's name and value stand on the map: whole inside its shape, else beside the map with a line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cmn_core.charts.look import Look
from cmn_core.charts.map_plane import MapPlane
from cmn_core.charts.map_side_labels import SideLabel, place_beside
from cmn_core.charts.standing import Standing
from cmn_core.charts.text_width import text_width
from cmn_core.charts.tile_words import BREAK, LINE, TileWord, stack_lines
from cmn_core.reference import District

if TYPE_CHECKING:
    from shapely import MultiPolygon

Line = tuple[str, float, bool]
"""Text, size, bold."""
_PADDING_PX = 3
_TOLERANCE_PX = 2
"""How far a label may stand over its shape's border."""


@dataclass(frozen=True, slots=True)
class InnerLabel:
    """Lines around a point inside a shape, in px of the plane."""

    oktmo: str
    x: float
    y: float
    words: Sequence[TileWord]
    box: tuple[float, float, float, float]
    """Left, top, right and lower edge of the lines."""


@dataclass(frozen=True, slots=True)
class MapLabels:
    """All labels of a map; what those at the sides need of room beyond the plane, in px."""

    inner: tuple[InnerLabel, ...]
    side: tuple[SideLabel, ...]
    beyond: float


def place_labels(
    plane: MapPlane, drawn: Mapping[str, tuple[District, Standing]], look: Look, *, aside: float
) -> MapLabels:
    """Place all labels; those that fit nowhere inside stand beside the map in the order of their shapes.

    `aside`: the room at each side of the plane; where it is too little for a line, the value stands under the name.
    """
    import shapely

    areas = {
        oktmo: shapely.MultiPolygon([(polygon[0], polygon[1:]) for polygon in shape]).buffer(0)
        for oktmo, shape in plane.shapes.items()
    }
    fitted = (_fit(oktmo, area, _list_layouts(*drawn[oktmo], look)) for oktmo, area in areas.items())
    inner = tuple(label for label in fitted if label is not None)
    boxes = [shapely.box(*label.box) for label in inner]
    waiting = areas.keys() - {label.oktmo for label in inner}
    side, beyond = place_beside(boxes, waiting, areas, plane, drawn, look, aside)
    return MapLabels(inner, side, beyond)


def _list_layouts(district: District, standing: Standing, look: Look) -> list[list[Line]]:
    """Return what may stand inside, the largest first."""
    bold = standing.kind != "none"
    names = [[district.short]]
    if BREAK in district.tile_name:
        names.append(district.tile_name.split(BREAK))
    sizes = (look.tile_value, look.text, look.tile_name) if bold else (look.tile_name,)
    return [
        [*((part, float(look.tile_name), False) for part in name), (standing.dated_words, float(size), bold)]
        for size in sizes
        for name in names
    ]


def _fit(oktmo: str, shape: "MultiPolygon", layouts: list[list[Line]]) -> InnerLabel | None:
    """Find the largest layout that stands inside a shape, and where."""
    import shapely
    from shapely.affinity import scale

    room = shape.buffer(_TOLERANCE_PX)
    for lines in layouts:
        width, height = _size(lines)
        # Where the largest circle stands in a plane squeezed by the label's proportions, its box has most room.
        squeezed = scale(shape, xfact=height / width, yfact=1, origin=(0, 0))
        middle = shapely.maximum_inscribed_circle(squeezed).coords[0]
        x, y = middle[0] * width / height, middle[1]
        box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        if room.contains(shapely.box(*box)):
            return InnerLabel(oktmo, round(x, 1), round(y, 1), stack_lines(lines), box)
    return None


def _size(lines: Sequence[Line]) -> tuple[float, float]:
    width = max(text_width(text, size, bold=bold) for text, size, bold in lines)
    return width + _PADDING_PX, sum(size * LINE for _, size, _ in lines)

"""Coordinates made into shapes: checked point by point, mended, simplified without tearing common borders, wound."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cmn_core.reference.boundaries import Shape

if TYPE_CHECKING:
    from shapely import MultiPolygon

_FEWEST_POINTS = 4
_FIRST_TOLERANCE = 0.001
"""In degrees: about 100 m, less than a pixel of any screen."""
_PLACES = 4
"""Decimals of a degree that are kept: about 10 m."""
_POLYGONS = {"Polygon": 1, "MultiPolygon": 2}


class ShapeFault(ValueError):  # noqa: N818 - a fault of the data, told as a value by whoever catches it
    """What is wrong with one geometry, the end of a sentence."""


def parse_shape(geometry: Any) -> "tuple[MultiPolygon, bool]":
    """Return a geometry as polygons and whether it had to be mended; raise ShapeFault where it is none."""
    import shapely

    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in _POLYGONS:
        named = kind if isinstance(kind, str) and len(kind) < 30 else "пусто"
        raise ShapeFault(f"нужен контур (Polygon или MultiPolygon), а в файле {named}")
    coordinates = geometry.get("coordinates")
    polygons = _as_list([coordinates] if kind == "Polygon" else coordinates)
    rings = [[_parse_ring(ring) for ring in _as_list(polygon)] for polygon in polygons]
    shape = shapely.MultiPolygon([shapely.Polygon(outer[0], outer[1:]) for outer in rings])
    mended = not shape.is_valid
    whole = _keep_polygons(shapely.make_valid(shape) if mended else shape)
    if whole.is_empty:
        raise ShapeFault("контур не имеет площади")
    return whole, mended


def join_shapes(parts: "list[MultiPolygon]") -> "MultiPolygon":
    """Join the parts of one municipality; raise ShapeFault where they lie over each other."""
    import shapely

    if len(parts) == 1:
        return parts[0]
    joined = shapely.union_all(parts)
    if joined.area < 0.99 * sum(part.area for part in parts):
        raise ShapeFault("встречается несколько раз, и контуры накладываются: оставьте один")
    return _keep_polygons(joined)


def simplify_shapes(shapes: "Mapping[str, MultiPolygon]", most: int) -> "dict[str, MultiPolygon]":
    """Make lines simpler, those between neighbours alike, until no more than `most` points are left."""
    import shapely

    tolerance, simpler = _FIRST_TOLERANCE, dict(shapes)
    while count_points(simpler) > most and tolerance < 1:
        reduced = shapely.coverage_simplify(list(shapes.values()), tolerance)
        simpler = {oktmo: _keep_polygons(shape) for oktmo, shape in zip(shapes, reduced, strict=True)}
        tolerance *= 2
    return simpler


def count_points(shapes: "Mapping[str, MultiPolygon]") -> int:
    """Count the points of shapes."""
    import shapely

    return int(sum(shapely.get_num_coordinates(list(shapes.values()))))


def write_shape(shape: "MultiPolygon") -> Shape:
    """Write polygons as plain lists; outer rings run clockwise, as the maps of Vega want them."""
    import shapely

    wound = shapely.orient_polygons(shape, exterior_cw=True)
    return [
        [
            [(round(x, _PLACES), round(y, _PLACES)) for x, y in ring.coords]
            for ring in (polygon.exterior, *polygon.interiors)
        ]
        for polygon in wound.geoms
    ]


def _parse_ring(ring: Any) -> list[tuple[float, float]]:
    points = [_parse_point(point) for point in _as_list(ring)]
    if len(points) < _FEWEST_POINTS:
        raise ShapeFault("в контуре меньше четырёх точек")
    return points


def _parse_point(point: Any) -> tuple[float, float]:
    numbers = point[:2] if isinstance(point, list) else []
    if len(numbers) != 2 or not all(isinstance(number, int | float) and math.isfinite(number) for number in numbers):
        raise ShapeFault("координаты точки — не два числа")
    longitude, latitude = numbers
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
        raise ShapeFault("координаты не в градусах долготы и широты (нужна система WGS 84)")
    return float(longitude), float(latitude)


def _as_list(value: Any) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise ShapeFault("координаты записаны не по правилам GeoJSON")
    return value


def _keep_polygons(shape: Any) -> "MultiPolygon":
    """Keep the areas of what mending or joining left: lines and points go."""
    import shapely

    parts = shapely.get_parts(shapely.get_parts(shape)) if shape.geom_type == "GeometryCollection" else [shape]
    areas = [area for part in parts for area in shapely.get_parts(part) if area.geom_type == "Polygon" and area.area]
    return shapely.MultiPolygon(areas)

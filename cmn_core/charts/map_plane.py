"""Boundaries laid on a plane: a conic projection drawn for the region itself, and its fit into a chart."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import altair as alt

from cmn_core.reference.boundaries import Boundaries, Ring, Shape

_PLACES = 2
"""Decimals of a px that are kept."""
_FRAME = 1000
"""Width of the frame; its height is rounded up to whole steps, so that there are few of them."""
_STEP = 20


@dataclass(frozen=True, slots=True)
class MapPlane:
    """Shapes in px of the planned size, y downwards, and the room that they take."""

    shapes: Mapping[str, Shape]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Cone:
    """Lambert's conformal cone through two parallels: shapes stay alike, a degree north is as long as on the ground."""

    longitude: float
    n: float
    f: float

    def project(self, longitude: float, latitude: float) -> tuple[float, float]:
        radius = self.f * _stretch(latitude) ** -self.n
        angle = self.n * math.radians(longitude - self.longitude)
        return radius * math.sin(angle), radius * math.cos(angle)


def lay_map(boundaries: Boundaries, width: float, height: float) -> MapPlane:
    """Project shapes and fit them into a room in px, north up, proportions kept."""
    points = [point for shape in boundaries.shapes.values() for ring in _rings(shape) for point in ring]
    cone = _choose_cone(points)
    placed = [cone.project(*point) for point in points]
    left, top = min(x for x, _ in placed), min(y for _, y in placed)
    across = max(x for x, _ in placed) - left
    down = max(y for _, y in placed) - top
    scale = min(width / across, height / down)

    def place(point: tuple[float, float]) -> tuple[float, float]:
        x, y = cone.project(*point)
        return round((x - left) * scale, _PLACES), round((y - top) * scale, _PLACES)

    shapes = {
        oktmo: [[[place((x, y)) for x, y in ring] for ring in polygon] for polygon in shape]
        for oktmo, shape in boundaries.shapes.items()
    }
    return MapPlane(shapes, across * scale, down * scale)


@dataclass(frozen=True, slots=True)
class MapFrame:
    """The whole chart in units that every chart shares, the map in the middle of its room at the top.

    The projection of a pattern knows nothing but the frame's height: patterns are made once and kept.
    """

    left: float
    top: float
    unit: float
    height: int

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the plane in the frame."""
        return round((x + self.left) * self.unit, 1), round((y + self.top) * self.unit, 1)


def frame_map(plane: MapPlane, *, width: float, room: float, height: float) -> MapFrame:
    """Frame a map that has `room` of a chart's height, all in px."""
    unit = _FRAME / width
    rounded = math.ceil(height * unit / _STEP) * _STEP
    return MapFrame((width - plane.width) / 2, (room - plane.height) / 2, unit, rounded)


@cache
def map_projection(frame_height: int) -> alt.Projection:
    """Return the projection that keeps the frame in the middle of whatever size the chart gets."""
    scale = f"min(width / {_FRAME}, height / {frame_height})"
    middle = f"[(width - {_FRAME} * {scale}) / 2, (height - {frame_height} * {scale}) / 2]"
    return alt.Projection(type="identity", scale=alt.ExprRef(scale), translate=alt.ExprRef(middle))


def _choose_cone(points: list[tuple[float, float]]) -> _Cone:
    """Touch the ground at a sixth and five sixths of the region's height, as atlases do."""
    longitudes, latitudes = zip(*points, strict=True)
    south, north = min(latitudes), max(latitudes)
    first, second = (math.radians(south + (north - south) * part) for part in (1 / 6, 5 / 6))
    n = math.sin(first)
    if second - first > 1e-6:
        n = math.log(math.cos(first) / math.cos(second)) / math.log(
            _stretch(math.degrees(second)) / _stretch(math.degrees(first))
        )
    f = math.cos(first) * _stretch(math.degrees(first)) ** n / n
    return _Cone((min(longitudes) + max(longitudes)) / 2, n, f)


def _stretch(latitude: float) -> float:
    return math.tan(math.pi / 4 + math.radians(latitude) / 2)


def _rings(shape: Shape) -> list[Ring]:
    return [ring for polygon in shape for ring in polygon]

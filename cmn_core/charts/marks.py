"""The marks that charts of municipalities are made of: boxes, lines, words, and what the pointer finds."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import altair as alt

from cmn_core.charts.contrast import WHITE
from cmn_core.charts.layer import FilledLayer, start_pattern
from cmn_core.charts.map_plane import map_projection

Align = Literal["left", "center", "right"]
Tooltip = tuple[tuple[str, str], ...]
"""Lines of a tooltip: a row's field and its title."""
SELECTION = "district"
"""Name of the click selection: a page reads the clicked mark's fields from it."""
OPENS = "oktmo"
"""The field by which a click opens a municipality."""
_ACROSS, _DOWN = ("x", "left", "right"), ("y", "top", "bottom")
DASH = "datum.dashed ? [4, 3] : [1, 0]"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in the chart's own units."""

    left: float
    right: float
    top: float
    bottom: float
    fill: str
    stroke: str
    dashed: bool = False
    stroke_px: float = 1.5


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line in the chart's own units."""

    left: float
    top: float
    right: float
    bottom: float
    colour: str
    stroke_px: float = 1.5
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A text at a point; `dx` and `dy` move it in px."""

    text: str
    x: float
    y: float
    size: float
    colour: str
    align: Align = "left"
    dx: float = 0
    dy: float = 0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Plane:
    """The units that marks are placed in: x grows to the right, y downwards."""

    x: tuple[float, float]
    y: tuple[float, float]

    def scale(self, row: dict[str, Any]) -> dict[str, Any]:
        """Return a row with its places as parts of the plot: so one pattern serves every chart."""
        for fields, (start, end) in ((_ACROSS, self.x), (_DOWN, self.y)):
            row |= {field: round((row[field] - start) / (end - start), 5) for field in fields if field in row}
        return row

    def rows(self, marks: Sequence[Box | Rule | Word]) -> list[dict[str, Any]]:
        """Return marks as rows of chart data, placed as parts of the plot."""
        return [self.scale(row) for row in list_mark_rows(marks)]


def list_mark_rows(marks: Sequence[Box | Rule | Word]) -> list[dict[str, Any]]:
    """Return marks as rows of chart data."""
    return [{name: getattr(mark, name) for name in mark.__slots__} for mark in marks]


def build_boxes(boxes: Sequence[Box], plane: Plane, *, radius: int = 2) -> FilledLayer:
    """Build the layer of rectangles."""
    return FilledLayer("boxes", _box_pattern(radius), plane.rows(boxes))


def build_rules(rules: Sequence[Rule], plane: Plane) -> FilledLayer:
    """Build the layer of straight lines."""
    return FilledLayer("rules", _rule_pattern(), plane.rows(rules))


def build_words(words: Sequence[Word], plane: Plane, *, name: str = "words", halo_px: float = 0) -> FilledLayer:
    """Build the layer of texts; with a halo, the white ground under texts that stand on a line."""
    return FilledLayer(name, _word_pattern(name, halo_px), plane.rows(words))


def build_upright_words(words: Sequence[Word], plane: Plane) -> FilledLayer:
    """Build the layer of texts that are read from below upwards, each from its point on."""
    return FilledLayer("upright", _word_pattern("upright", 0, angle=270), plane.rows(words))


def build_map_words(words: Sequence[Word], frame_height: int) -> FilledLayer:
    """Build texts at points of a map's frame."""
    return FilledLayer("words", _word_pattern("words", 0, frame_height), list_mark_rows(words))


def build_hits(
    rows: Sequence[dict[str, Any]], plane: Plane, tooltip: Tooltip, *, selects: tuple[str, ...] = (OPENS,)
) -> FilledLayer:
    """Build the topmost, transparent layer that shows tooltips and takes clicks: they select the fields' values."""
    return FilledLayer("hits", _hit_pattern(tooltip, selects), [plane.scale(dict(row)) for row in rows])


def build_points(rows: Sequence[dict[str, Any]], plane: Plane, tooltip: Tooltip, *, size: float) -> FilledLayer:
    """Build the layer of round points with their tooltips: `x`, `y`, `fill`, `stroke` and the tooltip's fields."""
    return FilledLayer("points", _point_pattern(size, tooltip), [plane.scale(dict(row)) for row in rows])


def build_lines(tooltip: Tooltip) -> list[alt.Tooltip]:
    """Build the lines of a tooltip."""
    return [alt.Tooltip(field=field, type="nominal", title=title) for field, title in tooltip]


def place_encodings(*fields: str) -> dict[str, Any]:
    """Return the encodings of places that `Plane.scale` has made parts of the plot."""
    channels = {"x": alt.X, "left": alt.X, "y": alt.Y, "top": alt.Y}
    encodings: dict[str, Any] = {}
    for field in fields:
        if field in ("right", "bottom"):
            encodings["x2" if field == "right" else "y2"] = (
                alt.X2(field="right") if field == "right" else alt.Y2(field="bottom")
            )
        else:
            scale = alt.Scale(domain=[0, 1], nice=False, zero=False, reverse=field in _DOWN)
            encodings["y" if field in _DOWN else "x"] = channels[field](
                field=field, type="quantitative", axis=None, scale=scale
            )
    return encodings


def map_encodings() -> dict[str, Any]:
    """Return the encodings of places that go through the projection of a map."""
    return {
        "longitude": alt.Longitude(field="x", type="quantitative"),
        "latitude": alt.Latitude(field="y", type="quantitative"),
    }


@cache
def _box_pattern(radius: int) -> alt.Chart:
    pattern: alt.Chart = (
        start_pattern("boxes")
        .mark_rect(cornerRadius=radius, strokeWidth=alt.ExprRef("datum.stroke_px"), strokeDash=alt.ExprRef(DASH))
        .encode(
            **place_encodings("left", "right", "top", "bottom"),
            fill=alt.Fill(field="fill", type="nominal", scale=None),
            stroke=alt.Stroke(field="stroke", type="nominal", scale=None),
        )
    )
    return pattern


@cache
def _rule_pattern() -> alt.Chart:
    pattern: alt.Chart = (
        start_pattern("rules")
        .mark_rule(strokeWidth=alt.ExprRef("datum.stroke_px"), strokeDash=alt.ExprRef(DASH))
        .encode(
            **place_encodings("left", "right", "top", "bottom"),
            color=alt.Color(field="colour", type="nominal", scale=None),
        )
    )
    return pattern


@cache
def _word_pattern(name: str, halo_px: float, frame_height: int | None = None, angle: int = 0) -> alt.Chart:
    places = place_encodings("x", "y") if frame_height is None else map_encodings()
    pattern: alt.Chart = (
        start_pattern(name)
        .mark_text(
            align=alt.ExprRef("datum.align"),
            fontWeight=alt.ExprRef("datum.bold ? 'bold' : 'normal'"),
            dx=alt.ExprRef("datum.dx"),
            dy=alt.ExprRef("datum.dy"),
            baseline="middle",
            angle=angle or alt.Undefined,
            stroke=WHITE if halo_px else alt.Undefined,
            strokeWidth=halo_px or alt.Undefined,
            strokeJoin="round" if halo_px else alt.Undefined,
        )
        .encode(
            **places,
            text=alt.Text(field="text", type="nominal"),
            size=alt.Size(field="size", type="quantitative", scale=None),
            color=alt.Color(field="colour", type="nominal", scale=None),
        )
    )
    if frame_height is not None:
        pattern = pattern.properties(projection=map_projection(frame_height))
    return pattern


@cache
def _point_pattern(size: float, tooltip: Tooltip) -> alt.Chart:
    pattern: alt.Chart = (
        start_pattern("points")
        .mark_point(size=size**2, strokeWidth=2, opacity=1)
        .encode(
            **place_encodings("x", "y"),
            fill=alt.Fill(field="fill", type="nominal", scale=None),
            stroke=alt.Stroke(field="stroke", type="nominal", scale=None),
            tooltip=build_lines(tooltip),
        )
    )
    return pattern


@cache
def _hit_pattern(tooltip: Tooltip, selects: tuple[str, ...]) -> alt.Chart:
    pattern: alt.Chart = (
        start_pattern("hits")
        .mark_rect(fill="transparent", cursor="pointer" if selects else "default")
        .encode(
            **place_encodings("left", "right", "top", "bottom"),
            tooltip=build_lines(tooltip),
        )
    )
    if selects:
        pattern = pattern.add_params(alt.selection_point(name=SELECTION, fields=list(selects), on="click"))
    return pattern

"""Where in the region the target is reached: municipalities in their own boundaries, coloured as the tiles are."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import altair as alt

from cmn_core.analysis.figure import Figure, IndicatorFigures
from cmn_core.charts.canvas import Canvas, plan_canvas
from cmn_core.charts.contrast import WHITE
from cmn_core.charts.figure_tooltip import build_figure_tooltip, tell_figure
from cmn_core.charts.key import build_key
from cmn_core.charts.layer import FilledLayer, start_pattern
from cmn_core.charts.look import PAGE, Look
from cmn_core.charts.map_labels import MapLabels, place_labels
from cmn_core.charts.map_plane import MapFrame, MapPlane, frame_map, lay_map, map_projection
from cmn_core.charts.marks import (
    DASH,
    SELECTION,
    Plane,
    Tooltip,
    Word,
    build_lines,
    build_map_words,
    build_words,
    map_encodings,
)
from cmn_core.charts.standing import Standing, judge_figure, key_of_standings
from cmn_core.charts.theme import apply_theme
from cmn_core.reference import District, Reference
from cmn_core.reference.boundaries import Boundaries, Shape

_BORDER_PX, _CARRIED_PX, _OVER_PX = 1.0, 1.5, 3.0
_MARGIN_PX = 3
_TRIES, _SMALLER = 6, 0.93
_Districts = dict[str, tuple[District, Standing]]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A municipality that the boundaries show."""

    district: District
    figure: Figure
    standing: Standing


def build_region_map_chart(
    figures: IndicatorFigures,
    boundaries: Boundaries,
    reference: Reference,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    width: int = 620,
    height: int = 500,
    look: Look = PAGE,
) -> alt.LayerChart:
    """Build the map of one indicator; give the least size that it will be shown at."""
    indicator = reference.indicator(figures.region.indicator)
    drawn = {
        figure.district: _Drawn(
            reference.region.district(figure.district), figure, judge_figure(figure, indicator, reference.palette)
        )
        for figure in figures.districts
        if figure.district in boundaries.shapes
    }
    key = key_of_standings((item.standing for item in drawn.values()), reference.palette)
    canvas = plan_canvas(look, width=width, height=height, title=title, subtitle=subtitle, key=key)
    line = look.small * 1.4 if boundaries.attribution else 0
    districts = {oktmo: (item.district, item.standing) for oktmo, item in drawn.items()}
    shown = Boundaries({oktmo: boundaries.shapes[oktmo] for oktmo in drawn})
    room = canvas.plot_height - line
    plane, labels = _lay_with_labels(shown, districts, canvas, room)
    whole = canvas.plot_height + canvas.key_height
    frame = frame_map(plane, width=canvas.plot_width, room=room, height=whole)
    shapes = {oktmo: _frame_shape(shape, frame) for oktmo, shape in plane.shapes.items()}
    tooltip = build_figure_tooltip(indicator)
    layers = [
        FilledLayer("shapes", _shape_pattern(frame.height), _shape_rows(drawn, shapes)),
        *_build_leaders(labels, reference.palette.ink, frame),
        build_map_words(_list_words(labels, districts, reference.palette.ink, frame), frame.height),
        FilledLayer("hits", _hit_pattern(tooltip, frame.height), _hit_rows(drawn, shapes, reference)),
    ]
    credit = _build_credit(boundaries.attribution, canvas, reference.palette.muted)
    return apply_theme([*layers, *credit, *build_key(canvas, reference.palette)], canvas, reference.palette)


def _shape_rows(drawn: dict[str, _Drawn], shapes: dict[str, Shape]) -> list[dict[str, Any]]:
    """Draw plain shapes first: the outlines of carried and flagged ones lie over their neighbours' borders."""
    ordered = sorted(drawn.values(), key=lambda item: (item.standing.over, item.standing.carried))
    return [
        {
            **_feature(shapes[item.district.oktmo]),
            "fill": item.standing.fill,
            "stroke": item.standing.stroke if item.standing.carried or item.standing.over else WHITE,
            "dashed": item.standing.carried,
            "stroke_px": _OVER_PX if item.standing.over else _CARRIED_PX if item.standing.carried else _BORDER_PX,
        }
        for item in ordered
    ]


def _hit_rows(drawn: dict[str, _Drawn], shapes: dict[str, Shape], reference: Reference) -> list[dict[str, Any]]:
    return [
        {
            **_feature(shapes[oktmo]),
            "oktmo": oktmo,
            **tell_figure(item.figure, reference.indicator(item.figure.indicator)),
        }
        for oktmo, item in drawn.items()
    ]


def _frame_shape(shape: Shape, frame: MapFrame) -> Shape:
    return [[[frame.place(x, y) for x, y in ring] for ring in polygon] for polygon in shape]


def _feature(shape: Shape) -> dict[str, Any]:
    return {"type": "Feature", "geometry": {"type": "MultiPolygon", "coordinates": shape}}


def _lay_with_labels(
    shown: Boundaries, districts: _Districts, canvas: Canvas, height: float
) -> tuple[MapPlane, MapLabels]:
    """Lay the map, smaller where the labels beside it would leave the chart."""
    room = canvas.plot_width - 2 * _MARGIN_PX
    width: float = room
    for _ in range(_TRIES):
        plane = lay_map(shown, width, height - 2 * _MARGIN_PX)
        aside = (room - plane.width) / 2
        labels = place_labels(plane, districts, canvas.look, aside=aside)
        if labels.beyond <= aside:
            break
        width = min(width, plane.width) * _SMALLER
    return plane, labels


def _list_words(labels: MapLabels, districts: _Districts, ink: str, frame: MapFrame) -> list[Word]:
    words = [
        Word(
            word.text, *frame.place(label.x, label.y), word.size, districts[label.oktmo][1].ink,
            align="center", dy=word.dy, bold=word.bold,
        )
        for label in labels.inner
        for word in label.words
    ]  # fmt: skip
    words += [
        Word(
            word.text, *frame.place(label.x, label.y), word.size, ink,
            align="left" if label.side == "right" else "right", dx=word.dx, dy=word.dy, bold=word.bold,
        )
        for label in labels.side
        for word in label.words
    ]  # fmt: skip
    return words


def _build_leaders(labels: MapLabels, colour: str, frame: MapFrame) -> list[FilledLayer]:
    """Build a thin line from each label beside the map to a dot in its shape."""
    lines, dots = [], []
    for label in labels.side:
        (x, y), (x2, y2) = frame.place(label.x, label.y), frame.place(*label.at)
        lines.append({"x": x, "y": y, "x2": x2, "y2": y2})
        dots.append({"x": x2, "y": y2})
    return [
        FilledLayer("leaders", _leader_pattern(colour, frame.height), lines),
        FilledLayer("dots", _dot_pattern(colour, frame.height), dots),
    ]


def _build_credit(attribution: str, canvas: Canvas, colour: str) -> list[FilledLayer]:
    """Write whose the boundaries are, at the right end of the line above the key."""
    if not attribution:
        return []
    whole = canvas.plot_height + canvas.key_height
    plane = Plane((0, canvas.plot_width), (0, whole))
    y = canvas.plot_height - canvas.look.small * 0.6
    word = Word(attribution, canvas.plot_width, y, canvas.look.small - 1, colour, align="right")
    return [build_words([word], plane, name="credit")]


@cache
def _shape_pattern(frame_height: int) -> alt.Chart:
    pattern: alt.Chart = (
        _start("shapes", frame_height)
        .mark_geoshape(strokeWidth=alt.ExprRef("datum.stroke_px"), strokeDash=alt.ExprRef(DASH), strokeJoin="round")
        .encode(
            fill=alt.Fill(field="fill", type="nominal", scale=None),
            stroke=alt.Stroke(field="stroke", type="nominal", scale=None),
        )
    )
    return pattern


@cache
def _leader_pattern(colour: str, frame_height: int) -> alt.Chart:
    pattern: alt.Chart = (
        _start("leaders", frame_height)
        .mark_rule(stroke=colour, strokeWidth=0.8)
        .encode(
            **map_encodings(),
            longitude2=alt.Longitude2(field="x2"),
            latitude2=alt.Latitude2(field="y2"),
        )
    )
    return pattern


@cache
def _dot_pattern(colour: str, frame_height: int) -> alt.Chart:
    pattern: alt.Chart = _start("dots", frame_height).mark_point(
        shape="circle", size=9, fill=colour, opacity=1, strokeWidth=0
    )
    return pattern.encode(**map_encodings())


@cache
def _hit_pattern(tooltip: Tooltip, frame_height: int) -> alt.Chart:
    pattern: alt.Chart = (
        _start("hits", frame_height)
        .mark_geoshape(fill="transparent", stroke="transparent", cursor="pointer")
        .encode(tooltip=build_lines(tooltip))
        .add_params(alt.selection_point(name=SELECTION, fields=["oktmo"], on="click"))
    )
    return pattern


def _start(name: str, frame_height: int) -> alt.Chart:
    return start_pattern(name).properties(projection=map_projection(frame_height))

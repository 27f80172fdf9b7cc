"""How chosen municipalities and the region moved over the months of a year, against the year's target."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import altair as alt

from cmn_core.analysis.figure import Figure, RegionFigure
from cmn_core.charts.canvas import Canvas, plan_canvas
from cmn_core.charts.contrast import WHITE
from cmn_core.charts.figure_tooltip import build_figure_tooltip, tell_figure
from cmn_core.charts.key import build_key
from cmn_core.charts.look import PAGE, Look
from cmn_core.charts.marks import Plane, Rule, Word, build_points, build_rules, build_words
from cmn_core.charts.month_frame import choose_labelled
from cmn_core.charts.month_points import MonthPoint, read_points
from cmn_core.charts.spread import spread_labels
from cmn_core.charts.standing import key_of_standings
from cmn_core.charts.target_line import TargetLine, read_target_line
from cmn_core.charts.text_width import text_width
from cmn_core.charts.theme import apply_theme
from cmn_core.reference import Palette, Reference
from cmn_core.wording import NO_DATA, SHORT_MONTHS, format_period

MonthsOfOne = Sequence[Figure] | Sequence[RegionFigure]
_LEADER_PX, _GAP_PX = 26, 6
_AXIS_LINES, _LABEL_LINES = 1.8, 1.3
_POINT = 0.7
"""Width of a point in type sizes."""


def build_trend_chart(
    lines: Sequence[MonthsOfOne],
    reference: Reference,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    width: int = 980,
    height: int = 400,
    look: Look = PAGE,
) -> alt.LayerChart:
    """Build a line for each given year of months, the region's first; names stand at the ends of the lines."""
    palette = reference.palette
    shares = any(figure.value_pct is not None for months in lines for figure in months)
    series = _read_series(lines, reference, shares=shares)
    carried = [point.standing for each in series for point in each.points if point.standing.carried]
    key = key_of_standings(carried, palette)
    canvas = plan_canvas(look, width=width, height=height, title=title, subtitle=subtitle, key=key)
    if not series:
        nothing = Word(NO_DATA, 0.5, 0.5, look.text, palette.muted, "center")
        return apply_theme([build_words([nothing], Plane((0, 1), (0, 1)))], canvas, palette)
    target = read_target_line(lines[0][-1].target_pct if shares else None)
    frame = _plan_frame(series, target, canvas)
    labels = _place_labels(series, target, frame, palette)
    layers = [
        build_rules([*_target_rules(target, frame, palette), *_rules(series, frame), *labels.leaders], frame.plane),
        build_words([*labels.words, *_month_words(frame, palette)], frame.plane),
        build_points(_points(series, frame), frame.plane, _tooltip(lines, reference), size=frame.size * _POINT),
        *build_key(canvas, palette),
    ]
    return apply_theme(layers, canvas, palette)


@dataclass(frozen=True, slots=True)
class _Series:
    name: str
    points: list[MonthPoint]
    colour: str
    stroke_px: float

    @property
    def last(self) -> MonthPoint:
        return self.points[-1]

    @property
    def label(self) -> str:
        return f"{self.name} {self.last.words}"


@dataclass(frozen=True, slots=True)
class _Frame:
    """Months side by side from the first with data to the last; all units are px."""

    first: int
    last: int
    slot_px: float
    end_px: float
    """Where the months end and the names begin."""
    top_px: float
    base_px: float
    size: float
    highest: float
    plane: Plane

    def x(self, month: int) -> float:
        return (month - self.first + 0.5) * self.slot_px

    def y(self, value: float) -> float:
        return self.base_px - (self.base_px - self.top_px) * value / self.highest


@dataclass(frozen=True, slots=True)
class _Labels:
    words: list[Word]
    leaders: list[Rule]


def _read_series(lines: Sequence[MonthsOfOne], reference: Reference, *, shares: bool) -> list[_Series]:
    palette = reference.palette
    colours = [(palette.ink, 3.0), *((colour, 2.0) for colour in palette.series)]
    read = [
        _Series(months[0].name, _measured(months, reference, shares=shares), colour, stroke_px)
        for months, (colour, stroke_px) in zip(lines, colours, strict=False)
    ]
    return [each for each in read if each.points]


def _measured(months: MonthsOfOne, reference: Reference, *, shares: bool) -> list[MonthPoint]:
    """Beside lines of shares a municipality that has only counts has no line."""
    points = read_points(months, reference)
    return points if not shares else [point for point in points if point.figure.value_pct is not None]


def _plan_frame(series: Sequence[_Series], target: TargetLine | None, canvas: Canvas) -> _Frame:
    size = canvas.look.text
    words = [each.label for each in series] + ([target.words] if target else [])
    room = max(text_width(label, size, bold=True) for label in words) + _LEADER_PX
    months = [point.month for each in series for point in each.points]
    values = [point.value for each in series for point in each.points] + ([target.value] if target else [])
    end_px = canvas.plot_width - room
    return _Frame(
        first=min(months),
        last=max(months),
        slot_px=end_px / (max(months) - min(months) + 1),
        end_px=end_px,
        top_px=size,
        base_px=canvas.plot_height - size * _AXIS_LINES,
        size=size,
        highest=max(values) * 1.05 or 1.0,
        plane=canvas.lay_plane((0, canvas.plot_width), (0, canvas.plot_height)),
    )


def _target_rules(target: TargetLine | None, frame: _Frame, palette: Palette) -> list[Rule]:
    rules = [Rule(0, frame.base_px, frame.end_px, frame.base_px, palette.line, 1)]
    if target:
        height = frame.y(target.value)
        rules.append(Rule(0, height, frame.end_px, height, palette.ink, 1, dashed=True))
    return rules


def _rules(series: Sequence[_Series], frame: _Frame) -> list[Rule]:
    return [
        Rule(
            frame.x(earlier.month),
            frame.y(earlier.value),
            frame.x(later.month),
            frame.y(later.value),
            each.colour,
            each.stroke_px,
            dashed=later.standing.carried,
        )
        for each in series
        for earlier, later in pairwise(each.points)
        if later.month == earlier.month + 1
    ]


def _place_labels(series: Sequence[_Series], target: TargetLine | None, frame: _Frame, palette: Palette) -> _Labels:
    ends = [(each.label, frame.x(each.last.month) + frame.size / 2, each.last.value, each.colour) for each in series]
    if target:
        ends.append((target.words, frame.end_px, target.value, palette.ink))
    wanted = [frame.y(value) for _, _, value, _ in ends]
    heights = spread_labels(wanted, frame.size * _LABEL_LINES, frame.top_px, frame.base_px)
    left = frame.end_px + _LEADER_PX - _GAP_PX
    return _Labels(
        [
            Word(label, left + _GAP_PX, height, frame.size, colour, bold=number == 0)
            for number, ((label, _, _, colour), height) in enumerate(zip(ends, heights, strict=True))
        ],
        [
            Rule(start, own, left, height, colour, 1)
            for (_, start, _, colour), own, height in zip(ends, wanted, heights, strict=True)
        ],
    )


def _month_words(frame: _Frame, palette: Palette) -> list[Word]:
    months = list(range(frame.first, frame.last + 1))
    widest = max(text_width(name, frame.size) for name in SHORT_MONTHS)
    return [
        Word(SHORT_MONTHS[month - 1], frame.x(month), frame.base_px, frame.size, palette.muted, "center", dy=frame.size)
        for month in months
        if month in choose_labelled(months, widest, frame.slot_px)
    ]


def _points(series: Sequence[_Series], frame: _Frame) -> list[dict[str, object]]:
    return [
        {
            "x": frame.x(point.month),
            "y": frame.y(point.value),
            "fill": WHITE if point.standing.carried else each.colour,
            "stroke": each.colour,
            "month": format_period(point.figure.period),
            **tell_figure(point.figure, point.indicator),
        }
        for each in series
        for point in each.points
    ]


def _tooltip(lines: Sequence[MonthsOfOne], reference: Reference) -> tuple[tuple[str, str], ...]:
    return (("month", "Месяц"), *build_figure_tooltip(reference.indicator(lines[0][0].indicator)))

"""How the value grew over the months of a calendar year, against the year's target."""

from collections.abc import Sequence
from itertools import pairwise

import altair as alt

from cmn_core.analysis.figure import Figure, RegionFigure
from cmn_core.charts.canvas import plan_canvas
from cmn_core.charts.contrast import WHITE
from cmn_core.charts.figure_tooltip import build_figure_tooltip, tell_figure
from cmn_core.charts.layer import FilledLayer
from cmn_core.charts.look import PAGE, Look
from cmn_core.charts.marks import Plane, Rule, Word, build_points, build_rules, build_words
from cmn_core.charts.month_frame import GAP_PX, MonthFrame, choose_labelled, plan_frame
from cmn_core.charts.month_points import MonthPoint, read_points, read_target
from cmn_core.charts.target_line import TargetLine
from cmn_core.charts.text_width import text_width
from cmn_core.charts.theme import apply_theme
from cmn_core.reference import Indicator, Palette, Reference
from cmn_core.wording import NO_DATA, SHORT_MONTHS, format_period

_HALO_PX = 5
_POINT = 0.8
"""Width of a point in type sizes."""
_SMALL = 0.9
"""Size of a carried month's date in parts of the month's name."""


def build_months_chart(
    figures: Sequence[Figure | RegionFigure],
    reference: Reference,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    width: int = 620,
    height: int = 260,
    look: Look = PAGE,
) -> alt.LayerChart:
    """Build the line of one indicator over one year's months; a month without data stays empty."""
    palette = reference.palette
    canvas = plan_canvas(look, width=width, height=height, title=title, subtitle=subtitle)
    points = read_points(figures, reference)
    if not points:
        nothing = Word(NO_DATA, 0.5, 0.5, look.text, palette.muted, "center")
        return apply_theme([build_words([nothing], Plane((0, 1), (0, 1)))], canvas, palette)
    target = read_target(points)
    frame = plan_frame([(point.month, point.value) for point in points], target, canvas)
    labels = _label_points(points, frame, target, palette)
    words = [*labels, *_month_words(points, frame, palette), *_target_words(target, frame, palette)]
    layers = [
        build_rules(_rules(points, frame, target, palette), frame.plane),
        build_words(labels, frame.plane, name="halo", halo_px=_HALO_PX),
        build_words(words, frame.plane),
        _build_points(points, frame, reference.indicator(points[0].figure.indicator)),
    ]
    return apply_theme(layers, canvas, palette)


def _label_points(
    points: list[MonthPoint], frame: MonthFrame, target: TargetLine | None, palette: Palette
) -> list[Word]:
    widest = max(text_width(point.words, frame.size, bold=True) for point in points)
    labelled = choose_labelled([point.month for point in points], widest, frame.slot_px)
    values = {point.month: point.value for point in points}
    return [
        Word(
            text=point.words,
            x=frame.x(point.month),
            y=frame.y(point.value),
            size=frame.size,
            colour=palette.ink,
            align="center",
            dx=frame.label_dx(point.value, values.get(point.month + 1), widest),
            dy=frame.label_dy(point.value, target),
            bold=True,
        )
        for point in points
        if point.month in labelled
    ]


def _month_words(points: list[MonthPoint], frame: MonthFrame, palette: Palette) -> list[Word]:
    size, base = frame.size, frame.base_px
    names = [
        Word(SHORT_MONTHS[month - 1], frame.x(month), base, size, palette.muted, "center", dy=size)
        for month in frame.months
    ]
    told = {point.month: f"на {point.figure.as_of:%d.%m}" for point in points if point.standing.carried}
    widest = max((text_width(words, size * _SMALL) for words in told.values()), default=0.0)
    dates = [
        Word(told[month], frame.x(month), base, size * _SMALL, palette.muted, "center", dy=size * 2.1)
        for month in (choose_labelled(list(told), widest, frame.slot_px) if told else ())
    ]
    return names + dates


def _target_words(target: TargetLine | None, frame: MonthFrame, palette: Palette) -> list[Word]:
    if not target:
        return []
    return [Word(target.words, len(frame.months), frame.y(target.value), frame.size, palette.ink, dx=GAP_PX)]


def _rules(points: list[MonthPoint], frame: MonthFrame, target: TargetLine | None, palette: Palette) -> list[Rule]:
    end = len(frame.months)
    rules = [Rule(0, frame.base_px, end, frame.base_px, palette.line, 1)]
    if target:
        rules.append(Rule(0, frame.y(target.value), end, frame.y(target.value), palette.ink))
    for earlier, later in pairwise(points):
        if later.month == earlier.month + 1:
            start, stop = frame.x(earlier.month), frame.x(later.month)
            heights = frame.y(earlier.value), frame.y(later.value)
            rules.append(Rule(start, heights[0], stop, heights[1], palette.muted, 2, dashed=later.standing.carried))
    return rules


def _build_points(points: list[MonthPoint], frame: MonthFrame, indicator: Indicator) -> FilledLayer:
    rows = [
        {
            "x": frame.x(point.month),
            "y": frame.y(point.value),
            "fill": WHITE if point.standing.carried else point.standing.fill,
            "stroke": point.standing.edge,
            "month": format_period(point.figure.period),
            **tell_figure(point.figure, indicator),
        }
        for point in points
    ]
    tooltip = (("month", "Месяц"), *build_figure_tooltip(indicator, "Чьи данные"))
    return build_points(rows, frame.plane, tooltip, size=frame.size * _POINT)

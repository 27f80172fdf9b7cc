"""A list of named bars with their values: what ranking, gaps, forms and organisations have in common."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import altair as alt

from cmn_core.charts.bar_labels import label_room, place_bar_label
from cmn_core.charts.bar_names import BarNames, wrap_names
from cmn_core.charts.bar_panels import BarPanels, BarPlace, count_rows, plan_panels
from cmn_core.charts.canvas import plan_canvas
from cmn_core.charts.contrast import text_colour_on
from cmn_core.charts.key import build_key
from cmn_core.charts.key_plan import KeyEntry
from cmn_core.charts.look import Look
from cmn_core.charts.marks import (
    OPENS,
    Align,
    Box,
    Rule,
    Tooltip,
    Word,
    build_boxes,
    build_hits,
    build_rules,
    build_words,
)
from cmn_core.charts.target_line import TargetLine
from cmn_core.charts.text_width import text_width
from cmn_core.charts.theme import apply_theme
from cmn_core.reference import Palette

_BREAK_AT, _BREAK_PX = 0.88, 7
"""Where a broken bar is interrupted, in parts of its drawn length, and how wide."""
_TEXT_SHARE = 0.8
"""The most that a line of text takes of a row's height."""


@dataclass(frozen=True, slots=True)
class BarRow:
    """A bar with its name; without a value only its words are written."""

    name: str
    value: float | None
    words: str
    fill: str
    stroke: str
    dashed: bool = False
    told: dict[str, Any] = field(default_factory=dict)
    """Texts of the tooltip, and `oktmo` where the row opens a municipality."""
    shown: float | None = None
    """Where the true length would dwarf all others: the length that is drawn, with a break in the bar."""

    @property
    def length(self) -> float:
        """Return the length that is drawn."""
        return self.shown if self.shown is not None else self.value or 0.0


@dataclass(frozen=True, slots=True)
class BarList:
    """Everything that a chart of bars shows."""

    rows: Sequence[BarRow]
    tooltip: Tooltip
    key: tuple[KeyEntry, ...] = ()
    target: TargetLine | None = None
    columns: int = 1
    selects: tuple[str, ...] = (OPENS,)
    """The fields that a click selects; empty: nothing opens."""


def build_bar_list(
    bars: BarList,
    palette: Palette,
    look: Look,
    *,
    title: str | None,
    subtitle: str | None,
    width: int,
    height: int | None,
) -> alt.LayerChart:
    """Build the chart; without a height every row gets the look's own."""
    names = _wrap_names(bars, look, width)
    head_rows = 1.0 if bars.target else 0.0
    rows = head_rows + count_rows(names.heights, bars.columns)
    canvas = plan_canvas(
        look, width=width, height=height, plot_height=rows * look.row, title=title, subtitle=subtitle, key=bars.key
    )
    size = min(look.text, canvas.plot_height / rows * _TEXT_SHARE)
    panels = plan_panels(
        names.heights,
        _ends(bars, size),
        canvas=canvas,
        columns=bars.columns,
        names_px=names.width,
        head_rows=head_rows,
    )
    placed = list(zip(bars.rows, panels.places, strict=True))
    boxes = [box for row, place in placed for box in _boxes(row, names.bar_place(place), panels.unit_px)]
    words = [
        word
        for (row, place), lines in zip(placed, names.lines, strict=True)
        for word in (
            *names.place_lines(lines, place, size, palette.ink),
            _value_word(row, names.bar_place(place), bars, panels.unit_px, size, palette),
        )
    ]
    hits = [_hit(row, place, names.width / panels.unit_px, panels) for row, place in placed]
    layers = [
        build_boxes(boxes, panels.plane),
        build_rules(_target_rules(bars.target, panels, palette), panels.plane),
        build_words([*words, *_target_words(bars.target, panels, size, palette)], panels.plane),
        build_hits(hits, panels.plane, bars.tooltip, selects=bars.selects),
        *build_key(canvas, palette),
    ]
    return apply_theme(layers, canvas, palette)


def _wrap_names(bars: BarList, look: Look, width: int) -> BarNames:
    labels_px = max((label_room(row.words, look.text) for row in bars.rows), default=0.0)
    return wrap_names([row.name for row in bars.rows], look, panel_px=width / bars.columns, labels_px=labels_px)


def _ends(bars: BarList, size: float) -> list[tuple[float, float]]:
    line = bars.target.value if bars.target else 0.0
    ends = [(max(row.length, line), label_room(row.words, size)) for row in bars.rows]
    return [*ends, (line, text_width(bars.target.words, size) / 2)] if bars.target else ends


def _boxes(row: BarRow, place: BarPlace, unit_px: float) -> list[Box]:
    if not row.length:
        return []
    broken = row.length * _BREAK_AT
    edges = (0.0, row.length) if row.shown is None else (0.0, broken, broken + _BREAK_PX / unit_px, row.length)
    return [
        Box(
            left=place.zero + start,
            right=place.zero + end,
            top=place.bar_top,
            bottom=place.bar_bottom,
            fill=row.fill,
            stroke=row.stroke,
            dashed=row.dashed,
        )
        for start, end in zip(edges[::2], edges[1::2], strict=True)
    ]


def _target_rules(target: TargetLine | None, panels: BarPanels, palette: Palette) -> list[Rule]:
    """Draw the target beside every panel's bars, from just above the first to the end of the last."""
    if not target:
        return []
    ends: dict[float, float] = {}
    for place in panels.places:
        ends[place.zero] = max(ends.get(place.zero, 0.0), place.bottom)
    return [
        Rule(zero + target.value, panels.head_rows - 0.15, zero + target.value, bottom, palette.ink)
        for zero, bottom in ends.items()
    ]


def _target_words(target: TargetLine | None, panels: BarPanels, size: float, palette: Palette) -> list[Word]:
    if not target:
        return []
    return [
        Word(target.words, zero + target.value, panels.head_rows / 2, size, palette.ink, "center", dy=-2)
        for zero in panels.zeros
    ]


def _value_word(row: BarRow, place: BarPlace, bars: BarList, unit_px: float, size: float, palette: Palette) -> Word:
    line = bars.target.value if bars.target else None
    label = place_bar_label(row.words, row.length, unit_px, size, line)
    known = row.value is not None
    colour = (text_colour_on(row.fill, palette.ink) if label.inside else palette.ink) if known else palette.muted
    align: Align = "right" if label.inside else "left"
    return Word(row.words, place.zero + label.value, place.middle, size, colour, align, label.dx, bold=known)


def _hit(row: BarRow, place: BarPlace, names: float, panels: BarPanels) -> dict[str, Any]:
    left, right = panels.plane.x
    pitch = panels.zeros[1] if len(panels.zeros) > 1 else right - left
    return {
        "left": place.zero - names,
        "right": min(place.zero - names + pitch, right),
        "top": place.top,
        "bottom": place.bottom,
        **row.told,
    }

"""What the colours of a chart mean: squares with words, only for what occurs in it."""

from functools import cache

import altair as alt

from cmn_core.charts.canvas import Canvas
from cmn_core.charts.key_plan import LINE, KeyPlace
from cmn_core.charts.layer import FilledLayer, start_pattern
from cmn_core.charts.marks import DASH, Plane, Word, build_words, place_encodings
from cmn_core.reference import Palette

_SQUARE = 1.05
"""Side of a square in type sizes."""
_WORDS_AFTER = 1.4
"""Where the words begin, from the left edge of the square, in type sizes."""


def build_key(canvas: Canvas, palette: Palette) -> list[FilledLayer]:
    """Build the layers of squares and words; the legends of Vega-Lite fall apart in some of its versions."""
    small = canvas.look.small
    height = canvas.plot_height + canvas.key_height
    plane = Plane((0, canvas.plot_width), (0, height))
    first = small * LINE / 2 + (0 if canvas.key_side == "above" else height - _lines(canvas) * small * LINE)
    squares, words = [], []
    for place in canvas.key:
        x, y = place.left + small * _SQUARE / 2 + 1, first + place.line * small * LINE
        squares.append(plane.scale(_square(place, x, y)))
        words.append(Word(place.entry.label, x, y, small, palette.ink, dx=small * (_WORDS_AFTER - _SQUARE / 2)))
    return [
        FilledLayer("key", _square_pattern(small), squares),
        build_words(words, plane, name="key_words"),
    ]


def _lines(canvas: Canvas) -> int:
    return max((place.line for place in canvas.key), default=-1) + 1


def _square(place: KeyPlace, x: float, y: float) -> dict[str, object]:
    entry = place.entry
    return {"x": x, "y": y, "fill": entry.fill, "stroke": entry.stroke, "dashed": entry.dashed}


@cache
def _square_pattern(size: float) -> alt.Chart:
    pattern: alt.Chart = (
        start_pattern("key")
        .mark_point(
            shape="square", size=(size * _SQUARE) ** 2, opacity=1, strokeWidth=1.5, strokeDash=alt.ExprRef(DASH)
        )
        .encode(
            **place_encodings("x", "y"),
            fill=alt.Fill(field="fill", type="nominal", scale=None),
            stroke=alt.Stroke(field="stroke", type="nominal", scale=None),
        )
    )
    return pattern

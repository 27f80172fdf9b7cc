"""One appearance for every chart: Russian locale, fonts, heading, no frame, no cut labels."""

from functools import cache
from typing import Any

import altair as alt

from cmn_core.charts.canvas import LINE, Canvas
from cmn_core.charts.contrast import WHITE
from cmn_core.charts.layer import FilledLayer, join_layers
from cmn_core.charts.look import Look
from cmn_core.reference import Palette
from cmn_core.wording import MONTHS, NBSP, SHORT_MONTHS

FONTS = "Source Sans, Liberation Sans, Arial, sans-serif"
"""Source Sans comes with Streamlit; vl-convert carries Liberation Sans, which has Cyrillic; Arial has its widths."""

NUMBER_LOCALE: dict[str, Any] = {"decimal": ",", "thousands": NBSP, "grouping": [3], "currency": ["", f"{NBSP}₽"]}
TIME_LOCALE: dict[str, Any] = {
    "dateTime": "%A, %e %B %Y г. %X",
    "date": "%d.%m.%Y",
    "time": "%H:%M:%S",
    "periods": ["", ""],
    "days": ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"],
    "shortDays": ["вс", "пн", "вт", "ср", "чт", "пт", "сб"],
    "months": list(MONTHS),
    "shortMonths": list(SHORT_MONTHS),
}

_FIT = alt.AutoSizeParams(type="fit", contains="padding")


def apply_theme(layers: list[FilledLayer], canvas: Canvas, palette: Palette) -> alt.LayerChart:
    """Join layers to a chart with its size, its heading and the common configuration."""
    chart = join_layers(layers)
    chart["config"] = _config(canvas.look, palette)
    chart["background"] = WHITE
    chart["width"], chart["height"] = canvas.width, canvas.height
    chart["autosize"] = _FIT
    # An object, for Streamlit adds its own lower padding to whatever stands here.
    chart["padding"] = dict.fromkeys(("left", "top", "right", "bottom"), canvas.look.margin)
    if canvas.title or canvas.subtitle:
        chart["title"] = _heading(canvas)
    return chart


def _heading(canvas: Canvas) -> alt.TitleParams:
    look = canvas.look
    return alt.TitleParams(
        text=list(canvas.title) or "",
        subtitle=list(canvas.subtitle),
        fontSize=look.title,
        lineHeight=look.title * LINE,
        subtitleFontSize=look.subtitle,
        subtitleLineHeight=look.subtitle * LINE,
        subtitlePadding=look.subtitle * 0.2,
        offset=look.text * 0.8,
    )


@cache
def _config(look: Look, palette: Palette) -> alt.Config:
    return alt.Config(
        font=FONTS,
        locale=alt.Locale(number=alt.NumberLocale(**NUMBER_LOCALE), time=alt.TimeLocale(**TIME_LOCALE)),
        view=alt.ViewConfig(stroke=None),
        title=alt.TitleConfig(
            anchor="start", frame="bounds", color=palette.ink, fontWeight="bold", subtitleColor=palette.muted
        ),
        axis=alt.AxisConfig(
            labelLimit=0,
            labelColor=palette.ink,
            labelFontSize=look.text,
            domainColor=palette.line,
            tickColor=palette.line,
            gridColor=palette.line,
        ),
        legend=alt.LegendConfig(labelLimit=0, labelColor=palette.ink),
        text=alt.MarkConfig(color=palette.ink, fontSize=look.text, limit=0),
    )

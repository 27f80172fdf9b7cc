"""A chart as a picture: PNG and SVG bytes."""

import json
from typing import Any

import altair as alt
import vl_convert

from cmn_core.charts.spec import chart_spec

Drawable = alt.LayerChart | dict[str, Any]


def export_png(chart: Drawable, scale: float = 2) -> bytes:
    """Draw a chart, or its specification, as a PNG."""
    picture: bytes = vl_convert.vegalite_to_png(_specification(chart), scale=scale)
    return picture


def export_svg(chart: Drawable) -> bytes:
    """Draw a chart, or its specification, as an SVG."""
    picture: str = vl_convert.vegalite_to_svg(_specification(chart))
    return picture.encode()


def _specification(chart: Drawable) -> str:
    return json.dumps(chart if isinstance(chart, dict) else chart_spec(chart))

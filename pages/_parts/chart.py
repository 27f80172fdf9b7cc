"""A chart on the screen: its specification as data, its words for those who do not see it, its clicks."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import altair as alt
import pyarrow as pa
import streamlit as st

from cmn_core.charts.growing import grow_words
from cmn_core.charts.marks import OPENS, SELECTION
from cmn_core.charts.spec import chart_spec


@dataclass(frozen=True, slots=True)
class ShownChart:
    """A chart fit for a cache."""

    spec: dict[str, Any]
    alt: str


def make_chart(chart: alt.LayerChart, words: str, *, grows: bool = False) -> ShownChart:
    """Turn a chart into data; `words` tell what it shows, `grows` lets its texts follow a large screen."""
    spec = chart_spec(chart)
    # Shapes are no table: they stand in the layer that draws them.
    shapes = {name: rows for name, rows in spec["datasets"].items() if "geometry" in rows[0]}
    spec["layer"] = [_with_own_rows(layer, shapes) for layer in spec["layer"]]
    spec["datasets"] = {name: _write_arrow(rows) for name, rows in spec["datasets"].items() if name not in shapes}
    return ShownChart(grow_words(spec) if grows else spec, words)


def show_chart(chart: ShownChart, key: str, *, fills: bool = False) -> None:
    """Show a chart; one that `fills` takes the height that the stylesheet gives its room (`.st-key-room_…`)."""
    with _room(key, fills=fills):
        st.vega_lite_chart(chart.spec, key=key, theme=None, alt=chart.alt, height="stretch" if fills else "content")


def show_opening_chart(chart: ShownChart, key: str, *, fills: bool = False) -> str | None:
    """Show a chart of municipalities in the same way; return the ОКТМО of the one that was clicked."""
    picked = show_picking_chart(chart, key, fills=fills)
    return (picked and picked.get(OPENS)) or None


def show_picking_chart(chart: ShownChart, key: str, *, fills: bool = False) -> dict[str, Any] | None:
    """Show a chart whose marks can be clicked; return the fields that the clicked one selects."""
    with _room(key, fills=fills):
        event = st.vega_lite_chart(
            chart.spec,
            key=key,
            theme=None,
            alt=chart.alt,
            height="stretch" if fills else "content",
            on_select="rerun",
            selection_mode=SELECTION,
        )
    picked = event["selection"].get(SELECTION) or []
    return next(iter(picked), None)


def _room(key: str, *, fills: bool) -> AbstractContextManager[object]:
    return st.container(key=f"room_{key}") if fills else nullcontext()


def _with_own_rows(layer: dict[str, Any], datasets: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    # A chart of a single layer has its rows above it.
    name = layer.get("data", {}).get("name")
    return {**layer, "data": {"values": datasets[name]}} if name in datasets else layer


def _write_arrow(rows: list[dict[str, Any]]) -> bytes:
    """Write rows as Streamlit sends them to the browser: done once here instead of at every run."""
    table = pa.Table.from_pylist(rows)
    buffer = BytesIO()
    with pa.ipc.new_stream(buffer, table.schema) as writer:
        writer.write_table(table)
    return buffer.getvalue()

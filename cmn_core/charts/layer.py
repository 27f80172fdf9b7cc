"""A layer of a chart: a pattern that is made once, and the rows that it draws this time."""

from dataclasses import dataclass
from typing import Any

import altair as alt


@dataclass(frozen=True, slots=True)
class FilledLayer:
    """Rows under a name, and the pattern that reads them by that name.

    Making a pattern (and its check by the schema) costs more than drawing: patterns are shared, only rows are new.
    """

    name: str
    pattern: alt.Chart
    rows: list[dict[str, Any]]


def start_pattern(name: str) -> alt.Chart:
    """Begin a pattern that reads the rows of a name."""
    return alt.Chart(alt.NamedData(name=name))


def join_layers(layers: list[FilledLayer]) -> alt.LayerChart:
    """Lay the patterns over each other and hand them their rows; layers without rows are left out."""
    chart = alt.LayerChart(layer=[layer.pattern for layer in layers if layer.rows])
    chart["datasets"] = {layer.name: layer.rows for layer in layers if layer.rows}
    return chart

"""A layer of a chart: a pattern that is made once, and the rows that it draws this time."""

from copy import copy
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
    shown = [layer for layer in layers if layer.rows]
    chart = _own_copy(_join_patterns([layer.pattern for layer in shown]))
    chart["datasets"] = {layer.name: layer.rows for layer in shown}
    return chart


def joined_spec(chart: alt.LayerChart) -> dict[str, Any]:
    """Return what the specification of a joined chart shares with all charts of its patterns; not to be changed."""
    return _SPECS[id(chart["layer"])]


# Altair copies each pattern twice while it joins them and once more for the specification, which took longer than all
# the figures. Patterns live as long as the process: there are as many of these as kinds of charts.
_JOINED: dict[tuple[int, ...], alt.LayerChart] = {}
_SPECS: dict[int, dict[str, Any]] = {}


def _join_patterns(patterns: list[alt.Chart]) -> alt.LayerChart:
    key = tuple(id(pattern) for pattern in patterns)
    if key not in _JOINED:
        chart = alt.LayerChart(layer=patterns)
        _SPECS[id(chart["layer"])] = chart.to_dict(validate=False)
        _JOINED[key] = chart
    return _JOINED[key]


def _own_copy(chart: alt.LayerChart) -> alt.LayerChart:
    """Return a chart with properties of its own over the same layers; Altair's own copies would join them anew."""
    own = copy(chart)
    object.__setattr__(own, "_kwds", dict(chart._kwds))
    return own

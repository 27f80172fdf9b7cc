"""The chart as plain data, fit for a cache."""

from typing import Any

import altair as alt

from cmn_core.charts.layer import joined_spec

_ROWS = "datasets"
_OWN = ("width", "height", "background", "padding", "autosize", "title", "config", _ROWS)


def chart_spec(chart: alt.LayerChart, *, validate: bool = False) -> dict[str, Any]:
    """Return the Vega-Lite specification.

    Checking it against the schema takes longer than making it and depends on the code, not on the figures: the tests
    check each chart's, pages need not. The rows are plain values already and are not walked through again.
    """
    own = {name: _as_data(chart[name]) for name in _OWN if chart[name] is not alt.Undefined}
    spec = {**joined_spec(chart), **own}
    if validate:
        alt.LayerChart.validate(spec)
    return spec


def _as_data(value: Any) -> Any:
    return value.to_dict(validate=False) if isinstance(value, alt.SchemaBase) else value

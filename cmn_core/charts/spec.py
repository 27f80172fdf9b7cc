"""The chart as plain data, fit for a cache."""

from typing import Any

import altair as alt


def chart_spec(chart: alt.LayerChart, *, validate: bool = False) -> dict[str, Any]:
    """Return the Vega-Lite specification.

    Checking it against the schema takes longer than making it and depends on the code, not on the figures: the tests
    check each chart's, pages need not. The rows are plain values already and are not walked through again.
    """
    spec: dict[str, Any] = chart.to_dict(validate=validate, ignore=["datasets"])
    spec["datasets"] = dict(chart["datasets"])
    return spec

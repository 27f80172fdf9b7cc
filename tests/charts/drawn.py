"""Read a chart back as it will be drawn: boxes and words in px of the plot."""

from dataclasses import dataclass
from typing import Any

import altair as alt

from cmn_core.charts.look import Look
from cmn_core.charts.spec import chart_spec
from cmn_core.charts.text_width import text_width


@dataclass(frozen=True)
class DrawnWord:
    """A text with the rectangle that it takes."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    colour: str
    bold: bool
    size: float

    def meets(self, other: "DrawnWord") -> bool:
        """Tell whether two texts lie over each other."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def rows_of(chart: alt.LayerChart, name: str) -> list[dict[str, Any]]:
    """Return a layer's rows."""
    return chart_spec(chart)["datasets"].get(name, [])


def texts_of(chart: alt.LayerChart, name: str = "words") -> list[str]:
    """Return a layer's texts."""
    return [row["text"] for row in rows_of(chart, name)]


def plot_size(chart: alt.LayerChart, look: Look) -> tuple[float, float]:
    """Return the inner width and height of a chart without a heading."""
    spec = chart_spec(chart)
    assert "title" not in spec
    return spec["width"] - 2 * look.margin, spec["height"] - 2 * look.margin


def words_of(chart: alt.LayerChart, look: Look, name: str = "words") -> list[DrawnWord]:
    """Return a layer's texts with their rectangles."""
    across, down = plot_size(chart, look)
    return [_word(row, across, down) for row in rows_of(chart, name)]


def boxes_of(chart: alt.LayerChart, look: Look) -> list[dict[str, Any]]:
    """Return the boxes with edges in px."""
    across, down = plot_size(chart, look)
    scales = {"left": across, "right": across, "top": down, "bottom": down}
    return [row | {field: row[field] * scale for field, scale in scales.items()} for row in rows_of(chart, "boxes")]


def _word(row: dict[str, Any], across: float, down: float) -> DrawnWord:
    width = text_width(row["text"], row["size"], bold=row["bold"])
    x, y = row["x"] * across + row["dx"], row["y"] * down + row["dy"]
    left = {"left": x, "center": x - width / 2, "right": x - width}[row["align"]]
    # Letters of a line are about as high as 0.9 of the type size.
    half = row["size"] * 0.45
    return DrawnWord(row["text"], left, left + width, y - half, y + half, row["colour"], row["bold"], row["size"])

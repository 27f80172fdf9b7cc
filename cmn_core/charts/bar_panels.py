"""Where the bars of a list stand: name, bar and note side by side, the list in one column or several."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmn_core.charts.canvas import Canvas
from cmn_core.charts.marks import Plane

NAME_GAP_PX = 8
_PANEL_GAP_PX = 28
_BAR_SHARE = 0.74
"""Part of a row of one line that its bar takes."""
_LEAST_PLOT_PX = 40.0


@dataclass(frozen=True, slots=True)
class BarPlace:
    """A row's place: the zero of its bar, its upper and lower edge, in the plane's units."""

    zero: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Return the height of the row's middle."""
        return (self.top + self.bottom) / 2

    @property
    def bar_top(self) -> float:
        """Return the upper edge of the bar."""
        return self.middle - _BAR_SHARE / 2

    @property
    def bar_bottom(self) -> float:
        """Return the lower edge of the bar."""
        return self.middle + _BAR_SHARE / 2


@dataclass(frozen=True, slots=True)
class BarPanels:
    """Panels side by side: across in units of the bars' value, down in rows of one line."""

    places: tuple[BarPlace, ...]
    zeros: tuple[float, ...]
    """The zero of each panel."""
    head_rows: float
    """Rows kept free above the list, for the target's label or a row of the whole region."""
    unit_px: float
    plane: Plane


def spread_rows(heights: Sequence[float], columns: int) -> list[tuple[int, float, float]]:
    """Give each row its panel, upper and lower edge; the list runs down the first panel, then the next."""
    per_panel = max(1, -(-len(heights) // columns))
    spread = []
    for start in range(0, len(heights), per_panel):
        top = 0.0
        for height in heights[start : start + per_panel]:
            spread.append((start // per_panel, top, top + height))
            top += height
    return spread


def count_rows(heights: Sequence[float], columns: int) -> float:
    """Return the height of the highest panel, in rows."""
    return max((bottom for _, _, bottom in spread_rows(heights, columns)), default=1.0)


def plan_panels(
    heights: Sequence[float],
    ends: Sequence[tuple[float, float]],
    *,
    canvas: Canvas,
    columns: int,
    names_px: float,
    notes_px: float = 0,
    head_rows: float = 0,
) -> BarPanels:
    """Divide a canvas among panels; few rows leave a rest of its height free rather than grow fat.

    `ends` are the bars' values, each with the px that its label needs beyond it.
    """
    panel_px = (canvas.plot_width - (columns - 1) * _PANEL_GAP_PX) / columns
    unit_px = _fit_unit(max(_LEAST_PLOT_PX, panel_px - names_px - notes_px), ends)
    zeros = tuple(panel * (panel_px + _PANEL_GAP_PX) / unit_px for panel in range(columns))
    places = tuple(
        BarPlace(zeros[panel], head_rows + top, head_rows + bottom)
        for panel, top, bottom in spread_rows(heights, columns)
    )
    left = -names_px / unit_px
    rows = max(head_rows + count_rows(heights, columns), canvas.plot_height / canvas.look.highest_row)
    plane = canvas.lay_plane((left, left + canvas.plot_width / unit_px), (0, rows))
    return BarPanels(places, zeros, head_rows, unit_px, plane)


def _fit_unit(plot_px: float, ends: Sequence[tuple[float, float]]) -> float:
    """Return the px of a unit of value at which every bar and its label fit."""
    return min(
        (max(_LEAST_PLOT_PX / 2, plot_px - label_px) / value for value, label_px in ends if value > 0),
        default=1.0,
    )

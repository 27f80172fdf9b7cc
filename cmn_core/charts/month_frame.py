"""Where the months of a year and their values stand on a line chart, and where each value is written."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmn_core.charts.canvas import Canvas
from cmn_core.charts.marks import Plane
from cmn_core.charts.target_line import TargetLine
from cmn_core.charts.text_width import text_width

LAST_MONTH = 12
GAP_PX = 8
_AXIS_LINES = 2.6
"""Height of the months' names and the dates under them, in type sizes."""
_TOP_LINES = 1.8
"""Room above the highest value, in type sizes."""
_CLEAR = 0.8
"""How far a label's middle keeps from the target line, in type sizes."""


@dataclass(frozen=True, slots=True)
class MonthFrame:
    """Slots of equal width from the first month with data to December; heights are px from above."""

    first: int
    slot_px: float
    top_px: float
    base_px: float
    size: float
    highest: float
    plane: Plane

    @property
    def months(self) -> range:
        """Return the months that are shown."""
        return range(self.first, LAST_MONTH + 1)

    def x(self, month: int) -> float:
        """Return the middle of a month's slot."""
        return month - self.first + 0.5

    def y(self, value: float) -> float:
        """Return the height of a value, px from above."""
        return self.base_px - (self.base_px - self.top_px) * value / self.highest

    def label_dx(self, value: float, following: float | None, widest_px: float) -> float:
        """Return how far a label moves to the left, out of the way of a line that rises to the next month."""
        if following is None or following <= value:
            return 0.0
        return -max(0.0, min(self.size * 0.8, (self.slot_px - widest_px) / 2))

    def label_dy(self, value: float, target: TargetLine | None) -> float:
        """Return how far from its point a label stands: above it, else below, else above the target line."""
        above, below = -self.size * 1.05, self.size * 1.15
        if target is None:
            return above
        line = self.y(target.value) - self.y(value)
        if abs(above - line) >= self.size * _CLEAR:
            return above
        if abs(below - line) >= self.size * _CLEAR and self.y(value) + below < self.base_px:
            return below
        return line - self.size * _CLEAR


def plan_frame(points: Sequence[tuple[int, float]], target: TargetLine | None, canvas: Canvas) -> MonthFrame:
    """Divide the plot among months with their values; on the right there is room for the target's words."""
    look = canvas.look
    first = min(month for month, _ in points)
    room = text_width(target.words, look.text) + GAP_PX if target else 0.0
    slot_px = (canvas.plot_width - room) / (LAST_MONTH - first + 1)
    return MonthFrame(
        first=first,
        slot_px=slot_px,
        top_px=look.text * _TOP_LINES,
        base_px=canvas.plot_height - look.text * _AXIS_LINES,
        size=look.text,
        highest=max([value for _, value in points] + ([target.value] if target else [])) or 1.0,
        plane=canvas.lay_plane((0, canvas.plot_width / slot_px), (0, canvas.plot_height)),
    )


def choose_labelled(months: Sequence[int], widest_px: float, slot_px: float) -> set[int]:
    """Return the months whose values are written: all, or from the last one back as many as stay apart."""
    step = max(1, -(-round(widest_px + GAP_PX) // max(1, round(slot_px))))
    return {month for month in months if (max(months) - month) % step == 0}

"""The months' values of one indicator: shares, or people where no share is known."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmn_core.analysis.figure import Figure, RegionFigure
from cmn_core.charts.standing import Standing, count_words, judge_figure
from cmn_core.charts.target_line import TargetLine, read_target_line
from cmn_core.reference import Indicator, Reference


@dataclass(frozen=True, slots=True)
class MonthPoint:
    """A month's value with its words."""

    figure: Figure | RegionFigure
    indicator: Indicator
    standing: Standing
    value: float
    words: str

    @property
    def month(self) -> int:
        """Return the calendar month."""
        return self.figure.period.month


def read_points(figures: Sequence[Figure | RegionFigure], reference: Reference) -> list[MonthPoint]:
    """Return the months that have a value, by month; people stand in only where no month has a share."""
    shares = any(figure.value_pct is not None for figure in figures)
    points = []
    for figure in sorted(figures, key=lambda figure: figure.period):
        measured = figure.value_pct if shares else figure.numerator
        if measured is not None:
            indicator = reference.indicator(figure.indicator)
            standing = judge_figure(figure, indicator, reference.palette)
            words = standing.words if shares else count_words(int(measured), indicator)
            points.append(MonthPoint(figure, indicator, standing, float(measured), words))
    return points


def read_target(points: Sequence[MonthPoint]) -> TargetLine | None:
    """Return the year's target where the points are shares."""
    last = points[-1].figure
    return read_target_line(last.target_pct if last.value_pct is not None else None)

"""A figure as a screen shows it large: value, plan, what is lacking, change, and what was divided by what."""

from dataclasses import dataclass
from decimal import Decimal

from cmn_core.analysis.figure import Figure, RegionFigure
from cmn_core.analysis.figure_marks import describe_repeats, describe_source
from cmn_core.period import Period
from cmn_core.reference import Indicator
from cmn_core.wording import (
    MONTHS_DATIVE,
    NO_DATA,
    NO_TARGET,
    count_of,
    format_count,
    format_pct,
    format_points,
    format_target,
    genitive_count_of,
)


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The words of a figure; a part that cannot be told is empty."""

    value: str
    """«9,8 %», without a share «120 детей», else «нет данных»."""
    reached: bool | None
    plan: str
    """«план 10 %, не хватает 412 детей»."""
    change: str
    """«+1,1 п. п. к октябрю 2020»."""
    whole: str
    """«6 352 из 64 700 (дети 10–19 лет)», of a survey with its threshold and response rate."""
    mark: str = ""
    """«повторы между организациями не исключены»."""


def describe_value(
    figure: Figure | RegionFigure, indicator: Indicator, points: Decimal | None, since: Period
) -> FigureWords:
    """Write a figure; `points` is its change since the period before."""
    return FigureWords(
        value=value_words(figure, indicator),
        reached=figure.reached,
        plan=_plan(figure, indicator),
        change=f"{format_points(points)} к {MONTHS_DATIVE[since.month - 1]} {since.year}" if points is not None else "",
        whole=_whole(figure, indicator),
        mark=describe_repeats(figure, indicator),
    )


def value_words(figure: Figure | RegionFigure, indicator: Indicator) -> str:
    """Write a value, without a share the count, else that there are no data."""
    if figure.value_pct is not None:
        return format_pct(figure.value_pct, figure.target_pct)
    return NO_DATA if figure.numerator is None else count_of(figure.numerator, *indicator.people)


def _plan(figure: Figure | RegionFigure, indicator: Indicator) -> str:
    if figure.target_pct is None:
        return NO_TARGET
    plan = f"план {format_target(figure.target_pct)}"
    if figure.reached:
        return f"{plan} выполнен"
    if figure.gap_people:
        return f"{plan}, не хватает {genitive_count_of(figure.gap_people, *indicator.people)}"
    return plan


def _whole(figure: Figure | RegionFigure, indicator: Indicator) -> str:
    if figure.numerator is None or not figure.denominator:
        return ""
    whole = f"{format_count(figure.numerator)} из {format_count(figure.denominator)} ({indicator.denominator})"
    return f"{whole}; {describe_source(figure, indicator)}" if indicator.is_survey else whole

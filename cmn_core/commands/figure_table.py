"""Figures of indicators as an aligned table for the console."""

from collections.abc import Iterator, Sequence

from cmn_core.analysis.figure import Figure, RegionFigure
from cmn_core.analysis.figure_marks import describe_source
from cmn_core.period import Period
from cmn_core.reference import Indicator, Reference
from cmn_core.wording import (
    NO_DATA,
    NO_TARGET,
    format_count,
    format_date,
    format_pct,
    format_period,
    format_target,
)

_HEADINGS = ("", "числитель", "знаменатель", "значение", "план", "не хватает", "на дату")
_SURVEYED = "порог и ответившие"
_GAP = "  "
_CARRIED = "* не все отчёты за этот период: на указанную дату"


def describe_figures(figures: Sequence[Figure | RegionFigure], reference: Reference, period: Period) -> Iterator[str]:
    """Yield a table for each indicator that has data, and name those that have none."""
    empty = []
    for indicator in reference.indicators:
        own = [figure for figure in figures if figure.indicator == indicator.code]
        if all(figure.numerator is None for figure in own):
            empty.append(indicator.label)
            continue
        yield f"{indicator.title}, {format_period(period)}"
        headings = (*_HEADINGS, _SURVEYED) if indicator.is_survey else _HEADINGS
        yield from align([headings, *(_cells(figure, indicator) for figure in own)])
        if any(figure.fresh is False for figure in own):
            yield _CARRIED
        yield ""
    if empty:
        yield f"Нет данных за {format_period(period)}: {', '.join(empty)}."


def align(rows: Sequence[Sequence[str]], *, texts: bool = False) -> Iterator[str]:
    """Yield rows with their columns under each other: the first to the left, numbers to the right, `texts` not."""
    side = "<" if texts else ">"
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [f"{cell:{side}{width}}" for cell, width in zip(row[1:], widths[1:], strict=True)]
        yield _GAP.join([f"{row[0]:<{widths[0]}}", *cells]).rstrip()


def _cells(figure: Figure | RegionFigure, indicator: Indicator) -> tuple[str, ...]:
    organisation = figure.organisation if isinstance(figure, Figure) else None
    surveyed = (describe_source(figure, indicator),) if indicator.is_survey else ()
    return (
        f"{figure.name}: {organisation}" if organisation else figure.name,
        _count(figure.numerator),
        _count(figure.denominator),
        NO_DATA if figure.value_pct is None else format_pct(figure.value_pct, figure.target_pct),
        NO_TARGET if figure.target_pct is None else format_target(figure.target_pct),
        "" if figure.gap_people is None else format_count(figure.gap_people),
        _dated(figure),
        *surveyed,
    )


def _count(count: int | None) -> str:
    return NO_DATA if count is None else format_count(count)


def _dated(figure: Figure | RegionFigure) -> str:
    if figure.as_of is None:
        return ""
    carried = "" if figure.fresh else " *"
    return format_date(figure.as_of) + carried

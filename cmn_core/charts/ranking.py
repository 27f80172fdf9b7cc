"""Who is ahead and who lags: all municipalities by value, against the target."""

from collections.abc import Iterable
from decimal import Decimal

import altair as alt

from cmn_core.analysis.figure import Figure, IndicatorFigures
from cmn_core.charts.bar_list import BarList, BarRow, build_bar_list
from cmn_core.charts.figure_tooltip import build_figure_tooltip, tell_figure
from cmn_core.charts.look import PAGE, Look
from cmn_core.charts.standing import WHOLE_PCT, Standing, judge_figure, key_of_standings
from cmn_core.charts.target_line import read_target_line
from cmn_core.reference import Indicator, Reference

_DWARFING = 2
"""How many times longer than all credible bars one over 100 % must be to be drawn broken."""
_BROKEN_LENGTH = Decimal("1.25")


def build_ranking_chart(
    figures: IndicatorFigures,
    reference: Reference,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    width: int = 980,
    height: int | None = None,
    look: Look = PAGE,
) -> alt.LayerChart:
    """Build the sorted bars of one indicator; give the least width that they will be shown at."""
    indicator = reference.indicator(figures.region.indicator)
    judged = [
        (figure, judge_figure(figure, indicator, reference.palette)) for figure in sort_by_value(figures.districts)
    ]
    shares = any(figure.value_pct is not None for figure in figures.districts)
    limit = _longest_credible(figures) if shares else None
    bars = BarList(
        rows=[_row(figure, standing, indicator, limit, shares=shares) for figure, standing in judged],
        tooltip=build_figure_tooltip(indicator),
        key=key_of_standings((standing for _, standing in judged if standing.kind != "none"), reference.palette),
        target=read_target_line(figures.region.target_pct if shares else None),
        columns=look.list_columns,
    )
    return build_bar_list(bars, reference.palette, look, title=title, subtitle=subtitle, width=width, height=height)


def sort_by_value(figures: Iterable[Figure]) -> list[Figure]:
    """Sort from the highest value down; then those with a count alone, then those without data, by name."""
    return sorted(
        figures,
        key=lambda figure: (
            figure.value_pct is None,
            figure.numerator is None,
            -(figure.value_pct if figure.value_pct is not None else figure.numerator or 0),
            figure.organisation or figure.name,
        ),
    )


def _longest_credible(figures: IndicatorFigures) -> Decimal:
    """Return the longest bar up to 100 %: the measure of those beyond, which are faults of data most of the time."""
    values = [figure.value_pct for figure in figures.districts if figure.value_pct is not None]
    return max(
        (value for value in [*values, figures.region.target_pct or Decimal(0)] if value <= WHOLE_PCT), default=WHOLE_PCT
    )


def _row(figure: Figure, standing: Standing, indicator: Indicator, limit: Decimal | None, *, shares: bool) -> BarRow:
    measured = figure.value_pct if shares else figure.numerator
    dwarfs = limit is not None and standing.over and measured is not None and measured > _DWARFING * limit
    return BarRow(
        name=figure.name,
        value=float(measured) if measured is not None else None,
        words=standing.dated_words,
        fill=standing.fill,
        stroke=standing.edge,
        dashed=standing.carried,
        told={"oktmo": figure.district, **tell_figure(figure, indicator)},
        shown=float(_BROKEN_LENGTH * limit) if dwarfs and limit is not None else None,
    )

"""Who lacks most to the target, in people."""

import altair as alt

from cmn_core.analysis.figure import Figure, IndicatorFigures
from cmn_core.charts.bar_list import BarList, BarRow, build_bar_list
from cmn_core.charts.figure_tooltip import build_figure_tooltip, tell_figure
from cmn_core.charts.look import PAGE, Look
from cmn_core.charts.marks import OPENS
from cmn_core.charts.standing import judge_figure, key_of_standings
from cmn_core.reference import Indicator, Palette, Reference
from cmn_core.wording import NBSP, count_of

_ONE_COLUMN = 12
"""The most bars that stand in one column where the look has room for several."""
NO_GAPS = "по имеющимся данным план выполнен везде"
NOT_COUNTED = "нехватка не считается: нет плана, данных или того, на что делить"


def build_gaps_chart(
    figures: IndicatorFigures,
    reference: Reference,
    *,
    most: int = 10,
    title: str | None = None,
    subtitle: str | None = None,
    width: int = 480,
    height: int | None = None,
    look: Look = PAGE,
) -> alt.LayerChart:
    """Build the bars of the municipalities that lack most people, the largest gap first."""
    indicator = reference.indicator(figures.region.indicator)
    lacking = sort_by_gap(figures.districts)[:most]
    standings = [judge_figure(figure, indicator, reference.palette) for figure in lacking]
    bars = BarList(
        rows=[_row(figure, indicator, reference.palette) for figure in lacking]
        or [_nobody(tell_no_gaps(figures), reference.palette)],
        tooltip=build_figure_tooltip(indicator),
        key=key_of_standings((standing for standing in standings if standing.carried), reference.palette),
        columns=look.list_columns if len(lacking) > _ONE_COLUMN else 1,
        selects=(OPENS,) if lacking else (),
    )
    return build_bar_list(bars, reference.palette, look, title=title, subtitle=subtitle, width=width, height=height)


def sort_by_gap(figures: tuple[Figure, ...]) -> list[Figure]:
    """Return those who lack people, the largest gap first."""
    lacking = [figure for figure in figures if figure.gap_people]
    return sorted(lacking, key=lambda figure: (-(figure.gap_people or 0), figure.name))


def _row(figure: Figure, indicator: Indicator, palette: Palette) -> BarRow:
    gap = figure.gap_people or 0
    standing = judge_figure(figure, indicator, palette)
    return BarRow(
        name=figure.name,
        value=float(gap),
        words=f"{count_of(gap, *indicator.people)}{NBSP}· {standing.dated_words}",
        fill=standing.fill,
        stroke=standing.edge,
        dashed=standing.carried,
        told={"oktmo": figure.district, **tell_figure(figure, indicator)},
    )


def tell_no_gaps(figures: IndicatorFigures) -> str:
    """Say why nobody lacks: the plan is fulfilled, or it cannot be told."""
    return NO_GAPS if any(figure.gap_people is not None for figure in figures.districts) else NOT_COUNTED


def _nobody(words: str, palette: Palette) -> BarRow:
    return BarRow(name="", value=None, words=words, fill=palette.none, stroke=palette.none)

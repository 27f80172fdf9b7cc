"""Which organisations of a municipality draw in how many people."""

from collections.abc import Sequence

import altair as alt

from cmn_core.analysis.figure import Figure
from cmn_core.charts.bar_list import BarList, BarRow, build_bar_list
from cmn_core.charts.figure_tooltip import build_figure_tooltip, tell_figure
from cmn_core.charts.look import PAGE, Look
from cmn_core.charts.standing import count_words, judge_figure, key_of_standings
from cmn_core.reference import Indicator, Palette, Reference
from cmn_core.wording import NBSP, NO_DATA

NO_ORGANISATIONS = "организаций с данными нет"


def build_organisations_chart(
    figures: Sequence[Figure],
    reference: Reference,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    width: int = 980,
    height: int | None = None,
    look: Look = PAGE,
) -> alt.LayerChart:
    """Build the bars of organisations by people drawn in; a long name goes on over several lines."""
    palette = reference.palette
    ordered = sort_by_people(figures)
    indicator = reference.indicator(ordered[0].indicator) if ordered else reference.indicators[0]
    standings = [judge_figure(figure, indicator, palette) for figure in ordered]
    measured = [standing for standing in standings if standing.kind in ("below", "reached") or standing.carried]
    bars = BarList(
        rows=[_row(figure, indicator, palette) for figure in ordered]
        or [BarRow("", None, NO_ORGANISATIONS, palette.none, palette.none)],
        tooltip=build_figure_tooltip(indicator, "Организация"),
        key=key_of_standings(measured, palette),
        selects=(),
    )
    return build_bar_list(bars, palette, look, title=title, subtitle=subtitle, width=width, height=height)


def sort_by_people(figures: Sequence[Figure]) -> list[Figure]:
    """Sort from the most people down; those without data stand last."""
    return sorted(
        figures,
        key=lambda figure: (figure.numerator is None, -(figure.numerator or 0), figure.organisation or figure.name),
    )


def _row(figure: Figure, indicator: Indicator, palette: Palette) -> BarRow:
    standing = judge_figure(figure, indicator, palette)
    words = count_words(figure.numerator, indicator) if figure.numerator is not None else NO_DATA
    if figure.value_pct is not None:
        words += f"{NBSP}· {standing.dated_words}"
    elif standing.carried:
        words = standing.dated_words
    return BarRow(
        name=figure.organisation or figure.name,
        value=float(figure.numerator) if figure.numerator is not None else None,
        words=words,
        fill=standing.fill,
        stroke=standing.edge,
        dashed=standing.carried,
        told=tell_figure(figure, indicator),
    )

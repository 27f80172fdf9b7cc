"""A municipality's figure today and with scenarios of widening, against the target."""

from collections.abc import Sequence

import altair as alt

from cmn_core.analysis.figure import Figure
from cmn_core.analysis.widening import ScenarioResult
from cmn_core.analysis.widening_words import TODAY
from cmn_core.charts.bar_list import BarList, BarRow, build_bar_list
from cmn_core.charts.figure_tooltip import build_figure_tooltip, tell_figure
from cmn_core.charts.look import PAGE, Look
from cmn_core.charts.standing import count_words, judge_figure, key_of_standings
from cmn_core.charts.target_line import read_target_line
from cmn_core.reference import Indicator, Palette, Reference
from cmn_core.wording import NBSP, NO_DATA


def build_widening_chart(
    named: Sequence[tuple[str, ScenarioResult]],
    reference: Reference,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    width: int = 420,
    height: int | None = None,
    look: Look = PAGE,
) -> alt.LayerChart:
    """Build the bars: today's figure of the first result, then that of each scenario under its name."""
    today = named[0][1].before
    indicator, palette = reference.indicator(today.indicator), reference.palette
    figures = [(TODAY, today), *((name, result.after) for name, result in named)]
    has_shares = today.value_pct is not None
    bars = BarList(
        rows=[_row(name, figure, indicator, palette) for name, figure in figures],
        tooltip=build_figure_tooltip(indicator, "Вариант"),
        key=key_of_standings((judge_figure(figure, indicator, palette) for _, figure in figures), palette),
        target=read_target_line(today.target_pct) if has_shares else None,
        selects=(),
    )
    return build_bar_list(bars, palette, look, title=title, subtitle=subtitle, width=width, height=height)


def describe_widening(named: Sequence[tuple[str, ScenarioResult]], reference: Reference) -> str:
    """Describe the bars for those who do not see them."""
    today = named[0][1].before
    indicator = reference.indicator(today.indicator)
    told = [(TODAY, today), *((name, result.after) for name, result in named)]
    words = "; ".join(f"{name} — {_words(figure, indicator, reference.palette)}" for name, figure in told)
    target = read_target_line(today.target_pct)
    return f"{indicator.label}, {today.name}: {words}{f'; {target.words}' if target else ''}."


def _row(name: str, figure: Figure, indicator: Indicator, palette: Palette) -> BarRow:
    standing = judge_figure(figure, indicator, palette)
    length = figure.value_pct if figure.value_pct is not None else figure.numerator
    return BarRow(
        name=name,
        value=float(length) if length is not None else None,
        words=_words(figure, indicator, palette),
        fill=standing.fill,
        stroke=standing.edge,
        dashed=standing.carried,
        told={**tell_figure(figure, indicator), "name": name},
    )


def _words(figure: Figure, indicator: Indicator, palette: Palette) -> str:
    """Write the value with its count; a count alone is not written twice."""
    if figure.numerator is None:
        return NO_DATA
    standing = judge_figure(figure, indicator, palette)
    if figure.value_pct is None:
        return standing.dated_words
    return f"{standing.dated_words}{NBSP}· {count_words(figure.numerator, indicator)}"

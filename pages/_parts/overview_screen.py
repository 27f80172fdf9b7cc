"""Pieces of «Обзор»: what the region's figure, map and facts are made from, each remembered for its scope."""

from dataclasses import dataclass

import altair as alt
import streamlit as st

from cmn_core.analysis.figure import Figure
from cmn_core.analysis.overview import Overview, compute_overview
from cmn_core.charts.alt_text import describe_months, describe_ranking, describe_tile_map
from cmn_core.charts.look import PHONE
from cmn_core.charts.months import build_months_chart
from cmn_core.charts.ranking import build_ranking_chart
from cmn_core.charts.standing import count_words, judge_figure
from cmn_core.charts.tile_map import build_tile_map_chart
from cmn_core.documents.figure_tables import build_figures_table, build_months_table
from cmn_core.documents.shown_table import ShownTable
from cmn_core.reference import Reference
from cmn_core.reference.boundaries import Boundaries
from pages._parts.chart import ShownChart, make_chart, show_opening_chart
from pages._parts.database import CurrentData
from pages._parts.downloads import Picture, show_downloads
from pages._parts.finding import show_fact
from pages._parts.plain_text import plain
from pages._parts.region_map import draw_map_picture
from pages._parts.scope import Scope
from pages._parts.scope_facts import scope_facts

_MAP = (580, 540)
_MONTHS = (340, 108)
_BARS_WIDTH = 340
_PICTURE = (980, 820)


@dataclass(frozen=True, slots=True)
class OverviewScreen:
    """Figures and tables of a scope."""

    overview: Overview
    table: ShownTable
    months_table: ShownTable


@dataclass(frozen=True, slots=True)
class OverviewCharts:
    """Charts of a scope."""

    tiles: ShownChart
    bars: ShownChart
    months: ShownChart


def read_overview(data: CurrentData, scope: Scope) -> OverviewScreen:
    """Return the figures of a scope; counted once a revision."""
    return _count(data.database.url, data.revision, scope.region_key, data, scope)


def draw_overview(data: CurrentData, scope: Scope, overview: Overview) -> OverviewCharts:
    """Return the charts of a scope; drawn once a revision."""
    return _draw(data.database.url, data.revision, scope.region_key, overview, data.reference)


@st.cache_resource(show_spinner=False, max_entries=128)
def _count(url: str, revision: int, chosen: str, _data: CurrentData, _scope: Scope) -> OverviewScreen:
    facts = scope_facts(_data, _scope)
    overview = compute_overview(facts, _data.reference, _scope.indicator, _scope.period, _scope.subordination)
    return OverviewScreen(
        overview,
        build_figures_table(overview.figures, _data.reference, _scope.subordination),
        build_months_table(overview.months, _data.reference),
    )


@st.cache_data(show_spinner=False, max_entries=128)
def _draw(url: str, revision: int, chosen: str, _overview: Overview, _reference: Reference) -> OverviewCharts:
    width, height = _MAP
    tiles = build_tile_map_chart(_overview.figures, _reference, width=width, height=height)
    bars = build_ranking_chart(_overview.figures, _reference, width=_BARS_WIDTH, look=PHONE)
    width, height = _MONTHS
    months = build_months_chart(_overview.months, _reference, width=width, height=height, look=PHONE)
    return OverviewCharts(
        tiles=make_chart(tiles, describe_tile_map(_overview.figures, _reference), grows=True),
        bars=make_chart(bars, describe_ranking(_overview.figures, _reference)),
        months=make_chart(months, describe_months(_overview.months, _reference), grows=True),
    )


def show_map_downloads(
    screen: OverviewScreen, data: CurrentData, scope: Scope, boundaries: Boundaries | None = None
) -> None:
    """Offer the map that is shown and its tables as files."""

    def draw(note: str) -> alt.LayerChart:
        figures, (width, height) = screen.overview.figures, _PICTURE
        subtitle = "; ".join(filter(None, [screen.overview.subtitle, note]))
        if boundaries is not None:
            return draw_map_picture(figures, boundaries, data.reference, screen.overview.finding, subtitle, _PICTURE)
        return build_tile_map_chart(
            figures, data.reference, title=screen.overview.finding, subtitle=subtitle, width=width, height=height
        )

    with st.container(key="corner_map"):
        show_downloads(
            "map",
            f"{data.reference.indicator(scope.indicator).label} {scope.period}",
            {"": screen.table, ", по месяцам": screen.months_table},
            Picture("карта", draw),
            demonstration=data.demonstration,
        )


def show_map(wide: ShownChart, bars: ShownChart, scope: Scope) -> None:
    """Show the tiles or the map, on a telephone the sorted bars; a click opens the municipality."""
    with st.container(key="wide_map"):
        picked = show_opening_chart(wide, "overview_tiles", fills=True)
    with st.container(key="narrow_bars"):
        picked = show_opening_chart(bars, "overview_bars") or picked
    if picked:
        st.switch_page("district.py", query_params=scope.of_district(picked).query())


def show_lagging(overview: Overview, reference: Reference, scope: Scope) -> None:
    """Name those who lack most people; a name opens the municipality."""
    with st.container(key="lagging"):
        show_fact("Кому не хватает больше всего", overview.lagging_note)
        for figure in overview.lagging:
            query = scope.of_district(figure.district).query()
            st.page_link("district.py", label=_lagging_words(figure, reference), query_params=query)


def _lagging_words(figure: Figure, reference: Reference) -> str:
    indicator = reference.indicator(figure.indicator)
    standing = judge_figure(figure, indicator, reference.palette)
    lacking = count_words(figure.gap_people or 0, indicator)
    return f"{plain(figure.name)} *{plain(standing.dated_words)}* **{plain(lacking)}**"

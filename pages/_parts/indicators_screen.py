"""What «Показатели» shows of a scope: figures, charts and tables, each remembered for it."""

from dataclasses import dataclass, replace

import altair as alt
import streamlit as st

from cmn_core.analysis.all_indicators import AllIndicators, compute_all_indicators
from cmn_core.analysis.counted import keep_counted
from cmn_core.analysis.figure import Figure
from cmn_core.analysis.indicator_overview import IndicatorOverview, compute_indicator_overview
from cmn_core.analysis.indicators import compute_organisation_figures
from cmn_core.analysis.parts import select_parts
from cmn_core.charts.alt_text import (
    describe_gaps,
    describe_heat_table,
    describe_organisations,
    describe_ranking,
    describe_trend,
)
from cmn_core.charts.gaps import build_gaps_chart
from cmn_core.charts.heat_table import build_heat_table_chart
from cmn_core.charts.look import PAGE, PHONE, Look
from cmn_core.charts.organisations import build_organisations_chart, sort_by_people
from cmn_core.charts.ranking import build_ranking_chart
from cmn_core.charts.trend import build_trend_chart
from cmn_core.reference import Reference
from cmn_core.store.rows_reading import read_organisation_facts
from pages._parts.chart import ShownChart, make_chart
from pages._parts.database import CurrentData
from pages._parts.scope import Scope
from pages._parts.scope_facts import scope_facts

MOST_BARS = 30
TWO_COLUMNS = replace(PAGE, list_columns=2)
"""Two columns: all municipalities on one screen."""
_WIDTH, _NARROW_WIDTH = 970, 340
_TREND_HEIGHT, _NARROW_TREND_HEIGHT = 400, 420


@dataclass(frozen=True, slots=True)
class TwoCharts:
    """The same picture for wide screens and for telephones."""

    wide: ShownChart
    narrow: ShownChart


def read_indicator(data: CurrentData, scope: Scope) -> IndicatorOverview:
    """Return the months of the chosen indicator; counted once a revision."""
    return _count(data.database.url, data.revision, scope.region_key, data, scope)


def read_all(data: CurrentData, scope: Scope) -> AllIndicators:
    """Return all indicators of a period; counted once a revision."""
    narrowed = scope.every_indicator_key
    return _count_all(data.database.url, data.revision, narrowed, data, scope)


def read_organisations(data: CurrentData, scope: Scope, oktmo: str) -> tuple[Figure, ...]:
    """Return the chosen indicator of a municipality's organisations; read once a revision."""
    data.database.demand("see_organisations", oktmo)
    return _read_organisations(data.database.url, data.revision, scope.region_key, oktmo, data, scope)


def draw_ranking(data: CurrentData, scope: Scope, overview: IndicatorOverview) -> TwoCharts:
    """Return all municipalities by value."""
    return _draw_ranking(data.database.url, data.revision, scope.region_key, overview, data.reference)


def draw_gaps(data: CurrentData, scope: Scope, overview: IndicatorOverview) -> TwoCharts:
    """Return all municipalities below the plan by what they lack."""
    return _draw_gaps(data.database.url, data.revision, scope.region_key, overview, data.reference)


def draw_trend(data: CurrentData, scope: Scope, overview: IndicatorOverview, districts: tuple[str, ...]) -> TwoCharts:
    """Return the months of the region and of chosen municipalities."""
    chosen = scope.region_key
    return _draw_trend(data.database.url, data.revision, chosen, districts, overview, data.reference)


def draw_organisations(data: CurrentData, scope: Scope, oktmo: str, figures: tuple[Figure, ...]) -> TwoCharts:
    """Return the organisations of a municipality by people."""
    chosen = scope.region_key
    return _draw_organisations(data.database.url, data.revision, chosen, oktmo, figures, data.reference)


def draw_all(data: CurrentData, scope: Scope, everything: AllIndicators) -> ShownChart:
    """Return the table of all indicators."""
    narrowed = scope.every_indicator_key
    return _draw_all(data.database.url, data.revision, narrowed, everything, data.reference)


@st.cache_resource(show_spinner=False, max_entries=128)
def _count(url: str, revision: int, chosen: str, _data: CurrentData, _scope: Scope) -> IndicatorOverview:
    facts = scope_facts(_data, _scope)
    return compute_indicator_overview(facts, _data.reference, _scope.indicator, _scope.period, _scope.subordination)


@st.cache_resource(show_spinner=False, max_entries=24)
def _count_all(url: str, revision: int, chosen: str, _data: CurrentData, _scope: Scope) -> AllIndicators:
    facts = scope_facts(_data, _scope)
    return compute_all_indicators(facts, _data.reference, _scope.period, _scope.subordination)


@st.cache_resource(show_spinner=False, max_entries=32)
def _read_organisations(
    url: str, revision: int, chosen: str, oktmo: str, _data: CurrentData, _scope: Scope
) -> tuple[Figure, ...]:
    period, reference = _scope.period, _data.reference
    parts = select_parts(scope_facts(_data, _scope), period, reference)[oktmo]
    told = read_organisation_facts(_data.database, oktmo, [part.report.report_id for part in parts.parts])
    narrowed = parts.narrowed(_scope.subordination)
    counted = keep_counted(narrowed, told, _scope.subordination)
    return compute_organisation_figures(counted, {oktmo: narrowed}, reference, _scope.indicator, period, oktmo)


@st.cache_data(show_spinner=False, max_entries=128)
def _draw_ranking(
    url: str, revision: int, chosen: str, _overview: IndicatorOverview, _reference: Reference
) -> TwoCharts:
    def build(width: int, look: Look) -> alt.LayerChart:
        return build_ranking_chart(_overview.figures, _reference, width=width, look=look)

    words = describe_ranking(_overview.figures, _reference)
    wide = make_chart(build(_WIDTH, TWO_COLUMNS), words, grows=True)
    return TwoCharts(wide, make_chart(build(_NARROW_WIDTH, PHONE), words))


@st.cache_data(show_spinner=False, max_entries=48)
def _draw_gaps(url: str, revision: int, chosen: str, _overview: IndicatorOverview, _reference: Reference) -> TwoCharts:
    figures = _overview.figures
    most = len(figures.districts)
    words = describe_gaps(figures, _reference, most)
    wide, narrow = (
        make_chart(build_gaps_chart(figures, _reference, most=most, width=width, look=look), words)
        for width, look in ((_WIDTH, TWO_COLUMNS), (_NARROW_WIDTH, PHONE))
    )
    return TwoCharts(wide, narrow)


@st.cache_data(show_spinner=False, max_entries=48)
def _draw_trend(
    url: str,
    revision: int,
    chosen: str,
    districts: tuple[str, ...],
    _overview: IndicatorOverview,
    _reference: Reference,
) -> TwoCharts:
    lines = _overview.lines(districts)
    words = describe_trend(lines, _reference)
    wide = build_trend_chart(lines, _reference, width=_WIDTH, height=_TREND_HEIGHT)
    narrow = build_trend_chart(lines, _reference, width=_NARROW_WIDTH, height=_NARROW_TREND_HEIGHT, look=PHONE)
    return TwoCharts(make_chart(wide, words, grows=True), make_chart(narrow, words))


@st.cache_data(show_spinner=False, max_entries=32)
def _draw_organisations(
    url: str, revision: int, chosen: str, oktmo: str, _figures: tuple[Figure, ...], _reference: Reference
) -> TwoCharts:
    drawn = sort_by_people(_figures)[:MOST_BARS]
    words = describe_organisations(_figures, _reference)
    wide, narrow = (
        make_chart(build_organisations_chart(drawn, _reference, width=width, look=look), words)
        for width, look in ((_WIDTH, PAGE), (_NARROW_WIDTH, PHONE))
    )
    return TwoCharts(wide, narrow)


@st.cache_data(show_spinner=False, max_entries=24)
def _draw_all(url: str, revision: int, chosen: str, _everything: AllIndicators, _reference: Reference) -> ShownChart:
    chart = build_heat_table_chart(_everything.figures, _reference, width=_WIDTH)
    return make_chart(chart, describe_heat_table(_everything.figures, _reference), grows=True)

"""What «Варианты расширения» shows of a scope: figures, saved scenarios, and charts remembered for them."""

import streamlit as st

from cmn_core.analysis.widening import ScenarioResult
from cmn_core.analysis.widening_overview import WideningOverview, compute_widening_overview
from cmn_core.charts.look import PHONE
from cmn_core.charts.widening import build_widening_chart, describe_widening
from cmn_core.reference import Reference
from cmn_core.store.scenarios import SavedScenario, list_scenarios
from pages._parts.chart import make_chart
from pages._parts.database import CurrentData
from pages._parts.indicator_strip import read_indicators
from pages._parts.indicators_screen import TwoCharts
from pages._parts.last_read import read_or_last
from pages._parts.scope import Scope

Named = tuple[tuple[str, ScenarioResult], ...]
"""Scenarios of one municipality with their names."""
_WIDTH, _COMPARISON_WIDTH, _NARROW_WIDTH = 400, 970, 340


def read_widening(data: CurrentData, scope: Scope, oktmo: str) -> WideningOverview:
    """Return a municipality's figures."""
    return compute_widening_overview(read_indicators(data, scope), scope.indicator, oktmo, data.reference)


def read_saved(data: CurrentData, oktmo: str) -> tuple[SavedScenario, ...]:
    """Return a municipality's saved scenarios; read at every run, for saving one leaves the revision alone."""
    return read_or_last("scenarios", lambda: list_scenarios(data.database, oktmo), oktmo)


def draw_scenario(data: CurrentData, named: Named) -> TwoCharts:
    """Return the figure today and with a scenario; drawn once for the same figures."""
    return _draw(data.revision, str(named), _WIDTH, named, data.reference)


def draw_comparison(data: CurrentData, named: Named) -> TwoCharts:
    """Return the same of several, over the whole width."""
    return _draw(data.revision, str(named), _COMPARISON_WIDTH, named, data.reference)


@st.cache_data(show_spinner=False, max_entries=64)
def _draw(revision: int, figures: str, width: int, _named: Named, _reference: Reference) -> TwoCharts:
    words = describe_widening(_named, _reference)
    wide = make_chart(build_widening_chart(_named, _reference, width=width), words, grows=True)
    narrow = make_chart(build_widening_chart(_named, _reference, width=_NARROW_WIDTH, look=PHONE), words)
    return TwoCharts(wide, narrow)

"""«Варианты расширения» before a municipality is chosen: who lacks how many people, with the way to each."""

import streamlit as st

from cmn_core.documents.figure_tables import build_figures_table
from cmn_core.documents.shown_table import ShownTable
from pages._parts.chart import show_opening_chart
from pages._parts.database import CurrentData
from pages._parts.downloads import show_downloads
from pages._parts.empty import stop_without_data
from pages._parts.finding import show_finding, show_notes
from pages._parts.html_table import show_table
from pages._parts.indicators_screen import draw_gaps, read_indicator
from pages._parts.links import page_address
from pages._parts.scope import Scope, current_scope

_PATH = "widening"


def show_region(data: CurrentData, scope: Scope) -> None:
    """Show the municipalities by what they lack; a bar and a name open the municipality's own scenarios."""
    overview = read_indicator(data, scope)
    show_finding(overview.lacking, overview.subtitle)
    stop_without_data(overview.has_data, scope, data.reference)
    table = build_figures_table(overview.figures, data.reference)
    name = f"Варианты расширения, {data.reference.indicator(scope.indicator).label.lower()} {scope.period}"
    with st.container(key="controls_widening", horizontal=True, vertical_alignment="center"):
        show_notes((), overview.region)
        show_downloads("widening", name, {"": table}, demonstration=data.demonstration)
    if overview.nobody:
        show_notes((), overview.nobody)
    else:
        _show_bars(data, scope)
    show_notes(("Нажмите на муниципалитет, чтобы посчитать его варианты.", *overview.notes))
    show_table(table, links=_link(table, data))


def _show_bars(data: CurrentData, scope: Scope) -> None:
    charts = draw_gaps(data, scope, read_indicator(data, scope))
    with st.container(key="wide_widening"):
        picked = show_opening_chart(charts.wide, "widening_gaps")
    with st.container(key="narrow_widening"):
        picked = show_opening_chart(charts.narrow, "widening_gaps_narrow") or picked
    if picked:
        st.query_params["district"] = picked
        st.rerun()


def _link(table: ShownTable, data: CurrentData) -> dict[tuple[int, int], str]:
    codes = {district.short: district.oktmo for district in data.reference.region.districts}
    return {
        (place, 0): page_address(_PATH, current_scope().of_district(codes[row[0]]))
        for place, row in enumerate(table.rows)
        if isinstance(row[0], str) and row[0] in codes
    }

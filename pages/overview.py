"""How does the region stand by an indicator, who lags, what changed?"""

import streamlit as st

from cmn_core.analysis.indicator_standings import list_region_standings
from cmn_core.analysis.no_data_words import describe_unfed
from cmn_core.analysis.overview import COLLECTED_BY
from pages._parts.chart import show_chart
from pages._parts.database import current_data
from pages._parts.empty import stop_without_data, stop_without_reports
from pages._parts.figure_card import show_figure
from pages._parts.finding import show_fact, show_finding, show_notes
from pages._parts.html_table import show_table
from pages._parts.indicator_strip import read_indicators, show_strip
from pages._parts.overview_screen import draw_overview, read_overview, show_lagging, show_map, show_map_downloads
from pages._parts.region_map import choose_boundaries_shown, draw_region_map, note_absent
from pages._parts.scope import current_scope

data = current_data()
scope = current_scope()
stop_without_reports(data, "Обзор")

screen = read_overview(data, scope)
overview = screen.overview
charts = draw_overview(data, scope, overview)

show_finding(overview.finding, overview.subtitle)
indicators = read_indicators(data, scope)
stop_without_data(indicators[COLLECTED_BY].region.numerator is not None, scope, data.reference)
show_strip(list_region_standings(indicators, data.reference), scope)
if not overview.has_data:
    st.info(describe_unfed(data.reference.indicator(scope.indicator), scope.period, data.reference))
    st.stop()
with st.container(key="sides_overview"):
    facts, picture = st.columns([1, 1.62], gap="medium")
with facts:
    show_figure(overview.words, data.reference.palette)
    show_chart(charts.months, "overview_months", fills=True)
    show_lagging(overview, data.reference, scope)
    show_fact("Что изменилось", *overview.changes)
    show_fact(*overview.freshness)
with picture:
    boundaries = choose_boundaries_shown(data)
    show_map_downloads(screen, data, scope, boundaries)
    if boundaries is None:
        show_map(charts.tiles, charts.bars, scope)
    else:
        show_map(draw_region_map(data, scope, overview.figures, boundaries), charts.bars, scope)
        show_notes(note_absent(overview.figures, boundaries))
    show_notes(overview.notes)
with st.expander("Таблицы: муниципалитеты и месяцы", type="compact"):
    show_table(screen.table)
    show_table(screen.months_table)

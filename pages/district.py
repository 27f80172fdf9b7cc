"""What happens in one municipality, and what are its figures made of?"""

import streamlit as st

from cmn_core.analysis.indicator_standings import list_district_standings
from cmn_core.analysis.no_data_words import describe_unfed
from cmn_core.analysis.overview import COLLECTED_BY
from pages._parts.chart import show_chart
from pages._parts.database import current_data
from pages._parts.district_choice import choose_district
from pages._parts.district_screen import draw_district, read_district
from pages._parts.district_sections import list_sections, show_district_downloads, show_district_tables, show_section
from pages._parts.empty import say_without_data, stop_without_reports
from pages._parts.figure_card import show_figure
from pages._parts.finding import show_fact, show_finding, show_notes
from pages._parts.indicator_strip import read_indicators, show_strip
from pages._parts.page_choices import read_choices, show_segments
from pages._parts.scope import current_scope

data = current_data()
scope = current_scope()
stop_without_reports(data, "Район")
district = choose_district(data, scope)

overview = read_district(data, scope, district)
charts = draw_district(data, scope, overview)
sections = list_sections(data, district)
(section,) = read_choices(sections)

show_finding(overview.finding, overview.subtitle)
indicators = read_indicators(data, scope)
if indicators[COLLECTED_BY].of(district).numerator is None:
    say_without_data(scope, data.reference)
    if "reports" in sections.words:
        show_section("reports", data, scope, overview)
    st.stop()
show_strip(list_district_standings(indicators, district, data.reference), scope, section="counting")
with st.container(key="top_district"):
    figure, months, forms = st.columns([0.95, 1.1, 1.15], gap="medium")
with figure:
    show_figure(
        overview.words,
        data.reference.palette,
        overview.beside_region,
        overview.freshness,
    )
with months:
    show_fact("По месяцам года")
    show_chart(charts.months, "district_months", fills=True)
with forms:
    show_district_downloads(data, scope, overview)
    show_fact("Программы по формам")
    show_chart(charts.forms, "district_forms", fills=True)
if not overview.has_data:
    indicator, place = data.reference.indicator(scope.indicator), data.reference.region.district(district)
    show_notes((), describe_unfed(indicator, scope.period, data.reference, place.genitive))
show_notes(overview.notes)
with st.expander("Таблицы: месяцы и формы", type="compact"):
    show_district_tables(data, overview)
show_segments(sections, section)
show_section(section, data, scope, overview)

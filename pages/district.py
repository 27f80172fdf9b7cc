"""What happens in one municipality, and what are its figures made of?"""

import streamlit as st

from pages._parts.chart import show_chart
from pages._parts.database import current_data
from pages._parts.district_choice import choose_district
from pages._parts.district_screen import draw_district, read_district
from pages._parts.district_sections import SECTION, show_district_downloads, show_district_tables, show_section
from pages._parts.empty import say_without_data, stop_without_reports
from pages._parts.figure_card import show_figure
from pages._parts.finding import show_fact, show_finding, show_notes
from pages._parts.page_choices import read_choices, show_segments
from pages._parts.scope import current_scope

data = current_data()
scope = current_scope()
stop_without_reports(data, "Район")
district = choose_district(data.reference.region, scope)

overview = read_district(data, scope, district)
charts = draw_district(data, scope, overview)
(section,) = read_choices(SECTION)

show_finding(overview.finding, overview.subtitle)
if not overview.has_data:
    say_without_data(scope, data.reference)
    show_section("reports", data, scope, overview)
    st.stop()
with st.container(key="top_district"):
    figure, months, forms = st.columns([0.95, 1.1, 1.15], gap="medium")
with figure:
    show_figure(overview.words, data.reference.palette, overview.beside_region, overview.freshness)
with months:
    show_fact("По месяцам года")
    show_chart(charts.months, "district_months", fills=True)
with forms:
    show_district_downloads(data, scope, overview)
    show_fact("Программы по формам")
    show_chart(charts.forms, "district_forms", fills=True)
show_notes(overview.notes)
with st.expander("Таблицы: месяцы и формы", type="compact"):
    show_district_tables(data, overview)
show_segments(SECTION, section)
show_section(section, data, scope, overview)

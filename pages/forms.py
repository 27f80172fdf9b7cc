"""How do the mentoring forms relate in the municipalities?"""

import streamlit as st

from pages._parts.database import current_data
from pages._parts.empty import stop_without_data, stop_without_reports
from pages._parts.finding import show_finding, show_notes
from pages._parts.forms_screen import (
    LABELS,
    MEASURE,
    choose_forms,
    draw_forms,
    list_orders,
    note_own_forms,
    read_forms,
    read_own_forms,
    show_bars,
    show_forms_downloads,
    tabulate_forms,
)
from pages._parts.html_table import show_table
from pages._parts.page_choices import read_choices, show_segments, show_select_box
from pages._parts.scope import current_scope

data = current_data()
scope = current_scope()
stop_without_reports(data, "Формы наставничества")

orders = list_orders(data.reference)
measure, sort, labels = read_choices(MEASURE, orders, LABELS)
choice = choose_forms(measure, sort, labels)
overview = read_forms(data, scope, choice)
table = tabulate_forms(overview, choice, data.reference)

show_finding(overview.finding, overview.subtitle, overview.heading)
stop_without_data(overview.ratios.region.as_of is not None, scope, data.reference)
with st.container(key="controls_forms", horizontal=True, vertical_alignment="center"):
    show_segments(MEASURE, measure)
    show_select_box(orders, sort)
    show_segments(LABELS, labels)
    show_forms_downloads(overview, table, data, scope, choice)
show_bars(draw_forms(data, scope, choice, overview), scope)
show_notes([overview.unassigned or "", overview.freshness])
own = st.expander("Какие есть собственные формы и где", type="compact", key="own", on_change="rerun")
if own.open:
    with own:
        show_notes([], note_own_forms(data))
        show_table(read_own_forms(data, scope))
with st.expander("Таблица: числа и доли", type="compact"):
    show_table(table)

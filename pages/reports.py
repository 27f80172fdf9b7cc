"""Which document do I hand out? The period's report of the region or of one municipality, and every table in it."""

from dataclasses import replace

import streamlit as st

from pages._parts.database import current_data
from pages._parts.empty import stop_without_reports
from pages._parts.report_downloads import show_report_download
from pages._parts.report_tables import show_report_tables
from pages._parts.scope import current_scope

data = current_data()
if current_scope().district:
    data.database.demand("see_organisations", current_scope().district)
# A report tells of all organisations, whatever another page was narrowed to.
scope = replace(current_scope(), subordination=None)

st.title("Отчёты")
stop_without_reports(data)
show_report_download(data, scope)
show_report_tables(data, scope)

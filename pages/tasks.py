"""What is to be done about reports, and by when?"""

import streamlit as st

from cmn_core.analysis.tasks import list_task_months
from cmn_core.store.versions import read_version
from pages._parts.collection_data import seen_districts, today_of
from pages._parts.collection_screen import show_collection_style
from pages._parts.database import current_data
from pages._parts.judging import show_report
from pages._parts.tasks_centre import show_waiting
from pages._parts.tasks_district import show_district_tasks
from pages._parts.tasks_links import close_report, named_report
from pages._parts.tasks_state import show_told, tasks_state
from pages._parts.upload_html import show_upload_style

show_upload_style()
show_collection_style()
data, state = current_data(), tasks_state()
districts = seen_districts()
show_told(state)
report_id = named_report()
if report_id is not None:
    st.button("← К задачам", key="tasks_back", type="tertiary", on_click=close_report)
    version = read_version(data.database, report_id)
    if version is None:
        st.info("Отчёта из ссылки нет: вернитесь к задачам.")
        st.stop()
    show_report(version, data, state)
    st.stop()
months = list_task_months(data.periods[0] if data.periods else None, today_of(data))
if districts is None:
    show_waiting(months, data, state)
else:
    show_district_tasks(months, districts, data)

"""Who has reported, in time and how fully; and whom to remind?"""

import streamlit as st

from pages._parts.collection_data import seen_districts
from pages._parts.collection_screen import (
    choose_collection,
    offer_files,
    show_choices,
    show_collection_style,
    show_month,
    show_reminders,
    show_rules,
    show_summary,
    show_year,
)
from pages._parts.database import current_data
from pages._parts.empty import stop_without_reports
from pages._parts.finding import show_finding
from pages._parts.page_choices import PageChoice, read_choices, show_segments

_VIEWS = {"year": "Год по месяцам", "month": "Месяц подробно", "remind": "Кому напомнить", "rules": "Как считаем"}

show_collection_style()
data = current_data()
districts = seen_districts()
stop_without_reports(data, "Сбор отчётности")
screen, choices = choose_collection(data, districts)
sees_all = districts is None
view = PageChoice("view", "Вид", {code: words for code, words in _VIEWS.items() if sees_all or code != "remind"})
(shown,) = read_choices(view)

show_finding(screen.summary.finding, f"{screen.summary.deadline}. Отчёты муниципалитетов по часам региона.")
if len(screen.places) > 1:
    show_summary(screen.summary)
show_choices(choices)
with st.container(key="controls_views", horizontal=True, vertical_alignment="center"):
    show_segments(view, shown)
    offer_files(screen, data, reminds=sees_all)
if shown == "year":
    show_year(screen, data)
elif shown == "month":
    show_month(screen, data)
elif shown == "remind":
    show_reminders(screen, data)
else:
    show_rules(data)

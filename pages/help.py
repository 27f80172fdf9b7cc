"""How is each number made, how are the forms filled, what does each problem mean?"""

import streamlit as st

from cmn_core.reference.guide import build_guide
from pages._parts.database import current_data
from pages._parts.guide import show_columns, show_indicators, show_problems, show_section

reference = current_data().reference
guide = build_guide(reference)

st.title("Справка")
start, counting, filling, problems, storing = st.tabs(
    [
        guide.section("start").title,
        guide.section("counting").title,
        guide.section("filling").title,
        "Что значат замечания",
        guide.section("storing").title,
    ],
    key="topic",
    bind="query-params",
)
with start:
    show_section(guide.section("start"))
with counting:
    show_indicators(reference)
    show_section(guide.section("counting"))
with filling:
    show_columns(reference)
    show_section(guide.section("filling"))
with problems:
    show_problems(reference)
with storing:
    show_section(guide.section("storing"))

"""Who may enter, and what may each of them do?"""

import streamlit as st

from cmn_core.documents.people_table import build_people_table
from cmn_core.store.people import list_people
from pages._parts.author import now
from pages._parts.data_state import data_state, show_word
from pages._parts.data_style import show_data_style
from pages._parts.database import current_data
from pages._parts.finding import show_notes
from pages._parts.html_table import show_table
from pages._parts.last_read import read_or_last
from pages._parts.people_changing import show_changing
from pages._parts.people_link import show_link
from pages._parts.people_new import show_new_person
from pages._parts.people_state import CODE, people_state

show_data_style()
data, state, people = current_data(), data_state(), people_state()
cards = read_or_last("people", lambda: list_people(data.database))
table = build_people_table(cards, data.reference.region, now())
st.title("Пользователи", anchor=False)
show_word(state, CODE)
show_link(people)
with st.container(key="controls_people", horizontal=True, vertical_alignment="center"):
    words = st.text_input(
        "Найти", key="find", placeholder="Имя, логин, роль или муниципалитет", label_visibility="collapsed"
    )
    show_notes((), table.subtitle)
show_new_person(data, state, people)
show_changing(cards, data, state, people)
if cards:
    show_table(table.having(words or ""), most=len(table.rows))

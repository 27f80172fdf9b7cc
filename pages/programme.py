"""Which forms and role models will an organisation carry out, and how does that become its approved programme?"""

import streamlit as st

from pages._parts.data_state import data_state, show_word
from pages._parts.data_style import show_data_style
from pages._parts.database import current_data
from pages._parts.programme_list import show_list
from pages._parts.programme_opening import find_opened, show_unkept
from pages._parts.programme_state import CODE, programme_state
from pages._parts.programme_steps import show_steps
from pages._parts.programme_style import show_programme_style

show_data_style()
show_programme_style()
data, state, programmes = current_data(), data_state(), programme_state()
desk = find_opened(data, programmes)
if desk is not None:
    show_steps(desk)
    st.stop()
st.title("Программы наставничества", anchor=False)
show_word(state, CODE)
show_unkept(data, programmes)
show_list(data, state, programmes)

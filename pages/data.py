"""What does every number rest on: organisations, denominators, targets, boundaries; and how are they put right?"""

import streamlit as st

from pages._parts.data_sections import SECTION, show_section
from pages._parts.data_state import data_state, show_word
from pages._parts.data_style import show_data_style
from pages._parts.database import current_data
from pages._parts.page_choices import read_choices, show_segments

show_data_style()
data, state = current_data(), data_state()
st.title("Данные", anchor=False)
(section,) = read_choices(SECTION)
show_segments(SECTION, section)
show_word(state, section)
show_section(section, data, state)

"""Who did what and when, what did it change; is the record whole, and when was the last backup made?"""

import streamlit as st

from pages._parts.database import current_data
from pages._parts.record_filter import read_filter, show_filter
from pages._parts.record_lines import show_lines
from pages._parts.record_safety import show_backups, show_chain
from pages._parts.record_state import record_state

data, state = current_data(), record_state()
st.title("Журнал", anchor=False)
show_chain(data, state)
show_backups(data)
asked = read_filter(data)
show_filter(data, asked)
show_lines(data, asked.conditions, state)

"""Is the report right, and how is it saved?"""

import streamlit as st

st.title("Загрузка отчёта")

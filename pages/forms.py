"""How do the mentoring forms relate in the municipalities?"""

import streamlit as st

from pages._parts.database import current_data
from pages._parts.empty import stop_without_reports

st.title("Формы наставничества")
stop_without_reports(current_data())

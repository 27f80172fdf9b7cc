"""What share of children takes part, who lags, what changed?"""

import streamlit as st

from pages._parts.database import current_data
from pages._parts.empty import stop_without_reports

st.title("Обзор")
stop_without_reports(current_data())

"""What happens in one municipality?"""

import streamlit as st

from pages._parts.database import current_data
from pages._parts.empty import stop_without_reports

st.title("Район")
stop_without_reports(current_data())

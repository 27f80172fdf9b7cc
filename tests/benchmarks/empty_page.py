"""The page that others are measured against: a selector and one chart, nothing else."""

import altair as alt
import pandas as pd
import streamlit as st

period = st.selectbox("Период", ["ноябрь", "октябрь", "сентябрь"])
frame = pd.DataFrame({"place": [f"Район {number}" for number in range(33)], "value": list(range(33))})
st.altair_chart(alt.Chart(frame).mark_bar().encode(x="value", y="place"))
st.title(period)

"""The stylesheet of «Данные»."""

from pathlib import Path

import streamlit as st

_STYLE = Path(__file__).parent / "data.css"


def show_data_style() -> None:
    """Put the page's stylesheet in."""
    st.html(_STYLE)

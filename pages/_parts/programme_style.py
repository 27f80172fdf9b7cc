"""The stylesheet of «Программа наставничества»."""

from pathlib import Path

import streamlit as st

_STYLE = Path(__file__).parent / "programme.css"


def show_programme_style() -> None:
    """Put the page's stylesheet in."""
    st.html(_STYLE)

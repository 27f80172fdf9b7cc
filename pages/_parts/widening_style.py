"""The stylesheet of «Варианты расширения»."""

from pathlib import Path

import streamlit as st

_STYLE = Path(__file__).parent / "widening.css"


def show_widening_style() -> None:
    """Put the page's stylesheet in."""
    st.html(_STYLE)

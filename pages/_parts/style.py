"""The one place of the pages' CSS: what Streamlit's theme cannot say."""

from functools import cache
from pathlib import Path

import streamlit as st


@cache
def _read_style() -> str:
    return (Path(__file__).parent / "style.css").read_text(encoding="utf-8")


def show_style() -> None:
    """Put the stylesheet into the page."""
    st.html(f"<style>{_read_style()}</style>")

"""The one place of the pages' CSS: what Streamlit's theme cannot say."""

from functools import cache
from pathlib import Path

import streamlit as st


@cache
def _read_style() -> str:
    # The rules of the frame come first, those of the screens may override them.
    folder = Path(__file__).parent
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in ("style.css", "screens.css"))


def show_style() -> None:
    """Put the stylesheet into the page."""
    st.html(f"<style>{_read_style()}</style>")

"""A figure shown large, with its plan, what is lacking, its change, and what was divided by what."""

from html import escape

import streamlit as st

from cmn_core.analysis.figure_words import FigureWords
from cmn_core.reference import Palette


def show_figure(words: FigureWords, palette: Palette, *more: str) -> None:
    """Show a figure; `more` are further lines under it."""
    colour = {True: palette.accent, False: palette.warning, None: palette.ink}[words.reached]
    lines = [words.plan, words.change]
    beside = "".join(f"<div>{escape(line)}</div>" for line in lines if line)
    under = "".join(f"<div>{escape(line)}</div>" for line in (words.whole, words.mark, *more) if line)
    st.html(
        f'<div class="cmn-figure"><div class="cmn-value" style="color:{colour}">{escape(words.value)}</div>'
        f'<div class="cmn-beside">{beside}</div></div><div class="cmn-under">{under}</div>'
    )

"""What a screen says in words: the finding as its title, the grey line under it, facts, notes."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from pages._parts.plain_text import plain


def show_finding(finding: str, subtitle: str, heading: str = "") -> None:
    """Show a finding, an official heading where there is one, and the grey line."""
    with st.container(key="finding"):
        st.title(plain(finding), anchor=False)
        if heading:
            st.html(f'<p class="cmn-heading">{escape(heading)}</p>')
        if subtitle:
            st.html(f'<p class="cmn-grey">{escape(subtitle)}</p>')


def show_fact(title: str, *sentences: str) -> None:
    """Show a small heading with its sentences."""
    paragraphs = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences if sentence)
    st.html(f'<section class="cmn-fact"><h2>{escape(title)}</h2>{paragraphs}</section>')


def show_notes(notes: Iterable[str], lead: str = "") -> None:
    """Show what has to be known to read a picture right: grey lines, a leading one in ink."""
    lines = [f"<p>{escape(lead)}</p>"] if lead else []
    lines += [f'<p class="cmn-grey">{escape(note)}</p>' for note in notes if note]
    if lines:
        st.html(f'<div class="cmn-notes">{"".join(lines)}</div>')

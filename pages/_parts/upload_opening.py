"""The moment between the pile and one of its files."""

import streamlit as st

from pages._parts.finding import show_finding
from pages._parts.upload_desk import UploadDesk

_BLINK_S = 0.2


def show_opening(desk: UploadDesk) -> None:
    """Draw a short page and go on: a long one in its place would be shown from where the list was scrolled to."""
    desk.opening = False
    show_finding("Открываю файл…", desk.work.file.name if desk.work.file else "")
    _go_on()


@st.fragment(run_every=_BLINK_S)
def _go_on() -> None:
    if not st.session_state.get("upload_opening_seen"):
        st.session_state["upload_opening_seen"] = True
        return
    del st.session_state["upload_opening_seen"]
    st.rerun()

"""The place where a file is dropped."""

import unicodedata

import streamlit as st

from pages._parts.upload_state import DroppedFile, UploadState


def show_drop_zone(state: UploadState) -> None:
    """Take a file that is dropped or chosen; the page then runs anew with it."""
    size = "small" if state.file else "middle" if state.saved else "large"
    with st.container(key=f"upload_drop_{size}"):
        uploaded = st.file_uploader(
            "Исправленный или другой файл" if state.file else "Файл отчёта",
            key=state.key("file"),
            label_visibility="visible" if state.file else "collapsed",
        )
    if uploaded is not None:
        # Names made on a Mac come with letters taken apart: «й» as «и» and a breve.
        state.take(DroppedFile(unicodedata.normalize("NFC", uploaded.name), uploaded.getvalue()))
        st.rerun()

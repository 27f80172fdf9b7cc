"""The place where files are dropped."""

import unicodedata

import streamlit as st

from pages._parts.upload_desk import UploadDesk
from pages._parts.upload_state import DroppedFile


def show_drop_zone(desk: UploadDesk, *, label: str = "", size: str = "small") -> None:
    """Take the files that are dropped or chosen; the page then runs anew with them.

    `size`: large, middle or small.
    """
    with st.container(key=f"upload_drop_{size}"):
        uploaded = st.file_uploader(
            label or "Файлы отчётов",
            accept_multiple_files=True,
            key=f"{desk.work.key('file')}_{len(desk.pile.items) if desk.pile else 0}",
            label_visibility="visible" if label else "collapsed",
        )
    if uploaded:
        # Names made on a Mac come with letters taken apart: «й» as «и» and a breve.
        desk.take([DroppedFile(unicodedata.normalize("NFC", file.name), file.getvalue()) for file in uploaded])
        st.rerun()

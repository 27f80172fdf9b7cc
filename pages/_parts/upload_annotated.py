"""The sender's file with its faults marked, made when it is asked for."""

from pathlib import PurePath

import streamlit as st

from cmn_core.intake.annotation.annotate import annotate_workbook
from cmn_core.intake.apart.workers import run_in_worker
from cmn_core.intake.cells.grid import UnreadableFile
from cmn_core.intake.reading import Reading
from cmn_core.reference import Reference
from pages._parts.upload_state import DroppedFile, UploadState

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_annotated_download(
    file: DroppedFile, reading: Reading, state: UploadState, reference: Reference, *, primary: bool
) -> None:
    """Offer the file with marks; it is made in the worker after the click."""
    st.download_button(
        "Скачать файл с пометками",
        data=lambda: _annotate(file.content, reading, reference),
        file_name=f"{PurePath(file.name).stem} — что исправить.xlsx",
        mime=_XLSX,
        key=state.key("annotated"),
        type="primary" if primary else "secondary",
        on_click="ignore",
        help="Ваш файл: ячейки с ошибками закрашены, к каждой есть примечание, впереди лист «Что исправить».",
    )


def _annotate(content: bytes, reading: Reading, reference: Reference) -> bytes:
    """Mark the file apart; of one that takes too much only the list of what to mend is made."""
    try:
        return run_in_worker(annotate_workbook, content, reading, reference)
    except UnreadableFile:
        return annotate_workbook(b"", reading, reference)

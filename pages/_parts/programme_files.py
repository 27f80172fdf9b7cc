"""The files of an opened programme: the document in Word, the table of role models in Excel."""

from functools import partial

import streamlit as st

from cmn_core.documents.programme.programme_file import FileKind, make_programme, name_programme
from pages._parts.finding import show_fact, show_notes
from pages._parts.handed_file import show_file_link
from pages._parts.programme_state import Desk

_MEDIA: dict[FileKind, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def offer_files(desk: Desk) -> None:
    """Offer both; a table needs a form."""
    show_fact("Скачать")
    with st.container(key="programme_files", horizontal=True):
        _offer("Документ Word", "docx", desk)
        if desk.programme.forms:
            _offer("Таблица Excel", "xlsx", desk)
    show_notes(("Чтобы в содержании появились номера страниц, щёлкните по нему в Word и нажмите F9.",))
    if not desk.programme.forms:
        show_notes(("Таблица форм и ролевых моделей появится, когда будет отмечена хотя бы одна форма.",))


def _offer(label: str, kind: FileKind, desk: Desk) -> None:
    data = desk.data
    make = partial(
        make_programme, desk.programme, data.reference, desk.organisation, kind, demonstration=data.demonstration
    )
    show_file_link(
        label, make, name_programme(desk.programme.organisation, desk.line.name, kind), _MEDIA[kind],
        key=f"programme_{kind}", kind="primary" if kind == "docx" else "secondary",
    )  # fmt: skip

"""What is wrong with a file: mended here in a table, or looked at in the sender's own rows."""

import streamlit as st

from cmn_core.intake.checked_file import CheckedFile
from cmn_core.intake.mendable import find_mendable
from cmn_core.reference import Reference
from pages._parts.database import CurrentData
from pages._parts.plain_text import plain
from pages._parts.upload_annotated import show_annotated_download
from pages._parts.upload_desk import UploadDesk
from pages._parts.upload_html import show_html, table, text
from pages._parts.upload_mending import show_mending
from pages._parts.upload_problems import show_problems
from pages._parts.upload_reply import show_reply
from pages._parts.upload_state import DroppedFile, UploadState

_HERE, _THERE = "here", "there"


def show_faults(
    file: DroppedFile, checked: CheckedFile, state: UploadState, data: CurrentData, desk: UploadDesk
) -> None:
    """Draw the table of inputs or the list of faults, and the reply to the sender."""
    for note in state.mending.notes:
        st.warning(plain(note))
    state.mending.notes.clear()
    reading = checked.reading
    if state.return_reason and state.corrections:
        # The file as it was sent is told of by what stands above; this speaks on once it is mended.
        st.warning(plain(f"Центр вернул этот отчёт: {state.return_reason}"))
    mendable = len(find_mendable(reading, data.reference))
    if mendable or state.mending.corrections or state.returned_cells:
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            view = _choose_view(mendable, state, starts_here=not reading.can_be_saved)
            if view == _HERE and mendable:
                show_annotated_download(file, reading, state, data.reference, primary=False)
        if view == _HERE:
            show_mending(checked, state, data, desk)
        else:
            show_problems(file, reading, checked.fragments, state, data.reference)
    else:
        show_problems(file, reading, checked.fragments, state, data.reference)
    _show_corrections(checked, state, data.reference)
    show_reply(reading, state, data)


def _choose_view(mendable: int, state: UploadState, *, starts_here: bool) -> str:
    words = {_HERE: f"Исправить здесь: {mendable}" if mendable else "Исправлено здесь", _THERE: "Показать в файле"}
    # What a file begins with stays: a view that turned by itself would take the inputs away.
    start = state.remember(
        "view",
        state.number,
        lambda: _HERE if starts_here or state.mending.corrections or state.returned_cells else _THERE,
    )
    chosen = st.segmented_control(
        "Замечания", list(words), format_func=words.__getitem__, default=start, required=True,
        key=state.key("view"), label_visibility="collapsed",
    )  # fmt: skip
    return chosen or start


def _show_corrections(checked: CheckedFile, state: UploadState, reference: Reference) -> None:
    """List what was changed by hand: it is kept with the report."""
    corrections = checked.reading.corrections
    if not corrections:
        return
    rows = [
        (text(item.sheet or ""), f"<b>{text(item.cell)}</b>", text(item.was) or "<i>пусто</i>",
         f"<b>{text(item.now)}</b>" if item.now else "<i>пусто</i>")
        for item in corrections
    ]  # fmt: skip
    with st.expander(f"Исправлено вручную: {len(corrections)}", key=state.key("corrected"), type="compact"):
        show_html(table(("Лист", "Ячейка", "В файле", "Войдёт в отчёт"), rows))
        st.caption("Останется в отчёте рядом с присланным файлом и будет видно на странице «Район».")

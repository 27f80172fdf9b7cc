"""Unfinished reports: kept in the database as they are mended, offered after a reload, carried by the link."""

from typing import Any

import streamlit as st

from cmn_core.access import AccessDenied
from cmn_core.errors import CmnError
from cmn_core.store.draft_reading import Draft, DraftSummary, list_drafts, read_draft
from cmn_core.store.drafts import end_draft, keep_choices, reopen_draft
from cmn_core.store.engine import Database
from cmn_core.store.mending import OF_A_RETURN
from cmn_core.store.report_keys import ReportKey
from cmn_core.wording import count_of, format_moment
from pages._parts.author import acting, now
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.plain_text import plain
from pages._parts.upload_desk import UploadDesk
from pages._parts.upload_state import DroppedFile, UploadState

_IN_ADDRESS = "draft"
CELLS = ("исправленная ячейка", "исправленные ячейки", "исправленных ячеек")
_GONE = {
    None: "Черновика из ссылки нет: его удалили или срок хранения истёк.",
    "saved": "Отчёт из черновика этой ссылки уже сохранён. Версии отчёта стоят на странице «Район».",
    "deleted": "Черновик из ссылки удалён.",
}


def follow_address(data: CurrentData, desk: UploadDesk) -> None:
    """Open the draft that the link names where nothing else is in hand; keep the link true to what is open."""
    named = st.query_params.get(_IN_ADDRESS)
    in_hand = desk.work.file is not None or desk.pile is not None
    if named and not in_hand:
        told = _open_named(named, data, desk)
        if told:
            st.info(told)
    draft_id = desk.work.mending.draft_id
    if draft_id is None:
        st.query_params.pop(_IN_ADDRESS, None)
    elif named != str(draft_id):
        st.query_params[_IN_ADDRESS] = str(draft_id)


def _open_named(named: str, data: CurrentData, desk: UploadDesk) -> str:
    """Open a draft by its number; return what is to be said where there is none."""
    try:
        draft = read_draft(data.database, int(named)) if named.isdecimal() and len(named) < 10 else None
    except AccessDenied:
        return "Черновик из ссылки начат не вами и не в вашем муниципалитете: нет доступа."
    if draft is None or draft.ended_as is not None:
        return _GONE[draft.ended_as if draft else None]
    open_draft(draft.draft_id, data, desk)
    return ""


def open_draft(draft_id: int, data: CurrentData, desk: UploadDesk) -> None:
    """Put a draft in hand: its file, its cells, its choices."""
    draft = read_draft(data.database, draft_id)
    if draft is not None:
        put_in_hand(draft, desk.alone)


def put_in_hand(draft: Draft, work: UploadState) -> None:
    """Begin with a draft's file, cells and choices."""
    work.take(DroppedFile(draft.file_name, draft.content))
    work.mending.draft_id = draft.draft_id
    work.mending.corrections = {item.place: item for item in draft.corrections}
    work.restored = draft.choices
    work.left_out_sheets = frozenset(draft.choices.get("left_out_sheets", []))
    work.organisations = dict(draft.choices.get("organisations", {}))
    work.different_children = {(sheet, row) for sheet, row in draft.choices.get("different_children", [])}
    work.mending.kept_choices = dict(draft.choices)


def list_open_drafts(data: CurrentData) -> tuple[DraftSummary, ...]:
    """Return the drafts; none while the database is away, so that the rest of the page stands."""
    return () if data.trouble else list_drafts(data.database)


def offer_draft_of_file(state: UploadState, data: CurrentData, desk: UploadDesk) -> None:
    """Offer the unfinished work on this very file, where nothing was corrected in this window yet."""
    reading = state.reading
    if reading is None or state.mending.corrections:
        return
    own = state.mending.draft_id
    others = (item for item in list_open_drafts(data) if item.sha256 == reading.sha256 and item.draft_id != own)
    found = next((item for item in others if item.left_cells), None)
    if found is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="upload_draft_of_file"):
        st.info(
            f"Этот файл уже исправляли: {count_of(found.left_cells, *CELLS)}, {format_moment(found.updated_at)}, "
            f"{plain(found.author)}."
        )
        st.button("Продолжить ту правку", key=state.key("continue"), on_click=in_words(_join),
                  args=(found.draft_id, state, data))  # fmt: skip


def _join(draft_id: int, state: UploadState, data: CurrentData) -> None:
    """Take a draft's cells over into the file that is open."""
    draft, own = read_draft(data.database, draft_id), state.mending.draft_id
    if draft is not None:
        if own is not None:
            end_draft(data.database, own, "deleted", acting())
        state.mending.draft_id = draft_id
        state.mending.corrections = {item.place: item for item in draft.corrections}
        for place in state.mending.corrections:
            # The inputs begin anew with what stands in the cells by now.
            st.session_state.pop(state.cell_key(place), None)


def keep_what_was_chosen(key: ReportKey | None, state: UploadState, desk: UploadDesk, data: CurrentData) -> None:
    """Keep sender, month, scope and answers beside the cells of a draft, when they changed."""
    mending = state.mending
    choices = describe_work(key, state, desk)
    if mending.draft_id is None or choices == mending.kept_choices:
        return
    try:
        keep_choices(data.database, mending.draft_id, choices, now=now())
    except CmnError as failure:
        st.warning(plain(failure.message))
        return
    mending.kept_choices = choices


def describe_work(key: ReportKey | None, state: UploadState, desk: UploadDesk) -> dict[str, Any]:
    """Return what a draft keeps of the choices on the page."""
    return {
        "pile": desk.pile.code if desk.pile else None,
        "sender": key.sender if key else None,
        "period": str(key.period) if key else None,
        "scope": key.scope if key else None,
        "layout": key.layout if key else None,
        "sent_by": desk.senders.get(key.sender, "") if key else "",
        "left_out_sheets": sorted(state.left_out_sheets),
        "organisations": dict(state.organisations),
        "different_children": sorted(([sheet, row] for sheet, row in state.different_children), key=str),
    } | {name: state.restored[name] for name in OF_A_RETURN if name in state.restored}


def end_saved_draft(database: Database, state: UploadState) -> int | None:
    """Take the draft of a report that is saved off the list; return its number."""
    draft_id = state.mending.draft_id
    if draft_id is not None:
        try:
            end_draft(database, draft_id, "saved", acting())
        except CmnError:
            # The report is saved; its draft goes by its term.
            return None
    return draft_id


def reopen_saved_draft(database: Database, draft_id: int | None) -> None:
    """Put the draft of a report that was undone back on the list."""
    if draft_id is not None:
        reopen_draft(database, draft_id, acting())

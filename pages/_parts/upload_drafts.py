"""Unfinished reports: kept in the database as they are mended, offered after a reload, carried by the link."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from cmn_core.access import AccessDenied
from cmn_core.errors import CmnError
from cmn_core.period import parse_period
from cmn_core.store.draft_reading import DraftSummary, list_drafts, read_draft
from cmn_core.store.drafts import end_draft, keep_choices, reopen_draft
from cmn_core.store.engine import Database
from cmn_core.store.report_keys import ReportKey
from cmn_core.wording import count_of, format_moment, format_period
from pages._parts.author import acting, now
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.plain_text import plain
from pages._parts.upload_desk import UploadDesk
from pages._parts.upload_html import show_html, text
from pages._parts.upload_state import DroppedFile, UploadState

_IN_ADDRESS = "draft"
_MOST_SHOWN = 10
_CELLS = ("исправленная ячейка", "исправленные ячейки", "исправленных ячеек")
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
    _open(draft.draft_id, data, desk)
    return ""


def _open(draft_id: int, data: CurrentData, desk: UploadDesk) -> None:
    """Put a draft in hand: its file, its cells, its choices."""
    draft = read_draft(data.database, draft_id)
    if draft is None:
        return
    desk.alone.take(DroppedFile(draft.file_name, draft.content))
    mending = desk.alone.mending
    mending.draft_id = draft_id
    mending.corrections = {item.place: item for item in draft.corrections}
    desk.alone.restored = draft.choices
    desk.alone.organisations = dict(draft.choices.get("organisations", {}))
    desk.alone.different_children = {(sheet, row) for sheet, row in draft.choices.get("different_children", [])}
    mending.kept_choices = dict(draft.choices)


def show_drafts(data: CurrentData, desk: UploadDesk) -> None:
    """Offer the unfinished reports; one that was deleted can be brought back."""
    drafts = _list(data)
    if desk.deleted_draft:
        number, name = desk.deleted_draft
        with st.container(horizontal=True, vertical_alignment="center", key="upload_draft_deleted"):
            show_html(f"<p class='up-muted'>Черновик «{text(name)}» удалён.</p>")
            st.button("Вернуть", key="upload_draft_return", type="tertiary", on_click=in_words(_bring_back),
                      args=(number, data, desk))  # fmt: skip
    if not drafts:
        return
    show_html(f"<p class='up-line'><b>Незаконченные отчёты: {len(drafts)}</b></p>")
    for draft in drafts[:_MOST_SHOWN]:
        _show_draft(draft, data, desk)
    if len(drafts) > _MOST_SHOWN:
        st.caption(f"Показаны последние {_MOST_SHOWN}.")


def _list(data: CurrentData) -> tuple[DraftSummary, ...]:
    """Return the drafts; none while the database is away, so that the rest of the page stands."""
    return () if data.trouble else list_drafts(data.database)


def _show_draft(draft: DraftSummary, data: CurrentData, desk: UploadDesk) -> None:
    with st.container(key=f"upload_draft_{draft.draft_id}", horizontal=True, vertical_alignment="center"):
        whose = ", ".join(filter(None, _describe_choices(draft.choices, data)))
        told = (whose, count_of(draft.left_cells, *_CELLS), format_moment(draft.updated_at), draft.author)
        about = "; ".join(text(part) for part in told if part)
        show_html(f"<div class='up-name'><b>{text(draft.file_name)}</b><span>{about}</span></div>")
        st.button("Продолжить", key=f"upload_draft_open_{draft.draft_id}", on_click=in_words(_open),
                  args=(draft.draft_id, data, desk))  # fmt: skip
        st.button("Удалить", key=f"upload_draft_delete_{draft.draft_id}", type="tertiary", on_click=in_words(_delete),
                  args=(draft, data, desk))  # fmt: skip


def _describe_choices(choices: Mapping[str, Any], data: CurrentData) -> tuple[str, str]:
    region = data.reference.region
    known = {district.oktmo: district.short for district in region.districts}
    sender = known.get(choices.get("sender") or "", "")
    period = choices.get("period")
    return sender, format_period(parse_period(period)) if period else ""


def _delete(draft: DraftSummary, data: CurrentData, desk: UploadDesk) -> None:
    end_draft(data.database, draft.draft_id, "deleted", acting())
    desk.deleted_draft = (draft.draft_id, draft.file_name)


def _bring_back(draft_id: int, data: CurrentData, desk: UploadDesk) -> None:
    reopen_draft(data.database, draft_id, acting())
    desk.deleted_draft = None


def offer_draft_of_file(state: UploadState, data: CurrentData, desk: UploadDesk) -> None:
    """Offer the unfinished work on this very file, where nothing was corrected in this window yet."""
    reading = state.reading
    if reading is None or state.mending.draft_id is not None:
        return
    found = next((item for item in _list(data) if item.sha256 == reading.sha256), None)
    if found is None or not found.left_cells:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="upload_draft_of_file"):
        st.info(
            f"Этот файл уже исправляли: {count_of(found.left_cells, *_CELLS)}, {format_moment(found.updated_at)}, "
            f"{plain(found.author)}."
        )
        st.button("Продолжить ту правку", key=state.key("continue"), on_click=in_words(_join),
                  args=(found.draft_id, state, data))  # fmt: skip


def _join(draft_id: int, state: UploadState, data: CurrentData) -> None:
    """Take a draft's cells over into the file that is open."""
    draft = read_draft(data.database, draft_id)
    if draft is not None:
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
        "sender": key.sender if key else None,
        "period": str(key.period) if key else None,
        "scope": key.scope if key else None,
        "sent_by": desk.senders.get(key.sender, "") if key else "",
        "left_out_sheets": sorted(state.left_out_sheets),
        "organisations": dict(state.organisations),
        "different_children": sorted(([sheet, row] for sheet, row in state.different_children), key=str),
    }


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

"""Saving: what is to be confirmed, what stands in the way, and the button."""

from dataclasses import replace

import streamlit as st

from cmn_core.errors import CmnError
from cmn_core.intake.reading import Reading
from cmn_core.store.decisions import Decisions
from cmn_core.store.engine import Database
from cmn_core.store.reports import ReportVersion, bring_back, save_report
from cmn_core.store.submission import as_shown
from cmn_core.store.verdict import describe_confirmation, describe_saving, why_not_saved
from cmn_core.store.way_telling import describe_reason, explain_lock
from cmn_core.wording import format_moment
from pages._parts.author import current_author, now
from pages._parts.plain_text import plain
from pages._parts.upload_desk import upload_desk
from pages._parts.upload_drafts import end_saved_draft
from pages._parts.upload_html import show_html, text
from pages._parts.upload_state import SavedUpload, UploadState

_CHANGED = "Выбор на странице изменился. Проверьте его и нажмите «Сохранить отчёт» ещё раз."


def ask_confirmation(reading: Reading, state: UploadState) -> bool:
    """Ask to take the warnings on; a file without any needs no asking."""
    asked = describe_confirmation(reading)
    if asked is None:
        return True
    return st.checkbox(asked, key=state.key("confirmed"), persist_state="session")


def show_save_button(reason: str | None, meaning: str, state: UploadState) -> bool:
    """Draw the button with the reason that holds it, or with what it would do; return whether it was pressed."""
    pressed = st.button("Сохранить отчёт", type="primary", disabled=reason is not None, key=state.key("save"))
    show_html(f"<p class='up-muted'>{text(reason or meaning)}</p>")
    return pressed


def show_save_bar(
    reading: Reading,
    decisions: Decisions,
    counted: str,
    open_points: tuple[str, ...],
    in_force: ReportVersion | None,
    database: Database,
    state: UploadState,
) -> None:
    """Keep confirmation and button at the bottom of the window; save what was on the screen.

    `counted`: what the report comes to, for the word after saving.
    """
    with st.bottom, st.container(key="upload_save_bar", horizontal=True, vertical_alignment="center"):
        confirmed = not open_points and ask_confirmation(reading, state)
        decisions = replace(decisions, confirmed=confirmed)
        reason = why_not_saved(reading, open_points, confirmed=confirmed, in_force=in_force)
        if show_save_button(reason, describe_saving(decisions.key, in_force), state):
            _save_as_shown(database, reading, decisions, counted, state)
    state.shown, state.shown_corrections = decisions, reading.corrections


def _save_as_shown(
    database: Database, reading: Reading, decisions: Decisions, sentence: str, state: UploadState
) -> None:
    """Save what stood on the screen when the button was pressed; a refusal is told and the file stays."""
    agreed = as_shown(decisions, state.shown)
    if agreed is None or state.file is None or state.shown_corrections != reading.corrections:
        st.error(_CHANGED)
        return
    agreed = replace(agreed, sent_by=upload_desk().senders.get(agreed.sender) or None)
    try:
        with st.spinner("Сохраняю отчёт…"):
            saved = save_report(database, reading, state.file.content, agreed, now=now())
    except CmnError as refusal:
        st.error(plain(refusal.message))
        return
    done = "Отчёт сохранён и учитывается" if saved.outcome == "saved" else "Этот отчёт уже сохранён"
    draft = end_saved_draft(database, state)
    can_undo = saved.outcome == "saved"
    _finish(SavedUpload(agreed.key, saved.report_id, done, sentence, saved.notes, can_undo=can_undo, draft_id=draft))


def offer_older(database: Database, older: ReportVersion, in_force: ReportVersion | None, state: UploadState) -> None:
    """Offer to put the older version of these very bytes back in force, unless the report is closed."""
    what, deed = _tell_older(older, in_force)
    st.info(plain(what))
    if explain_lock(in_force) or not st.button(deed, key=state.key("bring_back")):
        return
    compared_with = in_force.report_id if in_force else None
    seen = state.shown.compared_with if state.shown else compared_with
    try:
        bring_back(database, older.report_id, expected=seen, author=current_author(), now=now())
    except CmnError as refusal:
        st.error(plain(refusal.message))
        return
    sentence = f"Снова действует версия {older.version} от {format_moment(older.saved_at)}."
    _finish(SavedUpload(older.key, older.report_id, "Версия возвращена и учитывается", sentence))


def _tell_older(older: ReportVersion, in_force: ReportVersion | None) -> tuple[str, str]:
    """Say what became of the version, and what the button does with it."""
    saved = f"Этот файл уже сохранён {format_moment(older.saved_at)} как версия {older.version}"
    if older.state == "returned" and older.judged:
        return (
            f"{saved}, и региональный центр вернул её: {describe_reason(older.judged)}. Исправьте файл; если его "
            "вернули по ошибке, отправьте эту версию снова.",
            f"Отправить версию {older.version} снова",
        )
    instead = "но действует другая версия" if in_force else "но потом его отправка отменена"
    return (
        f"{saved}, {instead}. Верните его в силу, вместо того чтобы сохранять ещё раз.",
        f"Вернуть версию {older.version}",
    )


def _finish(saved: SavedUpload) -> None:
    upload_desk().finish((saved,))
    st.rerun()

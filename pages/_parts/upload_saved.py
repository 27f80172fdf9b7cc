"""What counts now that a report is saved, where to see it, and the way back."""

import streamlit as st

from cmn_core.analysis.commentary import district_finding, figure_subtitle, region_finding
from cmn_core.analysis.indicators import compute_indicator
from cmn_core.errors import CmnError
from cmn_core.store.report_keys import describe_key
from cmn_core.store.reports import read_version, undo_report
from cmn_core.wording import format_moment, format_period
from pages._parts.author import current_author, now
from pages._parts.database import CurrentData, year_facts
from pages._parts.failure import in_words
from pages._parts.finding import show_finding
from pages._parts.links import show_scope_link
from pages._parts.plain_text import plain
from pages._parts.scope import Scope
from pages._parts.upload_drafts import reopen_saved_draft
from pages._parts.upload_html import show_html, text
from pages._parts.upload_state import SavedUpload, UploadState


def show_saved(data: CurrentData, state: UploadState) -> None:
    """Tell about each report of the last saving."""
    for place, saved in enumerate(state.saved):
        with st.container(key=f"upload_saved_{place}"):
            _show_one(saved, place, data, state)


def _show_one(saved: SavedUpload, place: int, data: CurrentData, state: UploadState) -> None:
    named = "" if saved.key.layout == "population" else f"{describe_key(saved.key, data.reference)}. "
    show_finding(saved.title, named + saved.sentence)
    for note in saved.notes:
        st.warning(plain(note))
    if saved.key.layout != "population":
        _show_figure(saved, data)
    with st.container(key=f"upload_next_{place}", horizontal=True, vertical_alignment="center"):
        _show_links(saved)
        if saved.can_undo:
            st.button(
                "Отменить: вернуть как было", key=f"upload_undo_{state.number}_{place}", type="tertiary",
                on_click=in_words(_undo), args=(saved, place, data, state),
            )  # fmt: skip


def _show_figure(saved: SavedUpload, data: CurrentData) -> None:
    """Say what the sender's coverage is by now."""
    facts = year_facts(data, saved.key.period.year)
    figures = compute_indicator(facts, data.reference, "coverage", saved.key.period)
    if saved.key.sender is None:
        finding, subtitle = (
            region_finding(figures.region, data.reference),
            figure_subtitle(figures.region, data.reference),
        )
    else:
        own = figures.of(saved.key.sender)
        finding, subtitle = district_finding(own, data.reference), figure_subtitle(own, data.reference)
    show_html(f"<p class='up-finding'>{text(finding)}</p><p class='up-muted'>{text(subtitle)}</p>")


def _show_links(saved: SavedUpload) -> None:
    if saved.key.layout == "population":
        st.page_link("overview.py", label="Открыть обзор")
        return
    scope = Scope(saved.key.period, saved.key.sender)
    if saved.key.sender:
        show_scope_link("Открыть район", "district", scope)
    show_scope_link("Открыть обзор", "overview", scope)


def _undo(saved: SavedUpload, place: int, data: CurrentData, state: UploadState) -> None:
    """Put the version before back in force, in the button's callback."""
    try:
        former = undo_report(data.database, saved.key, expected=saved.report_id, author=current_author(), now=now())
        reopen_saved_draft(data.database, saved.draft_id)
        version = read_version(data.database, former) if former is not None else None
    except CmnError as refusal:
        changed = SavedUpload(saved.key, saved.report_id, "Отмена не выполнена", refusal.message, can_undo=False)
    else:
        if version is None:
            sentence = f"За {_of_period(saved)} действующего отчёта больше нет."
        else:
            sentence = (
                f"Снова действует версия {version.version} от {format_moment(version.saved_at)} ({version.author})."
            )
        changed = SavedUpload(saved.key, former or 0, "Сохранение отменено", sentence, can_undo=False)
    state.saved = (*state.saved[:place], changed, *state.saved[place + 1 :])


def _of_period(saved: SavedUpload) -> str:
    if saved.key.layout == "population":
        return f"{saved.key.period.year} год"
    return format_period(saved.key.period)

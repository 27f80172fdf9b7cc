"""Organisations of a report that nobody is sure of: the same as a known one, another, or new."""

from collections.abc import Mapping, Sequence

import streamlit as st

from cmn_core.intake.matching import NameMatch
from cmn_core.intake.name_questions import find_proposals, guess_new_organisations
from cmn_core.intake.reading import Reading
from cmn_core.store.reports import ReportKey
from cmn_core.store.submission import Answers
from pages._parts.database import CurrentData
from pages._parts.upload_counted_once import show_counted_once
from pages._parts.upload_html import show_html, text
from pages._parts.upload_new import ask_about_new
from pages._parts.upload_reading import known_here
from pages._parts.upload_state import UploadState

_ON_PAGE = 10
_SAME, _OTHER, _NEW = "same", "other", "new"
_LABELS = {_SAME: "Да, это она", _OTHER: "Другая из списка", _NEW: "Нет, новая"}
_FEW = 3


def ask_about_names(
    reading: Reading, key: ReportKey, matches: Sequence[NameMatch], data: CurrentData, state: UploadState
) -> Answers:
    """Ask about likenesses, new organisations and repeated numbers; return all answers so far.

    `matches`: the names as they were before any answer.
    """
    words = _words_of_known(data, key)
    _show_proposals(find_proposals(matches), words, state)
    answers = Answers(dict(state.organisations), different_children=frozenset(state.different_children))
    said = dict(state.organisations)
    new = state.remember(
        "new",
        (matches, said, key.scope),
        lambda: guess_new_organisations(matches, said, key.scope, data.reference.region.facts),
    )
    answers = ask_about_new(new, answers, words, state, data.reference, asks_district=key.sender is None)
    show_counted_once([row for row in reading.rows if row.counted_elsewhere], state)
    return answers


def _words_of_known(data: CurrentData, key: ReportKey) -> dict[int, str]:
    """Return what the sender's known organisations are called; of the whole region with their municipality."""
    known = known_here(data)
    if key.sender is not None:
        return {item.organisation_id: item.name for item in known if item.district == key.sender}
    short = {district.oktmo: district.short for district in data.reference.region.districts}
    return {item.organisation_id: f"{item.name} ({short.get(item.district, '')})" for item in known}


def _show_proposals(proposals: Sequence[NameMatch], words: Mapping[int, str], state: UploadState) -> None:
    if not proposals:
        return
    st.subheader(f"Уточните, какие это организации: {len(proposals)}")
    if len(proposals) > _FEW:
        st.button("Все совпадения верны", key=state.key("names_all"), on_click=_confirm_all, args=(proposals, state))
    pages = -(-len(proposals) // _ON_PAGE)
    place = st.container(gap="xsmall")
    page = st.pagination(pages, key=state.key("names_page")) if pages > 1 else 1
    with place:
        for index, match in enumerate(proposals[(page - 1) * _ON_PAGE : page * _ON_PAGE]):
            _ask(match, words, f"{page}_{index}", state)


def _ask(match: NameMatch, words: Mapping[int, str], name: str, state: UploadState) -> None:
    said, answer = st.columns([1.2, 1], vertical_alignment="center")
    known = words.get(match.known.organisation_id, match.known.name) if match.known else ""
    with said:
        show_html(
            f"<div class='up-name'><b>{text(match.name)}</b>"
            f"<span>похожа на известную: {text(known)} (сходство {match.confidence_pct} %)</span></div>"
        )
    with answer:
        _choose_answer(match, words, name, state)


def _choose_answer(match: NameMatch, words: Mapping[int, str], name: str, state: UploadState) -> None:
    widget = state.key(f"name_{name}")
    st.radio(
        f"Это известная организация? {match.name}", list(_LABELS), format_func=_LABELS.__getitem__,
        index=_place_of_answer(match, state), key=widget, horizontal=True, label_visibility="collapsed",
        on_change=_take_answer, args=(match, widget, state),
    )  # fmt: skip
    if match.key in state.elsewhere:
        _choose_known(match, words, name, state)


def _choose_known(match: NameMatch, words: Mapping[int, str], name: str, state: UploadState) -> None:
    options = sorted(words, key=lambda number: words[number])
    chosen = state.organisations.get(match.key)
    widget = state.key(f"known_{name}")
    st.selectbox(
        f"Организация для «{match.name}»", options, format_func=words.__getitem__, key=widget,
        index=options.index(chosen) if chosen is not None and chosen in words else None, label_visibility="collapsed",
        placeholder="Выберите организацию", on_change=_take_known, args=(match.key, widget, state),
    )  # fmt: skip


def _place_of_answer(match: NameMatch, state: UploadState) -> int | None:
    """Return which answer is given by now."""
    if match.key in state.elsewhere:
        return list(_LABELS).index(_OTHER)
    if match.key not in state.organisations:
        return None
    return list(_LABELS).index(_NEW if state.organisations[match.key] is None else _SAME)


def _take_answer(match: NameMatch, widget: str, state: UploadState) -> None:
    answer = st.session_state[widget]
    state.organisations.pop(match.key, None)
    state.elsewhere.discard(match.key)
    if answer == _OTHER:
        state.elsewhere.add(match.key)
    elif answer == _NEW:
        state.organisations[match.key] = None
    elif answer == _SAME and match.known:
        state.organisations[match.key] = match.known.organisation_id


def _take_known(key: str, widget: str, state: UploadState) -> None:
    if st.session_state[widget] is not None:
        state.organisations[key] = st.session_state[widget]


def _confirm_all(proposals: Sequence[NameMatch], state: UploadState) -> None:
    for match in proposals:
        if match.known and match.key not in state.organisations and match.key not in state.elsewhere:
            state.organisations[match.key] = match.known.organisation_id

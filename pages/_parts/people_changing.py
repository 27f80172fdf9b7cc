"""One account is changed, closed or opened, its password replaced by a link, its sign-ins ended."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from cmn_core.access import ROLE_LABELS, Person
from cmn_core.store.audit import Author
from cmn_core.store.people import NewPerson, PersonCard, change_person, close_account, reopen_account
from cmn_core.store.sign_ins import end_sign_ins
from pages._parts.author import acting
from pages._parts.data_state import DataState
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.people_fields import ask_person, read_person
from pages._parts.people_link import make_link
from pages._parts.people_state import CODE, PeopleState

_CHANGED = {"login": "логин", "name": "имя", "role": "роль", "districts": "муниципалитеты"}


def show_changing(cards: Sequence[PersonCard], data: CurrentData, state: DataState, people: PeopleState) -> None:
    """Let one account be chosen and changed."""
    by_number = {card.person.number: card for card in cards}
    with st.expander("Изменить учётную запись", type="compact", key=state.key("change_person")):
        chosen = st.selectbox(
            "Чья", list(by_number), index=None, format_func=lambda number: _label(by_number[number]),
            key=state.key("chosen_person"), placeholder="Начните вводить имя или логин", filter_mode="contains",
        )  # fmt: skip
        if chosen in by_number:
            _show_account(by_number[chosen], data, state, people)


def _label(card: PersonCard) -> str:
    closed = "" if card.is_active else ", закрыта"
    return f"{card.person.name} ({card.person.login}), {ROLE_LABELS[card.person.role]}{closed}"


def _show_account(card: PersonCard, data: CurrentData, state: DataState, people: PeopleState) -> None:
    person = card.person
    key = state.key(f"person_{person.number}")
    seen = people.seen.setdefault(key, person)
    standing = NewPerson(seen.login, seen.name, seen.role, seen.districts)
    ask_person(standing, "change_person", data.reference, lambda field: f"{key}_{field}")
    with st.container(key="data_line_person", horizontal=True):
        st.button(
            "Сохранить изменения", type="primary", key=f"{key}_save",
            on_click=in_words(_save), args=(seen, key, data, state),
        )  # fmt: skip
        if card.is_active:
            st.button(
                "Новая ссылка для пароля", key=f"{key}_link", on_click=in_words(_give_link),
                args=(person, data, state, people),
            )  # fmt: skip
            st.button("Завершить все входы", key=f"{key}_end", on_click=in_words(_end), args=(person, data, state))
            st.button("Закрыть доступ", key=f"{key}_close", on_click=in_words(_close), args=(person, data, state))
        else:
            st.button("Открыть доступ", key=f"{key}_reopen", on_click=in_words(_reopen), args=(person, data, state))


def _save(seen: Person, key: str, data: CurrentData, state: DataState) -> None:
    wanted = read_person(lambda field: f"{key}_{field}")
    fields = change_person(data.database, seen.number or 0, wanted, by=acting(), seen=seen)
    if not fields:
        state.done(CODE, f"{wanted.name} ({wanted.login}): менять нечего, всё уже так.")
        return
    changed = ", ".join(_CHANGED[field] for field in fields)
    out = " Входы этого человека завершены." if {"role", "districts"} & set(fields) else ""
    state.done(CODE, f"{wanted.name} ({wanted.login}): изменено — {changed}.{out}")


def _give_link(person: Person, data: CurrentData, state: DataState, people: PeopleState) -> None:
    make_link(person, data, people)
    state.done(
        CODE, f"{person.name} ({person.login}): новая ссылка готова. Прежний пароль действует, пока её не открыли."
    )


def _end(person: Person, data: CurrentData, state: DataState) -> None:
    ended = end_sign_ins(data.database, person.number or 0, by=acting())
    state.done(CODE, f"{person.name} ({person.login}): завершено входов: {ended}.")


def _close(person: Person, data: CurrentData, state: DataState) -> None:
    def undo(author: str, now: datetime) -> None:
        reopen_account(data.database, person.number or 0, by=Author(author, now))

    close_account(data.database, person.number or 0, by=acting())
    state.done(CODE, f"{person.name} ({person.login}): доступ закрыт, все входы завершены.", undo)


def _reopen(person: Person, data: CurrentData, state: DataState) -> None:
    reopen_account(data.database, person.number or 0, by=acting())
    state.done(CODE, f"{person.name} ({person.login}): доступ открыт, пароль прежний.")

"""A new account: it waits for the person who chooses the password by the link."""

from functools import partial

import streamlit as st

from cmn_core.store.people import NewPerson, add_person
from pages._parts.author import acting
from pages._parts.data_state import DataState
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.people_fields import ask_person, read_person
from pages._parts.people_link import make_link
from pages._parts.people_state import CODE, PeopleState


def show_new_person(data: CurrentData, state: DataState, people: PeopleState) -> None:
    """Ask who it is and what they may do."""
    with st.expander("Добавить пользователя", type="compact", key=state.key("new_person")):
        ask_person(NewPerson("", "", "district", frozenset()), "new_person", data.reference, partial(_key, state))
        st.button(
            "Добавить и получить ссылку", type="primary", key=state.key("add_person"),
            on_click=in_words(_add), args=(data, state, people),
        )  # fmt: skip


def _key(state: DataState, field: str) -> str:
    return state.key(f"new_person_{field}")


def _add(data: CurrentData, state: DataState, people: PeopleState) -> None:
    person = add_person(data.database, read_person(partial(_key, state)), by=acting())
    make_link(person, data, people)
    state.done(CODE, f"Добавлено: {person.name} ({person.login}). Войти можно будет, когда по ссылке зададут пароль.")

"""What «Пользователи» remembers between its runs; the only place that touches `st.session_state` for it."""

from dataclasses import dataclass, field
from datetime import datetime

import streamlit as st

from cmn_core.access import Person

CODE = "people"
"""Of the word on what was just done."""
_KEY = "people_page"


@dataclass(frozen=True, slots=True)
class MadeLink:
    """A link just made: nobody can read it again."""

    address: str
    name: str
    login: str
    ends_at: datetime


@dataclass(slots=True)
class PeopleState:
    """One administrator's work on the page."""

    link: MadeLink | None = None
    seen: dict[str, Person] = field(default_factory=dict)
    """What the fields of an account began with, by their key: another's change since then is not overwritten."""


def people_state() -> PeopleState:
    """Return this session's state."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = PeopleState()
    state: PeopleState = st.session_state[_KEY]
    return state

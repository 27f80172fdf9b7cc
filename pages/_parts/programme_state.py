"""What «Программа наставничества» remembers between its runs; the only place that touches `st.session_state` for it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

import streamlit as st

from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.programme.programme import Programme
from cmn_core.store.programme_reading import ListedProgramme, OpenedProgramme, ProgrammeOwner
from pages._parts.database import CurrentData

CODE = "programmes"
"""Of the word on what was just done with the list."""
_KEY = "programme_page"
Value = TypeVar("Value")
Put = Callable[[Programme, Value], Programme]
"""Takes what a field was left with into the programme."""


@dataclass(frozen=True, slots=True)
class TakenOff:
    """Something that was just taken out of a programme, and how it was before."""

    sentence: str
    before: Programme


@dataclass(frozen=True, slots=True)
class Package:
    """The documents of several programmes, made and not taken away yet."""

    about: object
    """What they were made of: another state of the programmes asks for another one."""
    content: bytes
    file_name: str


@dataclass(slots=True)
class Work:
    """A programme that is open in this window."""

    programme_id: int
    version: int
    """The one that this window knows of."""
    programme: Programme
    """As it stands on the screen."""
    saved_at: datetime
    why_not_kept: str = ""
    """Why the database has not taken the last words; empty: it has."""
    told: str = ""
    """What another person did to it meanwhile …"""
    other_id: int | None = None
    """… and the programme that is theirs, where this window goes on with one of its own."""
    taken_off: TakenOff | None = None
    opened_model: tuple[str, str] | None = None
    """Keys of the form and of the role model whose fields are shown."""

    @property
    def is_kept(self) -> bool:
        """Tell whether the database has everything."""
        return not self.why_not_kept


@dataclass(slots=True)
class ProgrammeState:
    """One person's work on the page."""

    works: dict[int, Work] = field(default_factory=dict)
    """The programme that is open, and any other whose last words the database has not taken yet."""
    is_beginning: bool = False
    """Whether the fields of a new programme stand open."""
    chosen: int | None = None
    """The line of the list whose name or copy is being made."""
    package: Package | None = None

    def open(self, opened: OpenedProgramme) -> Work:
        """Return the work on a programme, begun anew unless it is in hand; what is kept of others is let go."""
        line = opened.line
        self.works = {
            number: work for number, work in self.works.items() if number == line.programme_id or not work.is_kept
        }
        if line.programme_id not in self.works:
            self.works[line.programme_id] = Work(line.programme_id, line.version, opened.programme, line.changed_at)
        return self.works[line.programme_id]

    def renumber(self, work: Work, number: int) -> None:
        """Go on with a programme under another number."""
        self.works.pop(work.programme_id, None)
        work.programme_id = number
        self.works[number] = work


@dataclass(frozen=True, slots=True)
class Desk:
    """What every step has before it."""

    work: Work
    line: ListedProgramme
    """Its name in the list, whose it is, who changed it last."""
    data: CurrentData
    organisation: OrganisationState
    """What the register and the last report tell of the programme's organisation."""

    @property
    def owner(self) -> ProgrammeOwner:
        """Return the organisation as the register has it now."""
        return self.line.owner

    @property
    def programme(self) -> Programme:
        """Return the programme as it stands on the screen."""
        return self.work.programme


def programme_state() -> ProgrammeState:
    """Return this session's state."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = ProgrammeState()
    state: ProgrammeState = st.session_state[_KEY]
    return state


def follow(name: str, value: object) -> str:
    """Return the key of a field that shows a value of the programme.

    The key is of the field, never of a programme: Streamlit remembers each for as long as a session lasts. What it
    holds is touched only where it differs, for a value that is set anew replaces what is being typed.
    """
    key = f"programme_{name}"
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    return key


def typed(key: str) -> str:
    """Return what stands in an input; in a button's callback also what was typed right before it was pressed."""
    return str(st.session_state.get(key) or "").strip()


def left_with(name: str) -> object:
    """Return what a field was left with."""
    return st.session_state[f"programme_{name}"]

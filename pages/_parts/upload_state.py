"""What the upload page remembers between its runs; the only place that touches `st.session_state` for it.

The file's bytes stay here from the drop until it is saved, replaced or taken away; leaving the page keeps them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import streamlit as st

from cmn_core.intake.checked_file import CheckedFile
from cmn_core.intake.read_report import Expectation
from cmn_core.store.decisions import Decisions
from cmn_core.store.reports import ReportKey

_KEY = "upload"
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class DroppedFile:
    """A file as it was dropped."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class SavedUpload:
    """What came of saving; it may be undone from here."""

    key: ReportKey
    report_id: int
    title: str
    sentence: str
    notes: tuple[str, ...] = ()
    can_undo: bool = True


@dataclass(slots=True)
class UploadState:
    """One person's work with one file."""

    number: int = 0
    """Counts files: the keys of the widgets carry it, so that a new file starts with its own guesses."""
    file: DroppedFile | None = None
    checked: dict[Expectation, CheckedFile] = field(default_factory=dict)
    """Readings of the file; a rerun never reads it again."""
    organisations: dict[str, int | None] = field(default_factory=dict)
    """Name key → organisation chosen, None: a new one."""
    elsewhere: set[str] = field(default_factory=set)
    """Name keys for which another organisation of the list is being chosen."""
    different_children: set[tuple[str | None, int]] = field(default_factory=set)
    shown: Decisions | None = None
    """The decisions that stood on the screen after the last run."""
    saved: tuple[SavedUpload, ...] = ()
    remembered: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    def take(self, file: DroppedFile) -> None:
        """Begin with a new file."""
        self.drop_file()
        self.file = file
        self.saved = ()

    def drop_file(self) -> None:
        """Forget the file and everything about it."""
        self.number += 1
        self.file = None
        self.checked = {}
        self.organisations = {}
        self.elsewhere = set()
        self.different_children = set()
        self.shown = None
        self.remembered = {}

    def key(self, name: str) -> str:
        """Name a widget of this file."""
        return f"upload_{name}_{self.number}"

    def remember(self, name: str, about: object, make: Callable[[], Value]) -> Value:
        """Return what was made for these very circumstances, or make it now."""
        held = self.remembered.get(name)
        if held is None or held[0] != about:
            held = (about, make())
            self.remembered[name] = held
        value: Value = held[1]
        return value


def upload_state() -> UploadState:
    """Return this session's state."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = UploadState()
    state: UploadState = st.session_state[_KEY]
    return state

"""What a session has in hand on the upload page: one file, or a pile with one of its files opened.

The only place that touches `st.session_state` for what the page remembers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import uuid4

import streamlit as st

from cmn_core.intake.pile_limits import count_taken, describe_left
from cmn_core.period import Period
from cmn_core.reference.budgets import read_budgets
from cmn_core.store.report_keys import ReportKey
from pages._parts.upload_state import DroppedFile, SavedUpload, UploadState

_KEY = "upload"


@dataclass(slots=True)
class PileItem:
    """A file of the pile with the work done on it."""

    number: int
    work: UploadState
    saved: tuple[SavedUpload, ...] = ()
    refusal: str = ""
    """Why the last saving or undoing of it failed."""

    @property
    def name(self) -> str:
        """The file's name, which another file may have too."""
        return self.work.file.name if self.work.file else ""

    @property
    def saved_report(self) -> SavedUpload | None:
        """What was saved from it and not undone."""
        return next((item for item in self.saved if item.can_undo), None)


@dataclass(slots=True)
class Pile:
    """Files taken at one go."""

    code: str = field(default_factory=lambda: uuid4().hex[:12])
    """Stands in the link and in the drafts of its files."""
    items: list[PileItem] = field(default_factory=list)
    favourites: dict[ReportKey, int] = field(default_factory=dict)
    takes_own_names: bool = False
    months: frozenset[Period] | None = None
    told: str = ""
    """What came of the last saving of many."""

    def item(self, number: int) -> PileItem:
        """Return a file by its number."""
        return self.items[number - 1]


@dataclass(slots=True)
class UploadDesk:
    """One session's work on the upload page."""

    alone: UploadState = field(default_factory=UploadState)
    pile: Pile | None = None
    put_aside: str = ""
    """The pile that was forgotten last: the link that still names it does not bring it back."""
    opened: int | None = None
    """Number of the file of the pile that is open."""
    opening: bool = False
    """The file was opened by the last click: the page is drawn short first, so that it starts at its top."""
    left: str = ""
    """Which files of the last drop were not taken, and why."""
    senders: dict[str | None, str] = field(default_factory=dict)
    """Municipality → who sends its reports, as said in this session."""
    window_id: str = field(default_factory=lambda: uuid4().hex[:12])
    deleted_drafts: tuple[tuple[int, ...], str] | None = None
    """Numbers of the drafts deleted last, and what they were; they can be brought back."""

    @property
    def work(self) -> UploadState:
        """The file that is worked on now."""
        return self.pile.item(self.opened).work if self.pile and self.opened else self.alone

    def take(self, files: Sequence[DroppedFile]) -> None:
        """Begin with what was dropped; a mended file of the pile takes the opened one's place."""
        if self.opened:
            self.work.take(files[0])
            files = files[1:]
            if not files:
                return
        sizes = [len(file.content) for file in files]
        names = [file.name for file in files]
        held = self.pile.items if self.pile else []
        held_sizes = [len(item.work.file.content) for item in held if item.work.file]
        self.left = describe_left(names, sizes, read_budgets(), held_sizes) or ""
        taken = count_taken(sizes, read_budgets(), held_sizes)
        self._take_all(files[:taken])

    def _take_all(self, files: Sequence[DroppedFile]) -> None:
        if self.pile is None and len(files) == 1:
            self.alone.take(files[0])
            return
        self.alone.drop_file()
        self.alone.saved = ()
        self.pile = self.pile or Pile()
        for file in files:
            work = UploadState()
            work.take(file)
            self.pile.items.append(PileItem(len(self.pile.items) + 1, work))

    def open(self, number: int) -> None:
        """Open a file of the pile in the page of one file."""
        self.opened, self.opening = number, True

    def close(self) -> None:
        """Go back to the pile; what was done on the opened file stays with it."""
        self.opened = None

    def drop_pile(self) -> None:
        """Forget the pile; what was saved stays saved, the other files stay in their drafts."""
        self.put_aside = self.pile.code if self.pile else ""
        self.pile = None
        self.opened = None
        self.left = ""

    def finish(self, saved: tuple[SavedUpload, ...]) -> None:
        """Note what was saved: over the start page, or in the row of the pile's file."""
        if self.pile and self.opened:
            item = self.pile.item(self.opened)
            item.saved, item.refusal = saved, ""
            self.close()
            return
        self.alone.drop_file()
        self.alone.saved = saved


def upload_desk() -> UploadDesk:
    """Return this session's desk."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = UploadDesk()
    desk: UploadDesk = st.session_state[_KEY]
    return desk

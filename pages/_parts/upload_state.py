"""What the upload page remembers of one file between its runs.

The file's bytes stay here from the drop until it is saved, replaced or taken away; leaving the page keeps them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeVar

from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.intake.checked_file import CheckedFile
from cmn_core.intake.read_report import Expectation
from cmn_core.intake.reading import Reading
from cmn_core.store.decisions import Decisions
from cmn_core.store.draft_reading import CellPlace
from cmn_core.store.mending import RETURN_REASON, RETURNED_CELLS
from cmn_core.store.reports import ReportKey
from cmn_core.store.submission import Answers

_NUMBERS = count(1)
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
    draft_id: int | None = None
    """The draft that the report was mended in; undoing opens it again."""


@dataclass(slots=True)
class Mending:
    """Cells of a file that are corrected by hand."""

    draft_id: int | None = None
    """None: nothing was corrected yet."""
    corrections: dict[CellPlace, CellCorrection] = field(default_factory=dict)
    """What stands in the cells by now, as far as this window knows."""
    places: list[CellPlace] = field(default_factory=list)
    """Rows of the table, in the order in which they came: none of them ever moves under the cursor."""
    originals: dict[CellPlace, str] = field(default_factory=dict)
    """What the file shows in these cells."""
    unkept: dict[CellPlace, str | None] = field(default_factory=dict)
    """Cells that the database has not taken yet, with the correction that this window knew of before."""
    notes: list[str] = field(default_factory=list)
    """What is to be told of another window."""
    kept_choices: Mapping[str, Any] | None = None


@dataclass(slots=True)
class UploadState:
    """One person's work with one file."""

    number: int = field(default_factory=lambda: next(_NUMBERS))
    """Of no other file: the keys of the widgets carry it, so that a new file starts with its own guesses."""
    file: DroppedFile | None = None
    checked: dict[tuple[Expectation, tuple[CellCorrection, ...]], CheckedFile] = field(default_factory=dict)
    """Readings of the file; a rerun never reads it again."""
    reading: Reading | None = None
    """As it was shown last, corrections and all."""
    key_chosen: ReportKey | None = None
    """As it was shown last; a part may have been chosen by hand."""
    answers: Answers = field(default_factory=Answers)
    left_out_sheets: frozenset[str] = frozenset()
    restored: Mapping[str, Any] = field(default_factory=dict)
    """Choices of a draft that the selectors begin with."""
    mending: Mending = field(default_factory=Mending)
    organisations: dict[str, int | None] = field(default_factory=dict)
    """Name key → organisation chosen, None: a new one."""
    elsewhere: set[str] = field(default_factory=set)
    """Name keys for which another organisation of the list is being chosen."""
    different_children: set[tuple[str | None, int]] = field(default_factory=set)
    shown: Decisions | None = None
    """The decisions that stood on the screen after the last run …"""
    shown_corrections: tuple[CellCorrection, ...] = ()
    """… and the cells that were corrected by then."""
    saved: tuple[SavedUpload, ...] = ()
    remembered: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    def take(self, file: DroppedFile) -> None:
        """Begin with a new file."""
        self.drop_file()
        self.file = file
        self.saved = ()

    def drop_file(self) -> None:
        """Forget the file and everything about it."""
        self.number = next(_NUMBERS)
        self.file = None
        self.checked = {}
        self.reading = None
        self.key_chosen = None
        self.answers = Answers()
        self.left_out_sheets = frozenset()
        self.restored = {}
        self.mending = Mending()
        self.organisations = {}
        self.elsewhere = set()
        self.different_children = set()
        self.shown = None
        self.shown_corrections = ()
        self.remembered = {}

    @property
    def return_reason(self) -> str:
        """Return why the centre returned the report that is mended here; empty for any other."""
        return str(self.restored.get(RETURN_REASON) or "")

    @property
    def returned_cells(self) -> dict[CellPlace, str]:
        """Return the cells that the centre named, with what is wrong there."""
        return {(sheet, cell): fault for sheet, cell, fault in self.restored.get(RETURNED_CELLS, [])}

    @property
    def corrections(self) -> tuple[CellCorrection, ...]:
        """Return what is to be put into the file's cells before it is read."""
        return tuple(self.mending.corrections[place] for place in sorted(self.mending.corrections, key=str))

    def key(self, name: str) -> str:
        """Name a widget of this file."""
        return f"upload_{name}_{self.number}"

    def cell_key(self, place: CellPlace) -> str:
        """Name the input of a cell that is mended."""
        return self.key(f"mend_{place[0] or ''}_{place[1]}")

    def remember(self, name: str, about: object, make: Callable[[], Value]) -> Value:
        """Return what was made for these very circumstances, or make it now."""
        held = self.remembered.get(name)
        if held is None or held[0] != about:
            held = (about, make())
            self.remembered[name] = held
        value: Value = held[1]
        return value

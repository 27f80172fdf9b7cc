"""A pile of files: each as it was read, what a person said of it, what is stored beside it, and its verdict."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.intake.reading import Reading
from cmn_core.intake.sender_guess import SenderGuess
from cmn_core.period import Period
from cmn_core.store.comparing import StoredComparison
from cmn_core.store.report_keys import ReportKey
from cmn_core.store.same_file import SameFile
from cmn_core.store.submission import Answers

Standing = Literal[
    "rival", "foreign", "disagree", "unplaced", "other_month", "locked", "questions", "warnings", "older", "population",
    "errors", "unread", "own_names", "clean", "unchanged", "copy", "set_aside",
]  # fmt: skip
"""What became of a file, in the order of the table: what needs a person stands first."""
ORDER: tuple[Standing, ...] = get_args(Standing)
NEEDING = frozenset(ORDER[: ORDER.index("own_names")])
"""What a person has to look at."""


@dataclass(frozen=True, slots=True)
class PiledFile:
    """A file of the pile as it was read, with what a person has said of it so far."""

    number: int
    """From 1, in the order of the drop; two files may have one name."""
    reading: Reading
    guess: SenderGuess
    chosen: ReportKey | None = None
    """The key that a person saw or chose after opening the file."""
    answers: Answers = field(default_factory=Answers)
    left_out_sheets: frozenset[str] = frozenset()

    @property
    def key(self) -> ReportKey | None:
        """Return the key chosen, else the one recognised; None while a part of it is unknown."""
        reading = self.reading
        if reading.layout is None or reading.layout == "population":
            return None
        if self.chosen is not None:
            return self.chosen
        if self.guess.district is None or reading.period is None:
            return None
        return ReportKey(self.guess.district, reading.scope or "all", reading.layout, reading.period)

    @property
    def content(self) -> tuple[str, frozenset[CellCorrection]]:
        """Return what makes two files the same: their bytes and the cells corrected in them."""
        return self.reading.sha256, frozenset(self.reading.corrections)


@dataclass(frozen=True, slots=True)
class StoredBeside:
    """What is stored beside a file of the pile."""

    compared: StoredComparison
    same: SameFile
    open_points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PileChoices:
    """What a person decided about the pile as a whole, and what is saved from it already."""

    favourites: Mapping[ReportKey, int] = field(default_factory=dict)
    """Which of several files is the report of a key."""
    takes_own_names: bool = False
    """Own forms and role models were confirmed for all files at once."""
    months: frozenset[Period] | None = None
    """Months that belong here; None: the one that most files are of."""
    saved: Mapping[int, ReportKey] = field(default_factory=dict)
    """By the file's number: it is judged no more, but holds its key."""
    senders: frozenset[str] | None = None
    """ОКТМО of the municipalities whose reports the person may send; None: any."""

    def is_foreign(self, file: PiledFile) -> bool:
        """Tell whether a file is a report that the person may not send."""
        return self.senders is not None and file.key is not None and file.key.sender not in self.senders


@dataclass(frozen=True, slots=True)
class JudgedFile:
    """A file with its verdict."""

    file: PiledFile
    standing: Standing
    verdict: str
    """In a few words."""
    meaning: str
    """What will happen, or what a person has to do, in a sentence."""
    beside: StoredBeside | None = None

    @property
    def needs_person(self) -> bool:
        """Tell whether the file waits for a person."""
        return self.standing in NEEDING

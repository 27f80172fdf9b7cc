"""Save what is clean in a pile, each file in a transaction of its own, and take it back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from cmn_core.errors import CmnError
from cmn_core.store.decisions import SavedReport
from cmn_core.store.engine import Database
from cmn_core.store.failures import SameAsOlder, SavingRefused, StaleComparison
from cmn_core.store.in_force import undo_report
from cmn_core.store.pile_files import JudgedFile
from cmn_core.store.report_keys import ReportKey
from cmn_core.store.saving import save_report
from cmn_core.store.submission import decide

_OF_ONE_FILE = (SavingRefused, StaleComparison, SameAsOlder)
"""Refusals that say nothing of the next file."""


@dataclass(frozen=True, slots=True)
class PileResult:
    """What came of saving or undoing one file."""

    number: int
    key: ReportKey
    saved: SavedReport | None = None
    refusal: str | None = None
    stops: bool = False
    """The database does not answer: the files after this one were not tried."""


def save_pile(
    database: Database,
    judged: Iterable[JudgedFile],
    contents: Mapping[int, bytes],
    senders: Mapping[ReportKey, str],
    *,
    author: str,
    now: datetime,
) -> Iterator[PileResult]:
    """Save the clean files one by one as they were judged; a refusal is told and the next file goes on.

    `senders`: who sent the report of a key, where somebody named them.
    """
    for item in judged:
        key = item.file.key
        if item.standing != "clean" or item.beside is None or key is None:
            continue
        compared = item.beside.compared
        decisions = decide(
            item.file.reading, key, item.file.answers, compared.in_force,
            left_out_sheets=item.file.left_out_sheets, author=author,
        )  # fmt: skip
        decisions = replace(decisions, sent_by=senders.get(key) or None)
        reading = compared.add_problems(item.file.reading)
        try:
            saved = save_report(database, reading, contents[item.file.number], decisions, now=now)
        except CmnError as refusal:
            stops = not isinstance(refusal, _OF_ONE_FILE)
            yield PileResult(item.file.number, key, refusal=refusal.message, stops=stops)
            if stops:
                return
        else:
            yield PileResult(item.file.number, key, saved)


def undo_pile(
    database: Database, saved: Mapping[int, tuple[ReportKey, int]], *, author: str, now: datetime
) -> Iterator[PileResult]:
    """Take saved files back, the last first; `saved`: key and number of the report by the file's number."""
    for number, (key, report_id) in reversed(list(saved.items())):
        try:
            undo_report(database, key, expected=report_id, author=author, now=now)
        except CmnError as refusal:
            yield PileResult(number, key, refusal=refusal.message)
        else:
            yield PileResult(number, key)

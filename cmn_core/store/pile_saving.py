"""Save what is clean in a pile, each file in a transaction of its own, and take it back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from cmn_core.access import AccessDenied
from cmn_core.errors import CmnError
from cmn_core.store.audit import Author
from cmn_core.store.decisions import SavedReport
from cmn_core.store.engine import Database
from cmn_core.store.failures import ReportLocked, SameAsOlder, SavingRefused, StaleComparison, WayRefused
from cmn_core.store.in_force import bring_back, undo_report
from cmn_core.store.pile_files import JudgedFile, PiledFile, StoredBeside
from cmn_core.store.report_keys import ReportKey
from cmn_core.store.saving import save_report
from cmn_core.store.submission import decide

_OF_ONE_FILE = (SavingRefused, StaleComparison, SameAsOlder, ReportLocked, WayRefused, AccessDenied)
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
        try:
            saved = _save(database, item.file, item.beside, contents, senders, Author(author, now))
        except CmnError as refusal:
            stops = not isinstance(refusal, _OF_ONE_FILE)
            yield PileResult(item.file.number, key, refusal=refusal.message, stops=stops)
            if stops:
                return
        else:
            yield PileResult(item.file.number, key, saved)


def _save(
    database: Database,
    file: PiledFile,
    beside: StoredBeside,
    contents: Mapping[int, bytes],
    senders: Mapping[ReportKey, str],
    by: Author,
) -> SavedReport:
    """Save a file as a new version; one that was saved and undone before is put back in force."""
    assert file.key is not None
    older, in_force = beside.same.older, beside.compared.in_force
    if older is not None:
        bring_back(database, older.report_id, expected=None, author=by.name, now=by.at)
        return SavedReport(older.report_id, older.version, "saved")
    decisions = decide(
        file.reading, file.key, file.answers, in_force, left_out_sheets=file.left_out_sheets, author=by.name
    )
    # A clean file has no warnings but those that were confirmed for the whole pile.
    decisions = replace(decisions, sent_by=senders.get(file.key) or None, confirmed=True)
    reading = beside.compared.add_problems(file.reading)
    return save_report(database, reading, contents[file.number], decisions, now=by.at)


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

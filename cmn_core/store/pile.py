"""Files taken at one go: which of them are clean, which need a person, which are one report twice."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.store.comparing import compare_with_stored
from cmn_core.store.engine import Database
from cmn_core.store.pile_files import ORDER, JudgedFile, PileChoices, PiledFile, Standing, StoredBeside
from cmn_core.store.pile_words import Circumstances, describe_standing
from cmn_core.store.report_keys import ReportKey
from cmn_core.store.same_file import sort_same_file
from cmn_core.store.submission import find_open_points
from cmn_core.store.versions import find_same_bytes
from cmn_core.store.way_telling import explain_lock


def read_beside(database: Database, file: PiledFile, reference: Reference) -> StoredBeside | None:
    """Compare a file with what is stored; None where it cannot be saved whatever is stored, or not by this person."""
    key = file.key
    if key is None or not file.reading.can_be_saved or not database.actor.person.may("send_reports", key.sender):
        return None
    choices = replace(file.answers.choices, left_out_sheets=file.left_out_sheets)
    compared = compare_with_stored(database, file.reading, key, reference, choices)
    versions = find_same_bytes(database, file.reading.sha256)
    same = sort_same_file(versions, key, file.reading.corrections)
    return StoredBeside(compared, same, find_open_points(compared.matches, key.sender, file.answers))


def find_months(files: Iterable[PiledFile]) -> tuple[tuple[Period, int], ...]:
    """Return the months of the pile with the number of their files; the most frequent first, of equals the latest."""
    counted = Counter(file.key.period for file in files if file.key)
    return tuple(sorted(counted.items(), key=lambda item: (-item[1], -item[0].year, -item[0].month)))


def find_rivals(files: Iterable[PiledFile]) -> dict[ReportKey, tuple[PiledFile, ...]]:
    """Return the keys that several different files claim, each with its files; a copy is no rival."""
    claims: dict[ReportKey, dict[object, PiledFile]] = {}
    for file in files:
        if file.key:
            claims.setdefault(file.key, {}).setdefault(file.content, file)
    return {key: tuple(different.values()) for key, different in claims.items() if len(different) > 1}


def judge_pile(
    files: Sequence[PiledFile],
    beside: Mapping[int, StoredBeside | None],
    choices: PileChoices,
    reference: Reference,
) -> tuple[JudgedFile, ...]:
    """Say of every file that is not saved yet what becomes of it; those that need a person stand first.

    `beside`: what `read_beside` returned, by the file's number.
    """
    frequent = find_months(files)
    months = choices.months if choices.months is not None else frozenset(month for month, _ in frequent[:1])
    rivals, copies = find_rivals(files), _find_copies(files)
    judged = []
    for file in files:
        if file.number in choices.saved:
            continue
        around = Circumstances(
            months=months,
            copy_of=copies.get(file.number),
            rivals=tuple(other.number for other in rivals.get(file.key, ()) if other is not file) if file.key else (),
            saved_rival=next((number for number, key in choices.saved.items() if key == file.key), None),
            favourite=choices.favourites.get(file.key) if file.key else None,
            beside=beside.get(file.number),
            is_foreign=choices.is_foreign(file),
            takes_own_names=choices.takes_own_names,
            together=frozenset(code for code, text in reference.problem_texts.items() if text.confirmed_together),
        )
        standing = _judge(file, around)
        verdict, meaning = describe_standing(standing, file, around, reference)
        judged.append(JudgedFile(file, standing, verdict, meaning, around.beside))
    return tuple(sorted(judged, key=lambda item: (ORDER.index(item.standing), item.file.number)))


def _find_copies(files: Sequence[PiledFile]) -> dict[int, int]:
    """Return the files whose content stands in the pile before, with the number of the first of them."""
    first: dict[object, int] = {}
    copies = {}
    for file in files:
        number = first.setdefault(file.content, file.number)
        if number != file.number:
            copies[file.number] = number
    return copies


def _judge(file: PiledFile, around: Circumstances) -> Standing:
    """Return the first thing that stands between a file and its saving, the gravest confusion first."""
    if around.copy_of is not None:
        return "copy"
    if file.reading.layout is None:
        return "unread"
    if file.reading.layout == "population":
        return "population" if file.reading.can_be_saved else "errors"
    if around.is_foreign:
        return "foreign"
    if around.saved_rival is not None:
        return "rival"
    if around.rivals and around.favourite != file.number:
        return "rival" if around.favourite is None else "set_aside"
    if not file.reading.can_be_saved:
        return "errors"
    if file.key is None:
        return "disagree" if file.guess.told_by == "both" else "unplaced"
    if file.key.period not in around.months:
        return "other_month"
    return _judge_beside(file, around)


def _judge_beside(file: PiledFile, around: Circumstances) -> Standing:
    """Judge by what is stored; a file that nobody compared is a person's."""
    beside = around.beside
    if beside is not None and explain_lock(beside.compared.in_force) and not beside.same.in_force:
        return "locked"
    if beside is None or beside.open_points:
        return "questions"
    if beside.same.in_force:
        return "unchanged"
    # One that was only undone is put back; what was replaced or returned is a person's to send again.
    if beside.same.older and (beside.compared.in_force or beside.same.older.state == "returned"):
        return "older"
    asked = find_warnings(file, beside)
    if beside.same.elsewhere or asked - around.together:
        return "warnings"
    return "own_names" if asked and not around.takes_own_names else "clean"


def find_warnings(file: PiledFile, beside: StoredBeside) -> frozenset[str]:
    """Return the codes of the warnings that saving a file would take on."""
    problems = (*file.reading.problems, *beside.compared.problems)
    warnings = (item for item in problems if item.severity == "warning" and item.sheet not in file.left_out_sheets)
    return frozenset(item.code for item in warnings)

"""A record that anyone touched is found broken, at the first line that is not what was written."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlmodel import Session

from cmn_core.access import AccessDenied, Person
from cmn_core.store import audit_check
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.audit_chain import FIRST_SEAL, SEALED, compute_seal
from cmn_core.store.audit_check import ChainHead, check_audit
from cmn_core.store.engine import Database
from cmn_core.store.sessions import Actor
from cmn_core.store.tables import AuditEntry, AuditHead
from tests.store.made_readings import NOW

LINES = 7


@pytest.fixture
def written(database: Database, monkeypatch: pytest.MonkeyPatch) -> Database:
    """Seven lines, walked three at a time."""
    monkeypatch.setattr(audit_check, "_PORTION", 3)
    for number in range(1, LINES + 1):
        with database.write() as session:
            write_audit(session, "setting_changed", Author("Иванова", NOW), name="limit.x", new=str(number))
    return database


def _say(statement: str) -> Callable[[Session], None]:
    return lambda session: session.execute(text(statement)) and None


def _swap(session: Session) -> None:
    """Let lines 3 and 5 change places, seals and all."""
    for old, new in ((3, 100), (5, 3), (100, 5)):
        session.execute(text(f"UPDATE audit_entry SET number = {new} WHERE number = {old}"))


def _insert_between(session: Session) -> None:
    """Write a line behind line 3, properly sealed, and number the later ones anew."""
    session.execute(text("UPDATE audit_entry SET number = number + 1000 WHERE number > 3"))
    session.execute(text("UPDATE audit_entry SET number = number - 999 WHERE number > 1000"))
    _add(session, 4, _seal_of(session, 3))
    session.execute(text("UPDATE audit_head SET lines = lines + 1"))


def _seal_of(session: Session, number: int) -> str:
    return session.execute(text(f"SELECT seal FROM audit_entry WHERE number = {number}")).scalar_one()


def _append(session: Session) -> None:
    _add(session, LINES + 1, _seal_of(session, LINES))


def _put_before_all(session: Session) -> None:
    _add(session, 0, FIRST_SEAL)


def _add(session: Session, number: int, before: str) -> None:
    line = dict.fromkeys(SEALED) | {
        "number": number, "at": NOW, "author": "Чужой", "action": "setting_changed", "details": {},
    }  # fmt: skip
    session.add(AuditEntry(**line, seal=compute_seal(before, line)))
    session.flush()


def _cut_with_head(session: Session) -> None:
    session.execute(text("DELETE FROM audit_entry WHERE number > 5"))
    session.execute(text("UPDATE audit_head SET lines = 5, seal = (SELECT seal FROM audit_entry WHERE number = 5)"))


TAMPERING = {
    "an author changed": (_say("UPDATE audit_entry SET author = 'Петрова' WHERE number = 4"), "changed", 4),
    "a moment changed": (
        _say("UPDATE audit_entry SET at = '2021-01-01 00:00:00.000000' WHERE number = 1"),
        "changed",
        1,
    ),
    "details changed": (_say("""UPDATE audit_entry SET details = '{"new": "8"}' WHERE number = 7"""), "changed", 7),
    "a seal changed": (_say("UPDATE audit_entry SET seal = 'abc' WHERE number = 3"), "changed", 3),
    "the first removed": (_say("DELETE FROM audit_entry WHERE number = 1"), "removed", 1),
    "two removed": (_say("DELETE FROM audit_entry WHERE number IN (3, 4)"), "removed", 3),
    "the last cut": (_say("DELETE FROM audit_entry WHERE number = 7"), "cut", 7),
    "all cut": (_say("DELETE FROM audit_entry"), "cut", 1),
    "two swapped": (_swap, "moved", 3),
    "one inserted": (_insert_between, "moved", 4),
    "one appended": (_append, "inserted", 8),
    "one before all": (_put_before_all, "inserted", 0),
    "the head's seal changed": (_say("UPDATE audit_head SET seal = 'abc'"), "head", None),
    "the head's count changed": (_say("UPDATE audit_head SET lines = 5"), "inserted", 6),
    "the head removed": (_say("DELETE FROM audit_head"), "inserted", 1),
}


def test_an_untouched_record_is_intact(written: Database) -> None:
    check = check_audit(written)
    assert check.is_intact
    assert check.head.lines == LINES
    with written.read() as session:
        assert check.head.seal == session.get_one(AuditHead, 1).seal


def test_an_empty_record_is_intact(database: Database) -> None:
    assert check_audit(database, ChainHead(0, FIRST_SEAL)) == audit_check.ChainCheck(ChainHead(0, FIRST_SEAL), None)


@pytest.mark.parametrize(("tamper", "kind", "number"), TAMPERING.values(), ids=TAMPERING)
def test_the_first_bad_line_is_named(
    written: Database, tamper: Callable[[Session], None], kind: str, number: int | None
) -> None:
    with written.write() as session:
        tamper(session)
    fault = check_audit(written).fault
    assert fault is not None
    assert (fault.kind, fault.number) == (kind, number)
    assert number is None or str(number) in fault.what


def test_what_fits_itself_is_found_by_a_copys_head(written: Database) -> None:
    known = check_audit(written).head
    with written.write() as session:
        _cut_with_head(session)
    assert check_audit(written).is_intact
    older = check_audit(written, known).fault
    assert older is not None
    assert (older.kind, older.number) == ("older", 6)
    with written.write() as session:
        for number in range(6, 10):
            write_audit(session, "setting_changed", Author("Чужой", NOW), name="limit.x", new=str(number))
    assert check_audit(written).is_intact
    rewritten = check_audit(written, known).fault
    assert rewritten is not None
    assert (rewritten.kind, rewritten.number) == ("rewritten", 7)


def test_a_copy_of_an_earlier_moment_agrees(written: Database) -> None:
    known = check_audit(written).head
    with written.write() as session:
        write_audit(session, "setting_changed", Author("Иванова", NOW), name="limit.x", new="8")
    assert check_audit(written, known).is_intact
    assert not check_audit(written, replace(known, seal="abc")).is_intact


def test_who_may_not_see_the_record_may_not_check_it(written: Database) -> None:
    with pytest.raises(AccessDenied):
        check_audit(written.acting(Actor(Person(None, "t", "Тара", "district", frozenset({"52654000"})))))

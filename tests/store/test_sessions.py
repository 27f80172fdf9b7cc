"""The database in a person's hands: refusals are recorded, an ended sign-in writes nothing."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select, update
from sqlmodel import col

from cmn_core.access import AccessDenied, Person
from cmn_core.store.audit import Author, read_audit, write_audit
from cmn_core.store.engine import Database
from cmn_core.store.revision import data_revision
from cmn_core.store.sessions import Actor, SignInEnded, actor_of, read_standing
from cmn_core.store.tables import AuditEntry, District, PersonDistrict, PersonRow, SignIn

NOW = datetime(2020, 11, 25, 9, 0, tzinfo=UTC)
TARA, OMSK = "52654000", "52701000"


def _sign_in(database: Database) -> Actor:
    """Add a person of the Tara district and a sign-in of theirs."""
    with database.write() as session:
        tara = session.scalar(select(col(District.id)).where(col(District.oktmo) == TARA))
        assert tara is not None
        row = PersonRow(login="tara", login_key="tara", name="Тара", role="district", created_at=NOW)
        session.add(row)
        session.flush()
        assert row.id is not None
        session.add(PersonDistrict(person_id=row.id, district_id=tara))
        entry = SignIn(person_id=row.id, token_digest="x", started_at=NOW, seen_at=NOW, address="::1", device="")
        session.add(entry)
        session.flush()
        assert entry.id is not None
        person = read_standing(session, entry.id)
    assert person == Person(row.id, "tara", "Тара", "district", frozenset({TARA}))
    return Actor(person, entry.id)


def _write_for(database: Database, district: str) -> None:
    with database.write() as session:
        write_audit(session, "written", Author("Тара", NOW))
        actor_of(session).demand("send_reports", district)


def test_a_refusal_is_recorded_in_a_transaction_of_its_own(database: Database) -> None:
    actor = _sign_in(database)
    database.clock = lambda: NOW
    revision = data_revision(database)
    with pytest.raises(AccessDenied):
        _write_for(database.acting(actor), OMSK)
    with database.read() as session:
        (line,) = session.scalars(select(AuditEntry)).all()
        omsk = session.scalar(select(col(District.id)).where(col(District.oktmo) == OMSK))
    assert (line.action, line.author, line.person_id) == ("refused", "Тара", actor.person.number)
    assert (line.district_id, line.details) == (omsk, {"deed": "send_reports"})
    assert data_revision(database) == revision


def test_a_refused_reading_is_recorded_too(database: Database) -> None:
    actor = _sign_in(database)
    with pytest.raises(AccessDenied):
        read_audit(database.acting(actor))
    assert [line.action for line in read_audit(database)] == ["refused"]


@pytest.mark.parametrize("change", ["ended", "inactive", "another role", "another district"])
def test_an_ended_sign_in_or_a_changed_account_writes_nothing(database: Database, change: str) -> None:
    actor = _sign_in(database)
    with database.write() as session:
        if change == "ended":
            session.execute(update(SignIn).values(ended_at=NOW, ended_as="signed_out"))
        elif change == "inactive":
            session.execute(update(PersonRow).values(is_active=False))
        elif change == "another role":
            session.execute(update(PersonRow).values(role="viewer"))
        else:
            omsk = session.scalar(select(col(District.id)).where(col(District.oktmo) == OMSK))
            session.execute(update(PersonDistrict).values(district_id=omsk))
    with pytest.raises(SignInEnded, match="Войдите снова"):
        _write_for(database.acting(actor), TARA)
    assert read_audit(database) == ()


def test_the_lines_of_a_session_carry_its_person(database: Database) -> None:
    actor = _sign_in(database)
    with database.acting(actor).write() as session:
        write_audit(session, "first", Author("Тара", NOW))
        write_audit(session, "second", Author("Тара", NOW), among={"б": [1, 2]})
    with database.read() as session:
        lines = session.scalars(select(AuditEntry).order_by(col(AuditEntry.number))).all()
    assert [(line.number, line.person_id) for line in lines] == [(1, actor.person.number), (2, actor.person.number)]
    assert len({line.seal for line in lines}) == 2

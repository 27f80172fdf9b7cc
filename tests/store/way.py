"""Steps of a report's way, short enough for a test to read as a story."""

from datetime import timedelta

from sqlalchemy import select
from sqlmodel import col

from cmn_core.access import Person, Role
from cmn_core.intake.organisation_names import name_key
from cmn_core.store.audit import Author
from cmn_core.store.audit_chain import FIRST_SEAL, SEALED, compute_seal
from cmn_core.store.engine import Database
from cmn_core.store.reports import ReportKey, accept_report, read_in_force, return_report, save_report, unlock_report
from cmn_core.store.sessions import Actor
from cmn_core.store.tables import AuditEntry, AuditHead
from tests.store.made_readings import NOW, TARA, decide, expansion, row

SCHOOL = "Школа № 1"
KEY = decide().key
LATER = NOW + timedelta(days=1)
CENTRE, SENDER = Author("Петрова", LATER), Author("Иванова", NOW)
REASON = "Сверьте число наставляемых"


def in_hands_of(database: Database, role: Role, *districts: str) -> Database:
    """Return the database in the hands of someone without an account."""
    return database.acting(Actor(Person(None, role, "Кто-то", role, frozenset(districts))))


def send(database: Database, people: int, *, sender: str | None = TARA) -> int:
    """Send a report of one school with a number of people, compared with the one in force; return its number."""
    decisions = decide(sender, districts_of_new={name_key(SCHOOL): TARA})
    in_force = read_in_force(database, decisions.key)
    decisions = decide(
        sender, compared_with=in_force.report_id if in_force else None, districts_of_new=decisions.districts_of_new
    )
    content = f"{sender}{people}".encode()
    reading = expansion([row(SCHOOL, (people, 0, 0))], content=content)
    return save_report(database, reading, content, decisions, now=NOW).report_id


def accept(database: Database, report_id: int) -> int:
    accept_report(database, report_id, by=CENTRE)
    return report_id


def give_back(database: Database, report_id: int) -> int | None:
    return return_report(database, report_id, reason=REASON, by=CENTRE)


def unlock(database: Database, report_id: int) -> None:
    unlock_report(database, report_id, reason="Ошибка в школе", by=CENTRE)


def counting(database: Database, key: ReportKey = KEY) -> int | None:
    """Return the number of the version in force."""
    version = read_in_force(database, key)
    return version.report_id if version else None


def check_chain(database: Database) -> list[str]:
    """Check every seal of the record up to its head; return the deeds in order."""
    with database.read() as session:
        lines = session.scalars(select(AuditEntry).order_by(col(AuditEntry.number))).all()
        head = session.get(AuditHead, 1)
        seal = FIRST_SEAL
        for number, line in enumerate(lines, 1):
            assert line.number == number
            seal = compute_seal(seal, {name: getattr(line, name) for name in SEALED})
            assert line.seal == seal
    assert (head.lines, head.seal) == (len(lines), seal) if head else not lines
    return [line.action for line in lines]

"""Who did what and when: lines are added in the writing transaction, sealed one after another, and never changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from cmn_core.store.audit_chain import FIRST_SEAL, as_stored, compute_seal
from cmn_core.store.engine import Database
from cmn_core.store.moments import region_moment
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import AuditEntry, AuditHead, Organisation, Report


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One deed."""

    at: datetime
    author: str
    action: str
    report_id: int | None
    organisation_id: int | None
    details: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Author:
    """Who acts, and when."""

    name: str
    at: datetime


def write_audit(
    session: Session,
    action: str,
    by: Author,
    *,
    person_id: int | None = None,
    district_id: int | None = None,
    report_id: int | None = None,
    organisation_id: int | None = None,
    **details: object,
) -> None:
    """Add a line in the transaction of the deed itself.

    `person_id`: whose deed it is; without it the person that the session belongs to. `district_id`: where; without it
    the municipality of the organisation, or of the report's sender.
    """
    head = session.get(AuditHead, 1, with_for_update=True)
    if head is None:
        head = AuditHead(id=1, lines=0, seal=FIRST_SEAL)
        session.add(head)
    line: dict[str, Any] = {
        "number": head.lines + 1,
        "at": region_moment(by.at),
        "author": by.name,
        "person_id": person_id if person_id is not None else actor_of(session).number,
        "action": action,
        "district_id": district_id or _find_district(session, report_id, organisation_id),
        "report_id": report_id,
        "organisation_id": organisation_id,
        "details": as_stored(details),
    }
    head.lines, head.seal = head.lines + 1, compute_seal(head.seal, line)
    session.add(AuditEntry(**line, seal=head.seal))
    # The next line reads the head anew.
    session.flush()


def _find_district(session: Session, report_id: int | None, organisation_id: int | None) -> int | None:
    if organisation_id is not None:
        return session.scalar(select(col(Organisation.district_id)).where(col(Organisation.id) == organisation_id))
    return session.scalar(select(col(Report.sender_id)).where(col(Report.id) == report_id)) if report_id else None


def read_audit(database: Database, most: int = 100) -> tuple[AuditLine, ...]:
    """Return the latest lines, newest first."""
    with database.read() as session:
        actor_of(session).demand("see_record")
        entries = session.scalars(select(AuditEntry).order_by(col(AuditEntry.id).desc()).limit(most)).all()
    return tuple(as_audit_line(entry) for entry in entries)


def as_audit_line(entry: AuditEntry) -> AuditLine:
    """Return a stored line with its moment by the region's clock."""
    return AuditLine(
        region_moment(entry.at), entry.author, entry.action, entry.report_id, entry.organisation_id, entry.details
    )

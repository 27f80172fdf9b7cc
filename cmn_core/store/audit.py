"""Who did what and when: lines are added in the writing transaction and never changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from cmn_core.store.engine import Database
from cmn_core.store.moments import region_moment
from cmn_core.store.tables import AuditEntry


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
    report_id: int | None = None,
    organisation_id: int | None = None,
    **details: object,
) -> None:
    """Add a line in the transaction of the deed itself."""
    session.add(
        AuditEntry(
            at=region_moment(by.at),
            author=by.name,
            action=action,
            report_id=report_id,
            organisation_id=organisation_id,
            details=details,
        )
    )


def read_audit(database: Database, most: int = 100) -> tuple[AuditLine, ...]:
    """Return the latest lines, newest first."""
    with database.read() as session:
        entries = session.scalars(select(AuditEntry).order_by(col(AuditEntry.id).desc()).limit(most)).all()
    return tuple(as_audit_line(entry) for entry in entries)


def as_audit_line(entry: AuditEntry) -> AuditLine:
    """Return a stored line with its moment by the region's clock."""
    return AuditLine(
        region_moment(entry.at), entry.author, entry.action, entry.report_id, entry.organisation_id, entry.details
    )

"""Reports in all their versions, and which of them is in force."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, LargeBinary, text
from sqlmodel import Field

from cmn_core.store.tables.stored import Stored

# A region's own report has no sender, and NULLs are distinct in a unique index.
_SENDER = text("coalesce(sender_id, 0)")


class Report(Stored, table=True):
    """One version of a report, never changed and never deleted."""

    __tablename__ = "report"
    __table_args__ = (
        Index("uq_report_version", _SENDER, "scope", "layout", "year", "month", "version", unique=True),
        Index("ix_report_sender_id_year_month", "sender_id", "year", "month"),
    )

    id: int | None = Field(default=None, primary_key=True)
    sender_id: int | None = Field(default=None, foreign_key="district.id")
    scope: str
    layout: str
    year: int
    month: int
    first_date: date | None = None
    """The first of an expansion form's two dates; None where the file does not tell."""
    as_of: date
    satisfaction_threshold: int | None = None
    """The score from which the monthly form's people counted as satisfied; a later setting changes nothing here."""
    version: int
    state: str = "sent"
    """«sent», «accepted» or «returned»: the last of its steps; all that ever changes of a version."""
    sha256: str = Field(index=True)
    author: str
    sent_by: str | None = None
    """Who sent the file to the one who saved it; None: the same person, or nobody named."""
    saved_at: datetime
    """The region's wall clock."""
    file_name: str
    problems: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    decisions: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    """What the sender chose while reading: names, sheets left out, «это разные дети»."""
    corrections: list[dict[str, Any]] = Field(
        default_factory=list, sa_column=Column(JSON, nullable=False, server_default="[]")
    )
    """Cells changed by hand before saving: sheet, cell, what the file says and what was read instead."""
    original: bytes | None = Field(default=None, sa_column=Column(LargeBinary, nullable=True))
    """The file as sent, until its term ends; last, so that reading the rest does not touch it."""


class CurrentReport(Stored, table=True):
    """The report in force for a key: all that a new version, an undo or a return changes."""

    __tablename__ = "current_report"
    __table_args__ = (
        Index("uq_current_report_key", _SENDER, "scope", "layout", "year", "month", unique=True),
        Index("ix_current_report_year_month", "year", "month"),
    )

    id: int | None = Field(default=None, primary_key=True)
    sender_id: int | None = Field(default=None, foreign_key="district.id")
    scope: str
    layout: str
    year: int
    month: int
    report_id: int | None = Field(default=None, foreign_key="report.id", index=True)
    """None: every version was undone."""
    earlier: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    """Reports that were in force before, oldest first: what undo goes back through."""
    accepted_id: int | None = Field(default=None, foreign_key="report.id", index=True)
    """The last accepted version: what counts after a return, and where accepted reports alone are counted."""
    locked: bool = False
    """Accepted and not opened again by the centre: no new version is taken."""


class ReportStep(Stored, table=True):
    """What was done with a version on its way; lines are only added."""

    __tablename__ = "report_step"

    id: int | None = Field(default=None, primary_key=True)
    report_id: int = Field(foreign_key="report.id", index=True)
    step: str
    """«sent», «accepted», «returned», «undone», «brought_back», «unlocked»."""
    at: datetime
    author: str
    person_id: int | None = Field(default=None, foreign_key="person.id")
    reason: str | None = None
    cells: list[dict[str, Any]] = Field(
        default_factory=list, sa_column=Column(JSON, nullable=False, server_default="[]")
    )
    """Cells named by a return: sheet, cell and what is wrong there."""

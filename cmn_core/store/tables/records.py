"""What the store notes beside the reports: settings, who did what, and the revision of the data."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from cmn_core.store.tables.stored import Stored


class Setting(Stored, table=True):
    """A dated override of a shipped default; the last one of a name counts."""

    __tablename__ = "setting"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(index=True)
    """«target.coverage.2020», «limit.carried_periods»."""
    old: str | None = None
    new: str | None = None
    """None: back to the shipped default."""
    author: str
    at: datetime


class AuditEntry(Stored, table=True):
    """Who did what and when; lines are only added, each sealed together with the one before it."""

    __tablename__ = "audit_entry"
    __table_args__ = (
        Index("ix_audit_entry_at_number", "at", "number"),
        Index("ix_audit_entry_person_id_at_number", "person_id", "at", "number"),
        Index("ix_audit_entry_action_at_number", "action", "at", "number"),
        Index("ix_audit_entry_district_id_at_number", "district_id", "at", "number"),
    )

    id: int | None = Field(default=None, primary_key=True)
    number: int = Field(unique=True)
    """1, 2, 3 …: without a gap, unlike the primary key."""
    at: datetime
    author: str
    person_id: int | None = Field(default=None, foreign_key="person.id")
    """None: by the command line, by the program itself, or by nobody known."""
    action: str
    district_id: int | None = Field(default=None, foreign_key="district.id")
    report_id: int | None = Field(default=None, foreign_key="report.id")
    organisation_id: int | None = Field(default=None, foreign_key="organisation.id")
    details: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    seal: str
    """The digest of this line and of the seal before it."""


class AuditHead(Stored, table=True):
    """One row: the last line of the record; locked while a line is added."""

    __tablename__ = "audit_head"

    id: int | None = Field(default=None, primary_key=True)
    lines: int
    seal: str


class DataRevision(Stored, table=True):
    """One row whose number grows with every write: the key of every cache."""

    __tablename__ = "data_revision"

    id: int | None = Field(default=None, primary_key=True)
    revision: int

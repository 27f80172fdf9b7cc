"""Reports that are still being mended: the file once, and every cell that was left with another value."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, LargeBinary
from sqlmodel import Field

from cmn_core.store.tables.stored import Stored


class ReportDraft(Stored, table=True):
    """A file on its way to a report."""

    __tablename__ = "report_draft"

    id: int | None = Field(default=None, primary_key=True)
    file_name: str
    sha256: str = Field(index=True)
    author: str
    person_id: int | None = Field(default=None, foreign_key="person.id")
    sender_id: int | None = Field(default=None, foreign_key="district.id")
    """The municipality it is meant for, as far as known: its people see the draft."""
    choices: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    """Sender, month, answers, as the page chose to write them."""
    started_at: datetime
    updated_at: datetime
    ended_at: datetime | None = None
    """None: open."""
    ended_as: str | None = None
    """«saved» or «deleted»."""
    original: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    """The file as it was dropped; last, so that reading the rest does not touch it."""


class DraftCell(Stored, table=True):
    """A cell as it was left once; lines are only added, and the last of a cell counts."""

    __tablename__ = "draft_cell"

    id: int | None = Field(default=None, primary_key=True)
    draft_id: int = Field(foreign_key="report_draft.id", index=True)
    sheet: str | None = None
    cell: str
    value: str | None = None
    """None: back to what the file says."""
    window_id: str
    """Which window of a browser it was left in."""
    author: str
    at: datetime

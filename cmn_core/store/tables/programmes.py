"""What people write about widening: programmes in the making, scenarios, and practices marked to be shown."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field

from cmn_core.store.tables.stored import Stored


class ProgrammeDraft(Stored, table=True):
    """A programme of an organisation as it stands now."""

    __tablename__ = "programme_draft"

    id: int | None = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    name: str
    """By which its writers know it; the document's own title is part of the content."""
    school_year: int
    version: int = 1
    """Grows with every saving: who saves names the one that they began with."""
    made_by: str
    made_at: datetime
    changed_by: str
    changed_at: datetime
    deleted_at: datetime | None = None
    content: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class PlannedModel(Stored, table=True):
    """A role model that a programme keeps, beside its content: lists of practices read nothing else of it."""

    __tablename__ = "planned_model"

    id: int | None = Field(default=None, primary_key=True)
    programme_id: int = Field(foreign_key="programme_draft.id", index=True)
    form_code: str
    form_label: str
    role_model: str
    """The official label, or an own one's words."""
    is_typical: bool
    pairs: int | None = None
    """Pairs or groups."""
    mentees: int | None = None
    curator: str = ""


class Scenario(Stored, table=True):
    """Options of widening that an official weighs for a municipality."""

    __tablename__ = "scenario"
    __table_args__ = (Index("ix_scenario_district_id_year_month", "district_id", "year", "month"),)

    id: int | None = Field(default=None, primary_key=True)
    district_id: int = Field(foreign_key="district.id")
    year: int
    month: int
    """Of the figures that it starts from."""
    name: str
    version: int = 1
    made_by: str
    made_at: datetime
    changed_by: str
    changed_at: datetime
    deleted_at: datetime | None = None
    content: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class ShownPractice(Stored, table=True):
    """A practice that the centre wants to show: by organisation and name, whatever the month of its report."""

    __tablename__ = "shown_practice"
    __table_args__ = (
        UniqueConstraint("organisation_id", "name_key", name="uq_shown_practice_organisation_id_name_key"),
    )

    id: int | None = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id")
    name_key: str
    name: str
    note: str = ""
    """Why it is worth showing."""
    marked_by: str
    marked_at: datetime

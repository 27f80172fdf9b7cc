"""Municipalities, organisations, and the spellings by which reports name them."""

from datetime import date

from sqlalchemy import Index, text
from sqlmodel import Field

from cmn_core.store.tables.stored import Stored

_NOT_MERGED = text("merged_into_id IS NULL")


class District(Stored, table=True):
    """A municipality; seeded from the region's pack."""

    __tablename__ = "district"

    id: int | None = Field(default=None, primary_key=True)
    oktmo: str = Field(unique=True)
    name: str


class Organisation(Stored, table=True):
    """An organisation; one found to be a spelling of another stays, pointing at it."""

    __tablename__ = "organisation"
    __table_args__ = (
        Index(
            "uq_organisation_district_id_key",
            "district_id",
            "key",
            unique=True,
            sqlite_where=_NOT_MERGED,
            postgresql_where=_NOT_MERGED,
        ),
        Index("ix_organisation_key", "key"),
    )

    id: int | None = Field(default=None, primary_key=True)
    district_id: int = Field(foreign_key="district.id")
    name: str
    key: str
    """The levelled name (`name_key`), unique within the municipality."""
    kind: str
    subordination: str
    opened: date | None = None
    closed: date | None = None
    merged_into_id: int | None = Field(default=None, foreign_key="organisation.id", index=True)


class OrganisationAlias(Stored, table=True):
    """Another spelling that a person confirmed."""

    __tablename__ = "organisation_alias"
    __table_args__ = (Index("uq_organisation_alias_organisation_id_key", "organisation_id", "key", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id")
    name: str
    key: str = Field(index=True)

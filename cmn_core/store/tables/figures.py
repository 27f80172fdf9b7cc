"""A report's rows, and the sums that pages read instead of them."""

from datetime import date

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel

from cmn_core.store.tables.stored import Stored


class PeopleColumns(SQLModel):
    """The fields of `PeopleCounts` as columns; a layout that does not ask for a number stores 0."""

    involved_before: int = Field(default=0, sa_type=BigInteger)
    added_mentors: int = Field(default=0, sa_type=BigInteger)
    added_mentees: int = Field(default=0, sa_type=BigInteger)
    pupils_10_19: int = Field(default=0, sa_type=BigInteger)
    pupils_15_19: int = Field(default=0, sa_type=BigInteger)
    young_teachers: int = Field(default=0, sa_type=BigInteger)
    involved: int = Field(default=0, sa_type=BigInteger)
    mentees: int = Field(default=0, sa_type=BigInteger)
    mentors: int = Field(default=0, sa_type=BigInteger)
    mentors_15_19: int = Field(default=0, sa_type=BigInteger)
    young_mentees: int = Field(default=0, sa_type=BigInteger)
    surveyed_mentees: int = Field(default=0, sa_type=BigInteger)
    satisfied_mentees: int = Field(default=0, sa_type=BigInteger)
    surveyed_mentors: int = Field(default=0, sa_type=BigInteger)
    satisfied_mentors: int = Field(default=0, sa_type=BigInteger)
    programme_mentors: int = Field(default=0, sa_type=BigInteger)
    programme_mentees: int = Field(default=0, sa_type=BigInteger)


class OrganisationFigures(Stored, PeopleColumns, table=True):
    """What one organisation of a report comes to, under the name that the report gives it."""

    __tablename__ = "organisation_figures"
    __table_args__ = (
        Index("ix_organisation_figures_organisation_id_report_id", "organisation_id", "report_id"),
        Index("ix_organisation_figures_report_id_organisation_id", "report_id", "organisation_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    report_id: int = Field(foreign_key="report.id")
    organisation_id: int = Field(foreign_key="organisation.id")
    name: str
    key: str
    """The levelled name as written: a mistaken spelling can be told apart later."""
    sheet: str | None = None
    row: int
    """Where the organisation first stands."""


class ProgrammeRow(Stored, table=True):
    """A row of a report as it stands on its sheet; counts that stand above it are None."""

    __tablename__ = "programme_row"

    id: int | None = Field(default=None, primary_key=True)
    figures_id: int = Field(foreign_key="organisation_figures.id", index=True)
    sheet: str | None = None
    row: int
    programme: str | None = None
    mentoring_form: str | None = None
    form_code: str
    involved_before: int | None = None
    added_mentors: int | None = None
    added_mentees: int | None = None
    role_model: str | None = None
    """Monthly form from here on: the official label, or an own one's words."""
    mentors: int | None = None
    mentees: int | None = None
    mentees_10_19: int | None = None
    partner: str | None = None
    partner_key: str | None = None
    """The levelled name (`partner_key`)."""
    start_date: date | None = None
    counted_elsewhere: bool = False
    """Repeats the counts of an earlier row, and nobody said that these are other children."""


class ReportSums(Stored, PeopleColumns, table=True):
    """A report's sums for one municipality, kind, subordination and form (None: people of all forms)."""

    __tablename__ = "report_sums"
    __table_args__ = (Index("ix_report_sums_report_id", "report_id"),)

    id: int | None = Field(default=None, primary_key=True)
    report_id: int = Field(foreign_key="report.id")
    district_id: int = Field(foreign_key="district.id")
    kind: str
    subordination: str
    form: str | None = None
    organisations: int
    programmes: int
    form_mentees: int = Field(default=0, sa_type=BigInteger)
    unassigned_mentees: int = Field(sa_type=BigInteger)


class ReportPartners(Stored, table=True):
    """How many enterprises a report names in a municipality: of one subordination, or of both together (None).

    Distinct names do not add up, so each answer that a page may ask for is kept.
    """

    __tablename__ = "report_partners"
    __table_args__ = (Index("ix_report_partners_report_id", "report_id"),)

    id: int | None = Field(default=None, primary_key=True)
    report_id: int = Field(foreign_key="report.id")
    district_id: int = Field(foreign_key="district.id")
    subordination: str | None = None
    partners: int


class SharedOrganisationMark(Stored, table=True):
    """An organisation that reports of different senders or scopes of one year name; a superset does no harm."""

    __tablename__ = "shared_organisation"
    __table_args__ = (Index("uq_shared_organisation_year_organisation_id", "year", "organisation_id", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id")
    year: int


class Population(Stored, table=True):
    """A denominator as of one upload; cells that the upload left blank repeat the value before it."""

    __tablename__ = "population"
    __table_args__ = (
        Index("uq_population_cell", "report_id", "district_id", "group", unique=True),
        Index("ix_population_year", "year"),
    )

    id: int | None = Field(default=None, primary_key=True)
    report_id: int = Field(foreign_key="report.id")
    district_id: int = Field(foreign_key="district.id")
    year: int
    group: str
    value: int = Field(sa_type=BigInteger)
    source: str
    version: int
    """Grows only with an upload that fills this cell …"""
    filled_by_id: int = Field(foreign_key="report.id")
    """… and this is that upload, with the place in its file."""
    sheet: str | None = None
    row: int

"""What the store hands to counting: sums of the reports in force, a calendar year at a time.

Size follows municipalities × months, whatever the number of organisations.
"""

from dataclasses import dataclass
from datetime import date

from cmn_core.intake.people_counts import PeopleCounts
from cmn_core.intake.reading import ScopeCode
from cmn_core.period import Period
from cmn_core.reference.indicators import LayoutCode


@dataclass(frozen=True, slots=True)
class ReportInForce:
    """A report that counts."""

    report_id: int
    sender: str | None
    """ОКТМО of the municipality; None for the region's own form."""
    scope: ScopeCode
    layout: LayoutCode
    period: Period
    as_of: date
    version: int
    first_date: date | None = None
    """The date of an expansion form's first count; None where the file did not tell."""
    satisfaction_threshold: int | None = None
    """The score from which a monthly form's people count as satisfied."""


@dataclass(frozen=True, slots=True)
class SumsRow:
    """A report's sums for one municipality, kind and subordination: of people, or of one form."""

    report_id: int
    district: str
    kind: str
    subordination: str
    form: str | None
    """None: people of all forms (the coverage row); else a form code, «own» or «unnamed»."""
    organisations: int
    """Form None: distinct organisations; a form: distinct organisation–form pairs."""
    programmes: int
    people: PeopleCounts
    """Only where form is None; else nobody."""
    form_mentees: int
    """Only of a form: mentees whose count belongs to that form alone."""
    unassigned_mentees: int
    """Form None: mentees of counts that stand for rows of different forms; they are in no form's row."""


@dataclass(frozen=True, slots=True)
class PartnersRow:
    """How many enterprises a report names in a municipality's programmes, each once."""

    report_id: int
    district: str
    subordination: str | None
    """None: of organisations of both."""
    partners: int


@dataclass(frozen=True, slots=True)
class SharedOrganisation:
    """An organisation that reports of different senders or scopes name in one year: it counts from one of them."""

    organisation_id: int
    name: str
    district: str
    subordination: str
    sums: tuple[SumsRow, ...]
    """What it adds to each report's sums, in the same shape."""


@dataclass(frozen=True, slots=True)
class PopulationValue:
    """A denominator in force."""

    district: str
    year: int
    group: str
    value: int
    source: str
    version: int


@dataclass(frozen=True, slots=True)
class YearFacts:
    """All that counting a calendar year needs."""

    year: int
    revision: int
    """Grows with every write: the key of every cache."""
    reports: tuple[ReportInForce, ...]
    sums: tuple[SumsRow, ...]
    shared: tuple[SharedOrganisation, ...]
    population: tuple[PopulationValue, ...]
    partners: tuple[PartnersRow, ...] = ()
    accepted_only: bool = False
    """The reports are the accepted ones alone; False: those sent too."""


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """One organisation in one report in force; read for one municipality at a time."""

    organisation_id: int
    name: str
    kind: str
    subordination: str
    report_id: int
    people: PeopleCounts
    programmes: int


@dataclass(frozen=True, slots=True)
class Practice:
    """A programme as reported, with the cell it came from."""

    organisation_id: int
    organisation: str
    report_id: int
    sheet: str | None
    row: int
    programme: str | None
    mentoring_form: str | None
    form_code: str
    involved_before: int | None
    added_mentors: int | None
    added_mentees: int | None
    role_model: str | None = None
    """Monthly form from here on: the official label, or an own one's words."""
    mentors: int | None = None
    mentees: int | None = None
    mentees_10_19: int | None = None
    partner: str | None = None
    start_date: date | None = None

"""What is known of an organisation while its programme is written: the register's facts and its last report's."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReportedProgramme:
    """A row of the report: participations of all ages."""

    programme: str | None
    form_code: str
    form_words: str | None
    """The form as the report wrote it; an own one's words."""
    role_model: str | None
    """The official label, or an own one's words; None where the report does not tell: the expansion form never does."""
    mentors: int | None
    mentees: int | None
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class OrganisationState:
    """An organisation as the register and its report in force describe it."""

    organisation_id: int
    name: str
    kind: str
    subordination: str
    district: str
    """ОКТМО."""
    district_name: str
    closed: date | None = None
    as_of: date | None = None
    """The date of the report that the rest comes from; None: it has not reported in the year."""
    pupils_10_19: int | None = None
    pupils_15_19: int | None = None
    young_teachers: int | None = None
    involved: int | None = None
    """Pupils 10–19 drawn in, each once."""
    mentees_10_19: int | None = None
    mentors_15_19: int | None = None
    young_teacher_mentees: int | None = None
    practices: tuple[ReportedProgramme, ...] = ()

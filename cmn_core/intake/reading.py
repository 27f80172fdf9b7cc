"""What a workbook was read as: rows, marks and problems; the value that check, page and store share."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from cmn_core.intake.problems import Problem, has_errors
from cmn_core.period import Period
from cmn_core.reference.indicators import LayoutCode

ScopeCode = Literal["municipal", "state", "all"]


@dataclass(frozen=True, slots=True)
class ExpansionRow:
    """One programme row of an expansion form; texts are the cell's own, spaces levelled.

    A merged or continued row repeats its organisation and has None for the counts that stand above.
    """

    sheet: str | None
    row: int
    organisation: str | None
    involved_before: int | None
    added_mentors: int | None
    added_mentees: int | None
    programme: str | None
    mentoring_form: str | None
    form_code: str
    """A federal form, «own» or «unnamed»."""
    continued: bool = False
    """The counts of this row stand in a row above (merged over it, or left out in a continuation)."""
    organisation_cell: str | None = None
    counted_elsewhere: bool = False
    """The counts repeat those of an earlier row of the organisation and are counted there once."""


@dataclass(frozen=True, slots=True)
class PopulationRow:
    """One denominator: a municipality, a year and a group."""

    sheet: str | None
    row: int
    district: str
    year: int
    group: str
    value: int
    source: str | None


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over a reading's rows; the CLI prints them."""

    organisations: int = 0
    programmes: int = 0
    involved_before: int = 0
    added_mentors: int = 0
    added_mentees: int = 0


@dataclass(frozen=True, slots=True)
class SheetReading:
    """A visible sheet on which the form was found, and where its table begins."""

    name: str | None
    first_data_row: int
    columns: dict[str, int]
    """Field → column number from 1."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a file says, and all that is wrong with it."""

    file: str
    layout: LayoutCode | None
    scope: ScopeCode | None
    district: str | None
    """ОКТМО by the template's marks or the heading's words; None where the file does not tell."""
    period: Period | None
    as_of: date | None
    dates: tuple[date, ...]
    rows: tuple[ExpansionRow, ...] = ()
    population: tuple[PopulationRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    totals: Totals = field(default_factory=Totals)
    sheets: tuple[SheetReading, ...] = ()
    from_template: bool = False
    """The file carries our template's marks."""
    sha256: str = ""
    seconds: float = 0.0

    @property
    def can_be_saved(self) -> bool:
        """Tell whether no problem blocks saving."""
        return self.layout is not None and not has_errors(self.problems)


@dataclass(frozen=True, slots=True)
class OrganisationCounts:
    """What one organisation of a reading comes to: counts that stand once, and its programme rows."""

    name: str
    """As first written."""
    key: str
    """Normalised legal form and name (`matching.name_key`)."""
    involved_before: int
    added_mentors: int
    added_mentees: int
    rows: tuple[ExpansionRow, ...]

    @property
    def drawn_in(self) -> int:
        """The organisation's numerator of coverage: first-date count and both additions."""
        return self.involved_before + self.added_mentors + self.added_mentees

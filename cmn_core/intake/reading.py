"""What a workbook was read as: rows, marks and problems; the value that check, page and store share."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.intake.cells.grid import cell_address
from cmn_core.intake.people_counts import NO_PEOPLE, PeopleCounts
from cmn_core.intake.problems import Problem, has_errors
from cmn_core.period import Period
from cmn_core.reference.indicators import LayoutCode

ScopeCode = Literal["municipal", "state", "all"]
MonthlyPart = Literal["organisations", "programmes"]


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
class MonthlyOrganisation:
    """One row of the sheet «Организации»: people, each once; an unreadable or refused count is None."""

    sheet: str | None
    row: int
    organisation: str | None
    kind: str | None
    """Code of the kind; None where the cell is empty or unreadable."""
    pupils_10_19: int | None
    pupils_15_19: int | None
    young_teachers: int | None
    involved: int | None
    mentees: int | None
    mentors: int | None
    mentors_15_19: int | None
    young_mentees: int | None
    surveyed_mentees: int | None
    satisfied_mentees: int | None
    surveyed_mentors: int | None
    satisfied_mentors: int | None
    organisation_cell: str | None = None


@dataclass(frozen=True, slots=True)
class MonthlyProgramme:
    """One row of the sheet «Программы»: participations in one programme."""

    sheet: str | None
    row: int
    organisation: str | None
    programme: str | None
    mentoring_form: str | None
    form_code: str
    """A federal form, «own» or «unnamed»."""
    role_model: str | None
    """Text as in the cell …"""
    mentors: int | None
    mentees: int | None
    mentees_10_19: int | None
    partner: str | None
    start_date: date | None
    organisation_cell: str | None = None
    role_model_label: str | None = None
    """… and the official label that it was read as; None for an own one or none."""


ReportRow = ExpansionRow | MonthlyProgramme


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
    monthly: PeopleCounts = NO_PEOPLE
    """Sums of both tables of a monthly form."""


@dataclass(frozen=True, slots=True)
class SheetReading:
    """A visible sheet on which the form was found, and where its table begins."""

    name: str | None
    first_data_row: int
    columns: dict[str, int]
    """Field → column number from 1."""
    part: MonthlyPart | None = None
    """Which of the monthly workbook's tables it is."""


def find_cell(
    sheets: Sequence[SheetReading], part: MonthlyPart | None, sheet: str | None, row: int, field: str
) -> str | None:
    """Name the cell of a field on a sheet that was read; None where no such table was."""
    table = next((item for item in sheets if item.name == sheet and item.part == part), None)
    return cell_address(row, table.columns[field]) if table and field in table.columns else None


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
    organisations: tuple[MonthlyOrganisation, ...] = ()
    programmes: tuple[MonthlyProgramme, ...] = ()
    satisfaction_threshold: int | None = None
    """The score on 1–10 from which a person counts as satisfied, as the monthly form's caption states it."""
    population: tuple[PopulationRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    totals: Totals = field(default_factory=Totals)
    sheets: tuple[SheetReading, ...] = ()
    from_template: bool = False
    """The file carries our template's marks."""
    corrections: tuple[CellCorrection, ...] = ()
    """Cells that were read with a value put in by hand."""
    sha256: str = ""
    seconds: float = 0.0

    @property
    def names(self) -> tuple[str, ...]:
        """The organisations' names as written, in the order of the rows."""
        tables: tuple[Sequence[MonthlyOrganisation | ReportRow], ...] = (self.organisations, self.programmes, self.rows)
        return tuple(row.organisation for table in tables for row in table if row.organisation)

    @property
    def places(self) -> tuple[tuple[str | None, int], ...]:
        """Sheet and row of everything that was read."""
        tables: tuple[Sequence[MonthlyOrganisation | ReportRow | PopulationRow], ...] = (
            self.organisations,
            self.programmes,
            self.rows,
            self.population,
        )
        return tuple((row.sheet, row.row) for table in tables for row in table)

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
    people: PeopleCounts
    rows: tuple[ReportRow, ...]
    sheet: str | None
    """Where the organisation first stands."""
    row: int
    cell: str | None
    kind: str | None = None
    """As the report states it."""

    @property
    def programmes(self) -> int:
        """How many rows name a programme."""
        return sum(1 for row in self.rows if row.programme)

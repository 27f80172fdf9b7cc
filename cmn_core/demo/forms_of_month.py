"""A month's expansion form of the demonstration: which organisations stand on it, in which rows, with which numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from cmn_core.demo.levels import FormCounts, Levels, count_form
from cmn_core.demo.organisations import DemoOrganisation
from cmn_core.demo.plan import DemoPlan, ReportDates
from cmn_core.demo.programmes import DemoProgramme
from cmn_core.intake.reading import ScopeCode
from cmn_core.period import Period
from cmn_core.reference.indicators import LayoutCode


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row of the form; a row that goes on with the organisation above has neither name nor counts."""

    organisation: str | None
    counts: FormCounts | None
    programme: str | None
    written_form: str | None


@dataclass(frozen=True, slots=True)
class DemoForm:
    """A filled form before it becomes a file."""

    sender: str | None
    """ОКТМО; None: the region's own form."""
    scope: ScopeCode
    dates: tuple[date, date]
    period: Period
    rows: tuple[FormRow, ...] = field(default=())

    @property
    def layout(self) -> LayoutCode:
        """The form's layout."""
        return "expansion"

    @property
    def as_of(self) -> date:
        """The date of the figures."""
        return self.dates[1]


def fill_form(
    plan: DemoPlan,
    sender: str | None,
    scope: ScopeCode,
    report: ReportDates,
    organisations: Sequence[DemoOrganisation],
    levels: Levels,
) -> DemoForm:
    """Fill a sender's form for a month with its organisations of the scope."""
    is_split = sender in plan.story.split_rows.oktmo
    rows = tuple(
        row
        for organisation in organisations
        for row in _fill_rows(organisation, count_form(organisation, levels, report.dates), report.period, is_split)
    )
    return DemoForm(sender, scope, report.dates, report.period, rows)


def _fill_rows(organisation: DemoOrganisation, counts: FormCounts, period: Period, is_split: bool) -> Iterator[FormRow]:
    programmes: list[DemoProgramme | None] = [
        programme for programme in organisation.programmes if programme.first_month <= period.month
    ]
    if not counts.drawn_in:
        programmes = [None]
    of_rows: list[FormCounts | None] = [counts] + [None] * (len(programmes) - 1)
    if is_split:
        of_rows = [*_split(counts, len(programmes))]
    for place, (programme, own) in enumerate(zip(programmes, of_rows, strict=True)):
        name = organisation.name if place == 0 or is_split else None
        title, written = (programme.title, programme.written_form) if programme else (None, None)
        yield FormRow(name, own, title, written)


def _split(counts: FormCounts, parts: int) -> Iterator[FormCounts]:
    """Give the first row what the others leave; no two rows are alike as long as the counts allow it."""
    rest = [counts.involved_before, counts.added_mentors, counts.added_mentees]
    later = []
    for place in range(1, parts):
        given = [count // (parts + place) for count in rest]
        rest = [count - part for count, part in zip(rest, given, strict=True)]
        later.append(FormCounts(*given))
    yield FormCounts(*rest)
    yield from later

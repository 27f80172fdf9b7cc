"""Cumulative counts of a monthly form beside those of the last report: fallen, jumped, or copied whole."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol

from cmn_core.intake.comparison import OrganisationDifference, ReportDifference
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.intake.reading import MonthlyProgramme, OrganisationCounts, Reading, SheetReading, find_cell
from cmn_core.intake.stored_checks import copied_month, growth_code
from cmn_core.period import Period
from cmn_core.reference import Layout, Reference
from cmn_core.reference.spelling import fold_text
from cmn_core.wording import format_count, format_period

ProgrammeKey = tuple[int, str, str]
"""Known organisation, programme, form."""
ProgrammeCounts = tuple[int, int, int]
"""Mentors, mentees, mentees 10–19."""
_COUNTS = ("mentors", "mentees", "mentees_10_19")


class EarlierProgramme(Protocol):
    """What the store tells of a programme in an earlier report."""

    @property
    def organisation_id(self) -> int: ...
    @property
    def programme(self) -> str | None: ...
    @property
    def form_code(self) -> str: ...
    @property
    def mentors(self) -> int | None: ...
    @property
    def mentees(self) -> int | None: ...
    @property
    def mentees_10_19(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class ProgrammeDifference:
    """A programme that stands in both reports, under one organisation and form."""

    row: MonthlyProgramme
    """Its first row in the new report."""
    before: ProgrammeCounts
    now: ProgrammeCounts


@dataclass(frozen=True, slots=True)
class MonthlyDifference:
    """A monthly report beside the last one."""

    organisations: ReportDifference
    programmes: tuple[ProgrammeDifference, ...]
    are_same_programmes: bool
    """Every programme of either report stands in both with the same numbers."""


def compare_months(
    organisations: ReportDifference,
    counted: Iterable[OrganisationCounts],
    known_ids: Mapping[str, int | None],
    earlier: Iterable[EarlierProgramme],
) -> MonthlyDifference:
    """Lay the programmes beside the earlier ones too; `known_ids` as `settle_names` gives it."""
    before: dict[ProgrammeKey, ProgrammeCounts] = {}
    for practice in earlier:
        key = _key(practice.organisation_id, practice)
        before[key] = _plus(before.get(key), practice)
    now: dict[ProgrammeKey, ProgrammeCounts] = {}
    first: dict[ProgrammeKey, MonthlyProgramme] = {}
    for counts in counted:
        # A new organisation has no number yet and nothing to be compared with.
        number = known_ids.get(counts.key) or 0
        for row in counts.rows:
            if isinstance(row, MonthlyProgramme) and row.programme:
                key = _key(number, row)
                now[key] = _plus(now.get(key), row)
                first.setdefault(key, row)
    both = tuple(ProgrammeDifference(first[key], before[key], now[key]) for key in now if key in before)
    return MonthlyDifference(organisations, both, now == before)


def check_last_monthly(
    difference: MonthlyDifference, reading: Reading, last_period: Period, reference: Reference
) -> tuple[Problem, ...]:
    """Report each cumulative count that fell or jumped at its cell, and a month copied whole.

    A cell with an error of its own is passed over.
    """
    faulty = frozenset((item.sheet, item.cell) for item in reading.problems if item.severity == "error")
    check = _GrowthCheck(reading.sheets, faulty, format_period(last_period), reference)
    problems = [
        *(problem for item in difference.organisations.organisations for problem in check.organisation(item)),
        *(problem for item in difference.programmes for problem in check.programme(item)),
    ]
    if _is_copy(difference):
        problems.append(copied_month(last_period, reference))
    return tuple(problems)


def _is_copy(difference: MonthlyDifference) -> bool:
    """A month in which nobody takes part yet is no copy."""
    organisations = difference.organisations
    return (
        bool(organisations.now.people.drawn_in)
        and difference.are_same_programmes
        and all(item.kind == "same" for item in organisations.organisations)
    )


@dataclass(frozen=True, slots=True)
class _GrowthCheck:
    sheets: Sequence[SheetReading]
    faulty: Collection[tuple[str | None, str | None]]
    last_period: str
    reference: Reference

    def organisation(self, item: OrganisationDifference) -> Iterator[Problem]:
        """Compare each cumulative column of «Организации»; an organisation that is gone is told once."""
        if item.before is None:
            return
        if item.now is None or item.row is None:
            if item.before.people.drawn_in:
                yield self._gone(item.name, item.before.people.drawn_in)
            return
        layout = self.reference.layouts.monthly.organisations
        for field in _cumulative(layout):
            get = attrgetter(field)
            cell = find_cell(self.sheets, "organisations", item.sheet, item.row, field)
            place = (item.sheet, cell)
            column = layout.column(field).short
            yield from self._grown(f"«{item.name}»", column, place, get(item.before.people), get(item.now.people))

    def programme(self, item: ProgrammeDifference) -> Iterator[Problem]:
        """Compare each cumulative column of «Программы»."""
        layout = self.reference.layouts.monthly.programmes
        subject = f"«{item.row.organisation}», программа «{item.row.programme}»"
        for field, before, now in zip(_COUNTS, item.before, item.now, strict=True):
            place = (item.row.sheet, find_cell(self.sheets, "programmes", item.row.sheet, item.row.row, field))
            yield from self._grown(subject, layout.column(field).short, place, before, now)

    def _grown(
        self, subject: str, column: str, place: tuple[str | None, str | None], before: int, now: int
    ) -> Iterator[Problem]:
        code = growth_code(before, now, self.reference.limits)
        if code and place not in self.faulty:
            yield make_problem(
                self.reference.problem_texts,
                code,
                variant="column",
                sheet=place[0],
                cell=place[1],
                value=format_count(now),
                subject=subject,
                column=column,
                now=format_count(now),
                before=format_count(before),
                last_period=self.last_period,
            )

    def _gone(self, name: str, before: int) -> Problem:
        return make_problem(
            self.reference.problem_texts,
            "fell_since_last_month",
            variant="gone",
            value="0",
            organisation=name,
            before=format_count(before),
            last_period=self.last_period,
        )


def _cumulative(layout: Layout) -> tuple[str, ...]:
    return tuple(column.field for column in layout.columns if column.cumulative)


def _key(number: int, row: MonthlyProgramme | EarlierProgramme) -> ProgrammeKey:
    return number, fold_text(row.programme or ""), row.form_code


def _plus(so_far: ProgrammeCounts | None, row: MonthlyProgramme | EarlierProgramme) -> ProgrammeCounts:
    mentors, mentees, young = so_far or (0, 0, 0)
    return mentors + (row.mentors or 0), mentees + (row.mentees or 0), young + (row.mentees_10_19 or 0)

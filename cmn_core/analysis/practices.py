"""Practices of organisations, one a line: as reports tell them, and as programmes in the making plan them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from cmn_core.analysis.counted import keep_counted_rows
from cmn_core.analysis.parts import DistrictParts
from cmn_core.reference import Forms, Reference
from cmn_core.store.facts import ReportInForce
from cmn_core.store.practice_rows import PracticeRow
from cmn_core.store.programme_reading import PlannedPractice
from cmn_core.store.sums import group_by_count, names_something

PracticeSource = Literal["report", "programme"]
SOURCE_LABELS: dict[PracticeSource, str] = {"report": "из отчёта", "programme": "из программы"}


@dataclass(frozen=True, slots=True)
class PracticeCount:
    """Mentors and mentees: participations, counted once for all the practices that they stand for."""

    key: str
    """Tells the count from others."""
    mentors: int | None
    mentees: int | None
    stands_for: int = 1
    """How many practices share it."""


@dataclass(frozen=True, slots=True)
class ListedPractice:
    """A practice of an organisation."""

    organisation_id: int
    organisation: str
    district: str
    """ОКТМО."""
    kind: str
    subordination: str
    name: str | None
    """Of the programme; None where only its form is named."""
    form_code: str
    form_words: str
    """The official label, or the organisation's own words."""
    role_model: str | None
    """The official label, or own words; None where it is not named."""
    count: PracticeCount
    source: PracticeSource
    states_count: bool = True
    """False: the count is shown with another practice of the organisation, the first that shares it."""
    report: ReportInForce | None = None
    """Where the source is one."""
    is_fresh: bool = True
    """False: of an earlier report, which stands in for the month's."""
    start_date: date | None = None
    programme_id: int | None = None
    """Where the source is a programme in the making …"""
    school_year: int | None = None
    """… the year it begins in: 2020 for 2020/2021."""

    @property
    def as_of(self) -> date | None:
        """The date of the report."""
        return self.report.as_of if self.report else None


def list_reported_practices(
    rows: Iterable[PracticeRow],
    parts: Mapping[str, DistrictParts],
    reference: Reference,
    subordination: str | None = None,
) -> tuple[ListedPractice, ...]:
    """List the practices that count at the period of the parts, each organisation's from the one report it counts from.

    `rows` stand by organisation and in the order of the sheets.
    """
    reports = {part.report.report_id: (part.report, each) for each in parts.values() for part in each.parts}
    listed: list[ListedPractice] = []
    kept = keep_counted_rows(rows, parts, subordination)
    for _, of_organisation in groupby(kept, key=lambda row: row.figures_id):
        own = list(of_organisation)
        counts, stated = _find_counts(own), set[str]()
        for row, count in zip(own, counts, strict=True):
            if names_something(row):
                report, entering = reports[row.report_id]
                listed.append(
                    ListedPractice(
                        organisation_id=row.organisation_id,
                        organisation=row.organisation,
                        district=row.district,
                        kind=row.kind,
                        subordination=row.subordination,
                        name=row.programme,
                        form_code=row.form_code,
                        form_words=_form_words(row.form_code, row.mentoring_form, reference.forms),
                        role_model=row.role_model,
                        count=count,
                        source="report",
                        states_count=count.key not in stated,
                        report=report,
                        is_fresh=report.period == entering.period,
                        start_date=row.start_date,
                    )
                )
                stated.add(count.key)
    return tuple(listed)


def list_planned_practices(
    planned: Iterable[PlannedPractice], reference: Reference, subordination: str | None = None
) -> tuple[ListedPractice, ...]:
    """List the role models that programmes in the making plan; a pair or a group has one mentor."""
    return tuple(
        ListedPractice(
            organisation_id=each.organisation_id,
            organisation=each.organisation,
            district=each.district,
            kind=each.kind,
            subordination=each.subordination,
            name=each.programme,
            form_code=each.form_code,
            form_words=_form_words(each.form_code, each.form_label, reference.forms),
            role_model=each.role_model or None,
            count=PracticeCount(f"programme {each.programme_id} {place}", each.pairs, each.mentees),
            source="programme",
            programme_id=each.programme_id,
            school_year=each.school_year,
        )
        for place, each in enumerate(planned)
        if subordination in (None, each.subordination)
    )


def _find_counts(rows: list[PracticeRow]) -> list[PracticeCount]:
    """Return the count of each row; rows that share one get the same."""
    found: dict[int, PracticeCount] = {}
    for place, group in enumerate(group_by_count(rows)):
        key = f"row {group[0].figures_id} {place}"
        named = sum(1 for row in group if names_something(row))
        count = PracticeCount(key, group[0].mentors, group[0].mentees, max(1, named))
        found |= {id(row): count for row in group}
    # A row that repeats what stands under another spelling of the organisation adds nothing.
    return [found.get(id(row)) or PracticeCount(f"repeated {row.figures_id}", None, None) for row in rows]


def _form_words(code: str, written: str | None, forms: Forms) -> str:
    return written if code == forms.own.code and written else forms.label(code)

"""What a report comes to by municipality, kind, subordination and form: pure counting over its rows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from cmn_core.intake.people_counts import NO_PEOPLE, PeopleCounts, sum_people
from cmn_core.store.facts import PartnersRow, SumsRow

UNNAMED = "unnamed"


class RowWithCounts(Protocol):
    """A row whose counts may stand for the rows under it."""

    @property
    def programme(self) -> str | None: ...
    @property
    def form_code(self) -> str: ...
    @property
    def counts(self) -> tuple[int | None, ...]: ...
    @property
    def mentees(self) -> int | None: ...
    @property
    def counted_elsewhere(self) -> bool: ...


Row = TypeVar("Row", bound=RowWithCounts)


@dataclass(frozen=True, slots=True)
class CountedRow:
    """A row of an organisation, as stored."""

    programme: str | None
    form_code: str
    counts: tuple[int | None, ...]
    """All that the row states, by which a repeated row finds the row that it repeats."""
    mentees: int | None
    """What a form ratio by mentees counts of the row."""
    counted_elsewhere: bool = False
    partner_key: str | None = None


@dataclass(frozen=True, slots=True)
class CountedOrganisation:
    """An organisation under one of its names in a report, with the rows it was counted from."""

    organisation_id: int
    district: str
    kind: str
    subordination: str
    people: PeopleCounts
    rows: tuple[CountedRow, ...]


@dataclass(slots=True)
class _Tally:
    organisations: set[int] = field(default_factory=set)
    programmes: int = 0
    people: list[PeopleCounts] = field(default_factory=list)
    form_mentees: int = 0
    unassigned_mentees: int = 0


def names_something(row: RowWithCounts) -> bool:
    """Tell whether a row is a practice: one that names neither programme nor form has no say in whose a count is."""
    return bool(row.programme) or row.form_code != UNNAMED


def group_by_count(rows: Iterable[Row]) -> Sequence[Sequence[Row]]:
    """Find the rows that each count of an organisation stands for: merged, continued, or repeating it.

    The first of a group states the count.
    """
    groups: list[list[Row]] = []
    by_counts: dict[tuple[int | None, ...], list[Row]] = {}
    current: list[Row] | None = None
    for row in rows:
        if row.counted_elsewhere:
            current = by_counts.get(row.counts, current)
        elif row.mentees is not None or current is None:
            current = []
            groups.append(current)
            by_counts.setdefault(row.counts, current)
        if current is not None:
            current.append(row)
    return groups


def compute_sums(report_id: int, organisations: Iterable[CountedOrganisation]) -> tuple[SumsRow, ...]:
    """Sum a report's organisations: a row of people for each group, and a row for each of its forms."""
    tallies: defaultdict[tuple[str, str, str, str | None], _Tally] = defaultdict(_Tally)
    for organisation in organisations:
        group = (organisation.district, organisation.kind, organisation.subordination)
        assigned = _mentees_by_form(organisation.rows)
        _add_people(tallies[*group, None], organisation, sum(assigned.values()))
        for form in assigned.keys() | {row.form_code for row in organisation.rows if row.programme}:
            _add_form(tallies[*group, form], organisation, form, assigned.get(form, 0))
    ordered = sorted(tallies.items(), key=lambda item: (*item[0][:3], item[0][3] or ""))
    return tuple(_as_row(report_id, group, tally) for group, tally in ordered)


def compute_partners(report_id: int, organisations: Iterable[CountedOrganisation]) -> tuple[PartnersRow, ...]:
    """Count a report's enterprises in each municipality, each once: by subordination, and of both together."""
    keys: defaultdict[tuple[str, str | None], set[str]] = defaultdict(set)
    for organisation in organisations:
        named = {row.partner_key for row in organisation.rows if row.partner_key}
        for subordination in (organisation.subordination, None) if named else ():
            keys[organisation.district, subordination] |= named
    ordered = sorted(keys.items(), key=lambda item: (item[0][0], item[0][1] or ""))
    return tuple(PartnersRow(report_id, *group, len(named)) for group, named in ordered)


def _add_people(tally: _Tally, organisation: CountedOrganisation, assigned: int) -> None:
    tally.organisations.add(organisation.organisation_id)
    tally.programmes += sum(1 for row in organisation.rows if row.programme)
    tally.people.append(organisation.people)
    tally.unassigned_mentees += organisation.people.mentee_participations - assigned


def _add_form(tally: _Tally, organisation: CountedOrganisation, form: str, mentees: int) -> None:
    programmes = sum(1 for row in organisation.rows if row.programme and row.form_code == form)
    tally.programmes += programmes
    tally.form_mentees += mentees
    if programmes:
        tally.organisations.add(organisation.organisation_id)


def _mentees_by_form(rows: Iterable[CountedRow]) -> dict[str, int]:
    """Give each count of mentees to the form that its rows share; zero counts give nothing."""
    mentees: defaultdict[str, int] = defaultdict(int)
    for group in group_by_count(rows):
        forms = {row.form_code for row in group if names_something(row)} or {UNNAMED}
        if len(forms) == 1 and group[0].mentees:
            mentees[forms.pop()] += group[0].mentees
    return dict(mentees)


def _as_row(report_id: int, group: tuple[str, str, str, str | None], tally: _Tally) -> SumsRow:
    return SumsRow(
        report_id=report_id,
        district=group[0],
        kind=group[1],
        subordination=group[2],
        form=group[3],
        organisations=len(tally.organisations),
        programmes=tally.programmes,
        people=sum_people(tally.people) if group[3] is None else NO_PEOPLE,
        form_mentees=tally.form_mentees,
        unassigned_mentees=tally.unassigned_mentees,
    )

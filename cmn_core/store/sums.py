"""What a report comes to by municipality, kind, subordination and form: pure counting over its rows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from cmn_core.intake.people_counts import NO_PEOPLE, PeopleCounts, sum_people
from cmn_core.store.facts import PartnersRow, SumsRow

UNNAMED = "unnamed"


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
class _Count:
    """A count of mentees and the forms of the rows that it stands for."""

    mentees: int
    rows: list[CountedRow] = field(default_factory=list)

    def form(self) -> str | None:
        """Return the form that all the rows share, None if they differ; a row that names nothing has no say."""
        forms = {row.form_code for row in self.rows if row.programme or row.form_code != UNNAMED} or {UNNAMED}
        return forms.pop() if len(forms) == 1 else None


@dataclass(slots=True)
class _Tally:
    organisations: set[int] = field(default_factory=set)
    programmes: int = 0
    people: list[PeopleCounts] = field(default_factory=list)
    form_mentees: int = 0
    unassigned_mentees: int = 0


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
    for count in _read_counts(rows):
        form = count.form()
        if form is not None and count.mentees:
            mentees[form] += count.mentees
    return dict(mentees)


def _read_counts(rows: Iterable[CountedRow]) -> list[_Count]:
    """Find each count and the rows that it stands for: merged, continued, or repeating it."""
    counts: list[_Count] = []
    by_counts: dict[tuple[int | None, ...], _Count] = {}
    current: _Count | None = None
    for row in rows:
        if row.counted_elsewhere:
            current = by_counts.get(row.counts, current)
        elif row.mentees is not None or current is None:
            current = _Count(row.mentees or 0)
            counts.append(current)
            by_counts.setdefault(row.counts, current)
        if current is not None:
            current.rows.append(row)
    return counts


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

"""What each organisation of a reading comes to: merged, continued and repeated counts counted once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from cmn_core.intake.organisation_names import name_key
from cmn_core.intake.people_counts import COUNT_NAMES, PeopleCounts
from cmn_core.intake.reading import (
    ExpansionRow,
    MonthlyOrganisation,
    MonthlyProgramme,
    OrganisationCounts,
    Reading,
    Totals,
)

RowPlace = tuple[str | None, int]
_EXPANSION_COUNTS = ("involved_before", "added_mentors", "added_mentees")
_ORGANISATION_COUNTS = tuple(name for name in MonthlyOrganisation.__slots__ if name in COUNT_NAMES)


def count_reading(
    reading: Reading,
    left_out_sheets: Collection[str] = frozenset(),
    different_children: frozenset[RowPlace] = frozenset(),
) -> tuple[OrganisationCounts, ...]:
    """Count the organisations of a reading on the sheets that are kept, in order of appearance.

    `different_children`: places (sheet, row) where a person said that identical counts are other children.
    """
    if reading.layout == "monthly":
        return count_monthly(
            [row for row in reading.organisations if row.sheet not in left_out_sheets],
            [row for row in reading.programmes if row.sheet not in left_out_sheets],
        )
    return count_organisations([row for row in reading.rows if row.sheet not in left_out_sheets], different_children)


def count_organisations(
    rows: Sequence[ExpansionRow], different_children: frozenset[RowPlace] = frozenset()
) -> tuple[OrganisationCounts, ...]:
    """Sum the rows of each organisation of an expansion form."""
    grouped: dict[str, list[ExpansionRow]] = {}
    for row in rows:
        if row.organisation is not None:
            grouped.setdefault(name_key(row.organisation), []).append(row)
    return tuple(_count_one(key, members, different_children) for key, members in grouped.items())


def count_monthly(
    organisations: Iterable[MonthlyOrganisation], programmes: Iterable[MonthlyProgramme]
) -> tuple[OrganisationCounts, ...]:
    """Put each organisation of a monthly report together with its programmes."""
    rows_of: defaultdict[str, list[MonthlyProgramme]] = defaultdict(list)
    for row in programmes:
        if row.organisation is not None:
            rows_of[name_key(row.organisation)].append(row)
    counted: dict[str, OrganisationCounts] = {}
    for stated in organisations:
        if stated.organisation is not None and (key := name_key(stated.organisation)) not in counted:
            counted[key] = _count_stated(key, stated, rows_of[key])
    return tuple(counted.values())


def compute_totals(rows: Sequence[ExpansionRow]) -> Totals:
    """Sum a reading: organisations once each, programmes as named rows."""
    organisations = count_organisations(rows)
    nameless = [row for row in rows if row.organisation is None]
    return Totals(
        organisations=len(organisations),
        programmes=sum(1 for row in rows if row.organisation and row.programme),
        **{
            name: sum(getattr(item.people, name) for item in organisations) + _sum(nameless, name)
            for name in _EXPANSION_COUNTS
        },
    )


def monthly_totals(organisations: Sequence[MonthlyOrganisation], programmes: Sequence[MonthlyProgramme]) -> Totals:
    """Sum a monthly reading: organisations once each, programmes as named rows."""
    names = {name_key(row.organisation) for row in organisations if row.organisation}
    return Totals(
        organisations=len(names),
        programmes=sum(1 for row in programmes if row.organisation and row.programme),
        monthly=PeopleCounts(
            **{name: _sum(organisations, name) for name in _ORGANISATION_COUNTS},
            programme_mentors=_sum(programmes, "mentors"),
            programme_mentees=_sum(programmes, "mentees"),
        ),
    )


def _count_one(key: str, rows: list[ExpansionRow], different_children: frozenset[RowPlace]) -> OrganisationCounts:
    counted = [row for row in rows if not row.counted_elsewhere or (row.sheet, row.row) in different_children]
    first = rows[0]
    return OrganisationCounts(
        name=first.organisation or "",
        key=key,
        people=PeopleCounts(**{name: _sum(counted, name) for name in _EXPANSION_COUNTS}),
        rows=tuple(rows),
        sheet=first.sheet,
        row=first.row,
        cell=first.organisation_cell,
    )


def _count_stated(key: str, stated: MonthlyOrganisation, rows: Sequence[MonthlyProgramme]) -> OrganisationCounts:
    counts = {name: getattr(stated, name, None) or 0 for name in COUNT_NAMES}
    counts |= {"programme_mentors": _sum(rows, "mentors"), "programme_mentees": _sum(rows, "mentees")}
    return OrganisationCounts(
        name=stated.organisation or "",
        key=key,
        people=PeopleCounts(**counts),
        rows=tuple(rows),
        sheet=stated.sheet,
        row=stated.row,
        cell=stated.organisation_cell,
        kind=stated.kind,
    )


def _sum(rows: Sequence[ExpansionRow | MonthlyOrganisation | MonthlyProgramme], field: str) -> int:
    return sum(getattr(row, field) or 0 for row in rows)

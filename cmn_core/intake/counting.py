"""What each organisation of a reading comes to: merged, continued and repeated counts counted once."""

from collections.abc import Sequence

from cmn_core.intake.organisation_names import name_key
from cmn_core.intake.reading import ExpansionRow, OrganisationCounts, Totals

RowPlace = tuple[str | None, int]


def count_organisations(
    rows: Sequence[ExpansionRow], different_children: frozenset[RowPlace] = frozenset()
) -> tuple[OrganisationCounts, ...]:
    """Sum the rows of each organisation, in order of appearance.

    `different_children`: places (sheet, row) where a person said that identical counts are other children.
    """
    grouped: dict[str, list[ExpansionRow]] = {}
    for row in rows:
        if row.organisation is not None:
            grouped.setdefault(name_key(row.organisation), []).append(row)
    return tuple(_count_one(key, members, different_children) for key, members in grouped.items())


def compute_totals(rows: Sequence[ExpansionRow]) -> Totals:
    """Sum a reading: organisations once each, programmes as named rows."""
    organisations = count_organisations(rows)
    nameless = [row for row in rows if row.organisation is None]
    return Totals(
        organisations=len(organisations),
        programmes=sum(1 for row in rows if row.organisation and row.programme),
        involved_before=sum(item.involved_before for item in organisations) + _sum(nameless, "involved_before"),
        added_mentors=sum(item.added_mentors for item in organisations) + _sum(nameless, "added_mentors"),
        added_mentees=sum(item.added_mentees for item in organisations) + _sum(nameless, "added_mentees"),
    )


def _count_one(key: str, rows: list[ExpansionRow], different_children: frozenset[RowPlace]) -> OrganisationCounts:
    counted = [row for row in rows if not row.counted_elsewhere or (row.sheet, row.row) in different_children]
    return OrganisationCounts(
        name=rows[0].organisation or "",
        key=key,
        involved_before=_sum(counted, "involved_before"),
        added_mentors=_sum(counted, "added_mentors"),
        added_mentees=_sum(counted, "added_mentees"),
        rows=tuple(rows),
    )


def _sum(rows: Sequence[ExpansionRow], field: str) -> int:
    return sum(getattr(row, field) or 0 for row in rows)

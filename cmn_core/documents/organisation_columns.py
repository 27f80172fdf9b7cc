"""Which numbers of an organisation a table shows: those of the layouts that its reports have, never the other's."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Literal

from cmn_core.analysis.numerators import PARTNERS, count_people
from cmn_core.intake.people_counts import COUNT_NAMES, PeopleCounts
from cmn_core.reference import Indicator, Reference
from cmn_core.reference.indicators import LayoutCode
from cmn_core.shares import compute_value_pct
from cmn_core.store.facts import OrganisationFacts

EXPANSION_COUNTS = ("involved_before", "added_mentors", "added_mentees")
_TOLD_ONCE = "involved"
"""The monthly form's people drawn in: every table has them as «Вовлечено всего»."""
_UNIT = "чел."


@dataclass(frozen=True, slots=True)
class OrganisationColumn:
    """A number that one layout tells of an organisation."""

    caption: str
    kind: Literal["count", "pct"]
    layout: LayoutCode
    read: Callable[[PeopleCounts], int | Decimal | None]

    def value(self, facts: OrganisationFacts, layouts: Mapping[int, LayoutCode]) -> int | Decimal | None:
        """Return the number, None where the organisation's report is of another layout; `layouts` by report."""
        return self.read(facts.people) if layouts.get(facts.report_id) == self.layout else None


def list_count_columns(layouts: Collection[LayoutCode], reference: Reference) -> tuple[OrganisationColumn, ...]:
    """List the counts that the layouts ask for, in printed order; surveys stand apart."""
    surveyed = set(_survey_fields(reference))
    return tuple(
        column for field, column in _list_counts(layouts, reference) if field not in surveyed
    )  # fmt: skip


def list_survey_columns(layouts: Collection[LayoutCode], reference: Reference) -> tuple[OrganisationColumn, ...]:
    """List the counts of the surveys: who answered, and who of them is satisfied."""
    surveyed = set(_survey_fields(reference))
    return tuple(column for field, column in _list_counts(layouts, reference) if field in surveyed)


def list_share_columns(layouts: Collection[LayoutCode], reference: Reference) -> tuple[OrganisationColumn, ...]:
    """List an organisation's own shares: of its contingent, or of those who answered a survey."""
    if "monthly" not in layouts:
        return ()
    return tuple(
        OrganisationColumn(f"{indicator.label}, %", "pct", "monthly", partial(_read_share, indicator=indicator))
        for indicator in reference.indicators
        if indicator.stated_whole and indicator.counted != PARTNERS
    )


def _survey_fields(reference: Reference) -> Iterator[str]:
    for indicator in reference.indicators:
        if indicator.is_survey:
            yield from (indicator.stated_whole, indicator.counted)


def _list_counts(layouts: Collection[LayoutCode], reference: Reference) -> Iterator[tuple[str, OrganisationColumn]]:
    if "expansion" in layouts:
        for field in EXPANSION_COUNTS:
            yield field, _count_column(reference.layouts.expansion.column(field).short, field, "expansion")
    if "monthly" in layouts:
        for column in reference.layouts.monthly.organisations.columns:
            if column.field in COUNT_NAMES and column.field != _TOLD_ONCE:
                yield column.field, _count_column(column.short, column.field, "monthly")


def _count_column(caption: str, field: str, layout: LayoutCode) -> OrganisationColumn:
    return OrganisationColumn(f"{caption}, {_UNIT}", "count", layout, partial(_read_count, field=field))


def _read_count(people: PeopleCounts, *, field: str) -> int:
    return int(getattr(people, field))


def _read_share(people: PeopleCounts, *, indicator: Indicator) -> Decimal | None:
    return compute_value_pct(count_people(people, indicator), getattr(people, indicator.stated_whole))

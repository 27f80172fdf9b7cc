"""Which organisations and practices of the entering reports count: each organisation from one report alone."""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from cmn_core.analysis.parts import DistrictParts
from cmn_core.store.facts import OrganisationFacts, Practice


class RowOfOrganisation(Protocol):
    """A row of a report with its organisation."""

    @property
    def report_id(self) -> int: ...
    @property
    def organisation_id(self) -> int: ...
    @property
    def district(self) -> str: ...
    @property
    def subordination(self) -> str: ...


Row = TypeVar("Row", bound=RowOfOrganisation)


def keep_counted(
    parts: DistrictParts, organisations: Iterable[OrganisationFacts], subordination: str | None = None
) -> tuple[OrganisationFacts, ...]:
    """Keep an organisation's facts from the report that it counts from, and only what that report is taken for."""
    entering = {part.report.report_id: part for part in parts.parts}
    passed_over = list_passed_over(parts)
    return tuple(
        facts
        for facts in organisations
        if facts.report_id in entering
        and entering[facts.report_id].takes(facts.subordination)
        and (facts.organisation_id, facts.report_id) not in passed_over
        and subordination in (None, facts.subordination)
    )


def keep_practices_of(
    organisations: Iterable[OrganisationFacts], practices: Iterable[Practice]
) -> tuple[Practice, ...]:
    """Keep the practices that stand in the report from which their organisation counts."""
    counted = {(facts.organisation_id, facts.report_id) for facts in organisations}
    return tuple(practice for practice in practices if (practice.organisation_id, practice.report_id) in counted)


def keep_counted_rows(
    rows: Iterable[Row], parts: Mapping[str, DistrictParts], subordination: str | None = None
) -> tuple[Row, ...]:
    """Keep the rows of reports that enter, each organisation from the one report that it counts from."""
    entering = {(oktmo, part.report.report_id): part for oktmo, each in parts.items() for part in each.parts}
    passed_over = {pair for each in parts.values() for pair in list_passed_over(each)}
    return tuple(
        row
        for row in rows
        if (part := entering.get((row.district, row.report_id))) is not None
        and part.takes(row.subordination)
        and (row.organisation_id, row.report_id) not in passed_over
        and subordination in (None, row.subordination)
    )


def list_passed_over(parts: DistrictParts) -> frozenset[tuple[int, int]]:
    """List the organisations that several reports name, each with a report that it does not count from."""
    return frozenset(
        (double.organisation_id, left.report.report_id) for double in parts.double_named for left in double.left_out
    )

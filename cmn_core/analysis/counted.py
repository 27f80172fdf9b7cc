"""Which organisations and practices of the entering reports count: each organisation from one report alone."""

from collections.abc import Iterable

from cmn_core.analysis.parts import DistrictParts
from cmn_core.store.facts import OrganisationFacts, Practice


def keep_counted(
    parts: DistrictParts, organisations: Iterable[OrganisationFacts], subordination: str | None = None
) -> tuple[OrganisationFacts, ...]:
    """Keep an organisation's facts from the report that it counts from, and only what that report is taken for."""
    entering = {part.report.report_id: part for part in parts.parts}
    passed_over = {
        (double.organisation_id, left.report.report_id) for double in parts.double_named for left in double.left_out
    }
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

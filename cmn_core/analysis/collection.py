"""Who reported for a period and scope: fresh, carried forward from an earlier date, or not at all."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from cmn_core.analysis.parts import DistrictParts, select_parts
from cmn_core.intake.reading import ScopeCode
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.store.facts import YearFacts

CollectionState = Literal["fresh", "carried", "absent"]


@dataclass(frozen=True, slots=True)
class CollectionRow:
    """What a municipality has given for one scope."""

    district: str
    name: str
    scope: ScopeCode
    state: CollectionState
    as_of: date | None
    """The earliest date among the reports; None where there is none."""
    by_region: bool
    """The scope is told by the region's form alone."""


def compute_collection(
    facts: YearFacts, reference: Reference, period: Period, scope: ScopeCode = "all"
) -> tuple[CollectionRow, ...]:
    """Tell for every municipality how its reports of a scope stand; `all` looks at both scopes together."""
    parts = select_parts(facts, period, reference)
    return tuple(_row(parts[place.oktmo], place.short, scope) for place in reference.region.districts)


def _row(parts: DistrictParts, name: str, scope: ScopeCode) -> CollectionRow:
    reports = [part.report for part in parts.parts if scope == "all" or scope in part.scopes]
    carried = any(report.period != parts.period for report in reports)
    return CollectionRow(
        district=parts.district,
        name=name,
        scope=scope,
        state="absent" if not reports else "carried" if carried else "fresh",
        as_of=min((report.as_of for report in reports), default=None),
        by_region=bool(reports) and all(report.sender is None for report in reports),
    )

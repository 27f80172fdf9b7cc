"""A year's facts laid out for looking up by report and municipality."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cmn_core.analysis.same_facts import KeptBySource
from cmn_core.store.facts import PartnersRow, PopulationValue, ReportInForce, SharedOrganisation, SumsRow, YearFacts


@dataclass(frozen=True, slots=True)
class IndexedFacts:
    """The same facts; every look-up is one step."""

    reports: tuple[ReportInForce, ...]
    rows: Mapping[tuple[int, str], Sequence[SumsRow]]
    """(Report, ОКТМО) → its sums there."""
    districts_of: Mapping[int, frozenset[str]]
    """Report → municipalities that its rows stand in."""
    shared: Mapping[str, Sequence[SharedOrganisation]]
    """ОКТМО → organisations that several reports name."""
    population: Mapping[tuple[str, int, str], PopulationValue]
    """(ОКТМО, year, group) → denominator in force."""
    partners: Mapping[tuple[int, str], Sequence[PartnersRow]]
    """(Report, ОКТМО) → enterprises that it names there."""
    accepted_only: bool


_YEARS_KEPT = 4
_KEPT: KeptBySource[IndexedFacts] = KeptBySource(_YEARS_KEPT)


def index_facts(facts: YearFacts) -> IndexedFacts:
    """Lay out a year's facts once for all the figures that will be counted from them."""
    return _KEPT.get((facts,), lambda: _index(facts))


def _index(facts: YearFacts) -> IndexedFacts:
    rows: dict[tuple[int, str], list[SumsRow]] = defaultdict(list)
    for row in facts.sums:
        rows[row.report_id, row.district].append(row)
    partners: dict[tuple[int, str], list[PartnersRow]] = defaultdict(list)
    for named in facts.partners:
        partners[named.report_id, named.district].append(named)
    districts_of: dict[int, set[str]] = defaultdict(set)
    for report_id, district in rows:
        districts_of[report_id].add(district)
    shared: dict[str, list[SharedOrganisation]] = defaultdict(list)
    for organisation in facts.shared:
        shared[organisation.district].append(organisation)
    return IndexedFacts(
        reports=facts.reports,
        rows=dict(rows),
        districts_of={report_id: frozenset(districts) for report_id, districts in districts_of.items()},
        shared=dict(shared),
        population={(value.district, value.year, value.group): value for value in facts.population},
        partners=dict(partners),
        accepted_only=facts.accepted_only,
    )

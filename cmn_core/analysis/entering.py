"""Which reports in force enter each municipality's count at a period, and for which scope."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cmn_core.analysis.indexed_facts import IndexedFacts
from cmn_core.intake.reading import ScopeCode
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.store.facts import ReportInForce

SCOPES: tuple[ScopeCode, ...] = ("municipal", "state")


@dataclass(frozen=True, slots=True)
class EnteringReport:
    """A report that enters, and the scopes that it was chosen for."""

    report: ReportInForce
    scopes: tuple[ScopeCode, ...]

    @property
    def takes_all(self) -> bool:
        """Tell whether every row enters: a report of all organisations chosen for one scope gives only that."""
        speaks_of_one = self.report.scope in SCOPES and self.report.layout != "monthly"
        return speaks_of_one or len(self.scopes) == len(SCOPES)

    def takes(self, subordination: str) -> bool:
        """Tell whether organisations of a subordination enter."""
        return self.takes_all or subordination in self.scopes


@dataclass(frozen=True, slots=True)
class ChosenReports:
    """What enters a municipality's count, and the expansion forms that its monthly report put aside."""

    entering: tuple[EnteringReport, ...]
    put_aside: tuple[EnteringReport, ...]


def choose_reports(indexed: IndexedFacts, period: Period, reference: Reference) -> dict[str, ChosenReports]:
    """Choose for every municipality, each scope by itself, the latest reports within reach of the asked period."""
    touching = _touching(indexed, period, reference.limits.carried_periods)
    chosen = {
        district.oktmo: _choose(touching.get(district.oktmo, ())) for district in reference.region.districts
    }  # fmt: skip
    return _with_neighbours(chosen, indexed)


def _touching(indexed: IndexedFacts, period: Period, carried_periods: int) -> Mapping[str, list[ReportInForce]]:
    """Sort the reports within reach by the municipality they speak for: the sender's own, or the region's form."""
    earliest = period.shifted(-carried_periods)
    touching: dict[str, list[ReportInForce]] = defaultdict(list)
    for report in indexed.reports:
        if report.period.year != period.year or not earliest <= report.period <= period:
            continue
        senders = indexed.districts_of.get(report.report_id, ()) if report.sender is None else (report.sender,)
        for oktmo in senders:
            touching[oktmo].append(report)
    return touching


def _choose(reports: Iterable[ReportInForce]) -> ChosenReports:
    entering: dict[ReportInForce, list[ScopeCode]] = {}
    put_aside: dict[ReportInForce, list[ScopeCode]] = {}
    for scope in SCOPES:
        latest = _latest([report for report in reports if _stands_for(report, scope)])
        monthly = [report for report in latest if report.layout == "monthly"]
        for report in latest:
            kept = entering if report in monthly or not monthly else put_aside
            kept.setdefault(report, []).append(scope)
    return ChosenReports(_as_entering(entering), _as_entering(put_aside))


def _stands_for(report: ReportInForce, scope: ScopeCode) -> bool:
    return report.scope in (scope, "all") or report.layout == "monthly"


def _latest(reports: list[ReportInForce]) -> list[ReportInForce]:
    period = max((report.period for report in reports), default=None)
    return [report for report in reports if report.period == period]


def _as_entering(scopes_of: Mapping[ReportInForce, list[ScopeCode]]) -> tuple[EnteringReport, ...]:
    return tuple(EnteringReport(report, tuple(scopes)) for report, scopes in scopes_of.items())


def _with_neighbours(chosen: dict[str, ChosenReports], indexed: IndexedFacts) -> dict[str, ChosenReports]:
    """Add rows that a neighbour's report holds: an organisation was moved to another municipality after the report.

    They enter with the neighbour's report, and never keep the municipality's own older report out. Beside an own
    monthly report a neighbour's expansion form of that month is put aside, as an own one is.
    """
    guests: dict[str, list[EnteringReport]] = defaultdict(list)
    for oktmo, reports in chosen.items():
        for entering in reports.entering:
            if entering.report.sender == oktmo:
                for other in indexed.districts_of.get(entering.report.report_id, frozenset()) - {oktmo}:
                    guests[other].append(entering)
    for oktmo in guests.keys() & chosen.keys():
        own = chosen[oktmo]
        months = {entering.report.period for entering in own.entering if entering.report.layout == "monthly"}
        added = [
            guest for guest in guests[oktmo] if guest.report.layout == "monthly" or guest.report.period not in months
        ]
        chosen[oktmo] = ChosenReports((*own.entering, *added), own.put_aside)
    return chosen

"""What a municipality's figures at a period are made of: the reports that enter, with their rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from cmn_core.analysis.double_named import DoubleNamed, SettledReports, settle_double_named
from cmn_core.analysis.entering import SCOPES, EnteringReport, choose_reports
from cmn_core.analysis.indexed_facts import IndexedFacts, index_facts
from cmn_core.analysis.same_facts import KeptBySource
from cmn_core.intake.people_counts import PeopleCounts, sum_people
from cmn_core.intake.reading import ScopeCode
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.reference.indicators import LayoutCode
from cmn_core.store.facts import PartnersRow, SumsRow, YearFacts


@dataclass(frozen=True, slots=True)
class Part(EnteringReport):
    """An entering report with the rows that it gives to the municipality."""

    rows: tuple[SumsRow, ...]
    """Sums; rows below zero take out an organisation that counts from another report."""
    partner_rows: tuple[PartnersRow, ...] = ()
    """Enterprises by subordination, and of both where the whole report enters."""

    @property
    def people(self) -> PeopleCounts:
        """All that the report states of people."""
        return sum_people(row.people for row in self.rows if row.form is None)

    @property
    def drawn_in(self) -> int:
        """People drawn in, by this report."""
        return self.people.drawn_in

    @property
    def partners(self) -> int:
        """Enterprises that the organisations of this part name, each once.

        Of an organisation that counts from another report they are still in it, unless nothing else is left of the
        part: sums know enterprises by number, not by organisation.
        """
        if not self.organisations:
            return 0
        of_both = [row.partners for row in self.partner_rows if row.subordination is None]
        return sum(of_both or (row.partners for row in self.partner_rows))

    @property
    def organisations(self) -> int:
        """Organisations that count from this report."""
        return sum(row.organisations for row in self.rows if row.form is None)


@dataclass(frozen=True, slots=True)
class BesideMonthly:
    """Coverage by the expansion forms that a monthly report of the same month put aside, and by that report."""

    period: Period
    scopes: tuple[ScopeCode, ...]
    """The organisations that the expansion forms stand for: both counts speak of these alone."""
    monthly_people: int
    expansion_people: int

    @property
    def difference(self) -> int:
        """How many people more the monthly report counts."""
        return self.monthly_people - self.expansion_people


@dataclass(frozen=True, slots=True)
class DistrictParts:
    """All reports that enter a municipality's figures at the asked period."""

    district: str
    period: Period
    parts: tuple[Part, ...]
    double_named: tuple[DoubleNamed, ...] = ()
    beside_monthly: BesideMonthly | None = None
    accepted_only: bool = False
    """Chosen among the accepted reports alone."""

    @property
    def as_of(self) -> date | None:
        """The earliest date of the parts."""
        return min((part.report.as_of for part in self.parts), default=None)

    @property
    def fresh(self) -> bool | None:
        """Tell whether every part is of the asked period; None without a part."""
        return all(part.report.period == self.period for part in self.parts) if self.parts else None

    @property
    def scopes(self) -> tuple[str, ...]:
        """The scopes that the parts stand for."""
        return tuple(scope for scope in SCOPES if any(scope in part.scopes for part in self.parts))

    @property
    def layouts(self) -> dict[int, LayoutCode]:
        """The layout of each report that enters, by its number."""
        return {part.report.report_id: part.report.layout for part in self.parts}

    def narrowed(self, subordination: str | None) -> "DistrictParts":
        """Keep organisations of one subordination, and the parts that speak of them; None keeps all."""
        if subordination is None:
            return self
        kept = (_narrow(part, subordination) for part in self.parts)
        return replace(
            self,
            parts=tuple(part for part in kept if part.rows or subordination in part.scopes),
            double_named=tuple(each for each in self.double_named if each.subordination == subordination),
        )


_YEARS_KEPT = 4
_KEPT: KeptBySource[dict[Period, dict[str, DistrictParts]]] = KeptBySource(_YEARS_KEPT)
"""Every indicator, municipality and chart of a year begins with the same parts."""


def select_parts(facts: YearFacts, period: Period, reference: Reference) -> dict[str, DistrictParts]:
    """Select for every municipality, by ОКТМО, the reports that enter its figures at a period."""
    return select_indexed_parts(index_facts(facts), period, reference)


def select_indexed_parts(indexed: IndexedFacts, period: Period, reference: Reference) -> dict[str, DistrictParts]:
    """Do the same on facts already laid out, for callers that count several months."""
    by_period = _KEPT.get((indexed, reference), dict)
    if period not in by_period:
        by_period[period] = _select(indexed, period, reference)
    return by_period[period]


def _select(indexed: IndexedFacts, period: Period, reference: Reference) -> dict[str, DistrictParts]:
    selected = {}
    for oktmo, reports in choose_reports(indexed, period, reference).items():
        settled = settle_double_named(oktmo, reports.entering, indexed.shared.get(oktmo, ()))
        parts = _with_rows(oktmo, reports.entering, settled, indexed)
        beside = _compare_with_put_aside(oktmo, parts, reports.put_aside, indexed)
        selected[oktmo] = DistrictParts(oktmo, period, parts, settled.double_named, beside, indexed.accepted_only)
    return selected


def _with_rows(
    oktmo: str, entering: Sequence[EnteringReport], settled: SettledReports, indexed: IndexedFacts
) -> tuple[Part, ...]:
    parts = []
    for each in entering:
        report_id = each.report.report_id
        given = indexed.rows.get((report_id, oktmo), ())
        rows = [row for row in given if each.takes(row.subordination)]
        rows += [row for row in settled.corrections if row.report_id == report_id]
        named = indexed.partners.get((report_id, oktmo), ())
        partners = (row for row in named if each.takes_all or row.subordination in each.scopes)
        parts.append(Part(each.report, each.scopes, tuple(rows), tuple(partners)))
    return tuple(parts)


def _compare_with_put_aside(
    oktmo: str, parts: Sequence[Part], put_aside: Sequence[EnteringReport], indexed: IndexedFacts
) -> BesideMonthly | None:
    if not put_aside:
        return None
    period = put_aside[0].report.period
    settled = settle_double_named(oktmo, put_aside, indexed.shared.get(oktmo, ()))
    expansion = _with_rows(oktmo, put_aside, settled, indexed)
    scopes = tuple(scope for scope in SCOPES if any(scope in each.scopes for each in put_aside))
    monthly = (part for part in parts if part.report.layout == "monthly" and part.report.period == period)
    return BesideMonthly(
        period=period,
        scopes=scopes,
        monthly_people=sum(_narrow(part, scope).drawn_in for part in monthly for scope in scopes),
        expansion_people=sum(part.drawn_in for part in expansion),
    )


def _narrow(part: Part, subordination: str) -> Part:
    return replace(
        part,
        rows=tuple(row for row in part.rows if row.subordination == subordination),
        partner_rows=tuple(row for row in part.partner_rows if row.subordination == subordination),
    )

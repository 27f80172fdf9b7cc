"""An organisation that several entering reports name counts from one of them; the others' counts stay readable."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cmn_core.analysis.entering import EnteringReport
from cmn_core.intake.people_counts import PeopleCounts, sum_people
from cmn_core.period import Period
from cmn_core.store.facts import ReportInForce, SharedOrganisation, SumsRow


@dataclass(frozen=True, slots=True)
class NamedCount:
    """What one report says of the organisation."""

    report: ReportInForce
    people: PeopleCounts


@dataclass(frozen=True, slots=True)
class DoubleNamed:
    """An organisation, the report that it counts from, and the reports that it is left out of."""

    organisation_id: int
    name: str
    district: str
    subordination: str
    counted: NamedCount
    left_out: tuple[NamedCount, ...]


@dataclass(frozen=True, slots=True)
class SettledReports:
    """Organisations settled between reports, and the rows that take them out of the reports they do not count from."""

    double_named: tuple[DoubleNamed, ...] = ()
    corrections: tuple[SumsRow, ...] = ()


def settle_double_named(
    district: str, entering: Sequence[EnteringReport], shared: Sequence[SharedOrganisation]
) -> SettledReports:
    """Choose for each organisation named twice the report that it counts from."""
    double_named: list[DoubleNamed] = []
    corrections: list[SumsRow] = []
    for organisation in shared:
        naming = _naming(organisation, entering)
        if len(naming) < 2:
            continue
        winner = max(naming, key=lambda report: _precedence(report, district, organisation.subordination))
        losers = [report.report for report in naming if report is not winner]
        double_named.append(
            DoubleNamed(
                organisation_id=organisation.organisation_id,
                name=organisation.name,
                district=district,
                subordination=organisation.subordination,
                counted=_named_count(winner.report, organisation),
                left_out=tuple(_named_count(report, organisation) for report in losers),
            )
        )
        losing = {report.report_id for report in losers}
        corrections += [_negative(row) for row in organisation.sums if row.report_id in losing]
    return SettledReports(tuple(double_named), tuple(corrections))


def _naming(organisation: SharedOrganisation, entering: Sequence[EnteringReport]) -> list[EnteringReport]:
    named_by = {row.report_id for row in organisation.sums}
    return [
        report
        for report in entering
        if report.report.report_id in named_by and report.takes(organisation.subordination)
    ]


def _precedence(entering: EnteringReport, district: str, subordination: str) -> tuple[int, bool, Period, int]:
    """Own report before the region's, before a neighbour's; then the matching scope; then the later period."""
    sender = entering.report.sender
    closeness = 2 if sender == district else 1 if sender is None else 0
    return closeness, subordination in entering.scopes, entering.report.period, entering.report.report_id


def _named_count(report: ReportInForce, organisation: SharedOrganisation) -> NamedCount:
    rows = (row for row in organisation.sums if row.report_id == report.report_id and row.form is None)
    return NamedCount(report, sum_people(row.people for row in rows))


def _negative(row: SumsRow) -> SumsRow:
    return replace(
        row,
        organisations=-row.organisations,
        programmes=-row.programmes,
        people=row.people.negated(),
        form_mentees=-row.form_mentees,
        unassigned_mentees=-row.unassigned_mentees,
    )

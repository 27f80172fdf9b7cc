"""Read what counting needs: the sums of the reports that count, a calendar year at a time.

Counted are the reports in force, sent or accepted; or the accepted ones alone, where a later one that was sent does
not count yet. «Численность» counts either way.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from cmn_core.intake.people_counts import COUNT_NAMES, NO_PEOPLE, PeopleCounts
from cmn_core.period import Period
from cmn_core.store.districts import read_oktmo
from cmn_core.store.engine import Database
from cmn_core.store.facts import PartnersRow, PopulationValue, ReportInForce, SharedOrganisation, SumsRow, YearFacts
from cmn_core.store.population import read_population_in_force
from cmn_core.store.revision import data_revision, read_revision
from cmn_core.store.rows_reading import read_organisation_facts, read_practices
from cmn_core.store.sessions import actor_of
from cmn_core.store.summing import read_counted
from cmn_core.store.sums import compute_sums
from cmn_core.store.tables import (
    CurrentReport,
    Organisation,
    OrganisationFigures,
    Report,
    ReportPartners,
    ReportSums,
    SharedOrganisationMark,
)

__all__ = [
    "data_revision", "latest_period", "periods_with_reports", "read_organisation_facts", "read_practices",
    "read_year_facts",
]  # fmt: skip

_COUNTS = col(CurrentReport.layout) != "population"


def read_year_facts(database: Database, year: int, *, accepted_only: bool = False) -> YearFacts:
    """Return the reports that count in a year with their sums; the cost follows municipalities × months."""
    counting = col(CurrentReport.accepted_id if accepted_only else CurrentReport.report_id)
    with database.read() as session:
        actor_of(session).demand("see_figures")
        oktmo = read_oktmo(session)
        reports = _read_reports(session, year, oktmo, counting)
        return YearFacts(
            year=year,
            revision=read_revision(session),
            reports=reports,
            sums=_read_sums(session, year, oktmo, counting),
            shared=_read_shared(session, year, reports, oktmo),
            population=_read_population(session, year, oktmo),
            partners=_read_partners(session, year, oktmo, counting),
            accepted_only=accepted_only,
        )


def periods_with_reports(database: Database) -> tuple[Period, ...]:
    """Return the months that have a report in force, earliest first."""
    with database.read() as session:
        actor_of(session).demand("see_figures")
        found = session.execute(
            select(col(CurrentReport.year), col(CurrentReport.month))
            .where(_COUNTS, col(CurrentReport.report_id).is_not(None))
            .distinct()
        )
        return tuple(sorted(Period(year, month) for year, month in found))


def latest_period(database: Database) -> Period | None:
    """Return the latest month that has a report in force."""
    periods = periods_with_reports(database)
    return periods[-1] if periods else None


def _read_reports(
    session: Session, year: int, oktmo: Mapping[int, str], counting: Mapped[int | None]
) -> tuple[ReportInForce, ...]:
    found = session.execute(
        select(
            col(Report.id),
            col(Report.sender_id),
            col(Report.scope),
            col(Report.layout),
            col(Report.month),
            col(Report.as_of),
            col(Report.version),
            col(Report.first_date),
            col(Report.satisfaction_threshold),
        )
        .join(CurrentReport, counting == col(Report.id))
        .where(col(CurrentReport.year) == year, _COUNTS)
        .order_by(col(Report.month), col(Report.id))
    )
    return tuple(
        ReportInForce(report_id, None if sender is None else oktmo[sender], scope, layout, Period(year, month), *dates)
        for report_id, sender, scope, layout, month, *dates in found
    )


def _read_sums(
    session: Session, year: int, oktmo: Mapping[int, str], counting: Mapped[int | None]
) -> tuple[SumsRow, ...]:
    found = session.execute(
        select(
            col(ReportSums.report_id),
            col(ReportSums.district_id),
            col(ReportSums.kind),
            col(ReportSums.subordination),
            col(ReportSums.form),
            col(ReportSums.organisations),
            col(ReportSums.programmes),
            col(ReportSums.form_mentees),
            col(ReportSums.unassigned_mentees),
            *(col(getattr(ReportSums, name)) for name in COUNT_NAMES),
        )
        .join(CurrentReport, counting == col(ReportSums.report_id))
        .where(col(CurrentReport.year) == year, _COUNTS)
        .order_by(col(ReportSums.id))
    )
    return tuple(
        SumsRow(
            report_id, oktmo[district], kind, subordination, form, organisations, programmes,
            PeopleCounts(*counts) if form is None else NO_PEOPLE, form_mentees, unassigned,
        )
        for report_id, district, kind, subordination, form, organisations, programmes, form_mentees, unassigned, *counts
        in found
    )  # fmt: skip


def _read_partners(
    session: Session, year: int, oktmo: Mapping[int, str], counting: Mapped[int | None]
) -> tuple[PartnersRow, ...]:
    found = session.execute(
        select(
            col(ReportPartners.report_id),
            col(ReportPartners.district_id),
            col(ReportPartners.subordination),
            col(ReportPartners.partners),
        )
        .join(CurrentReport, counting == col(ReportPartners.report_id))
        .where(col(CurrentReport.year) == year, _COUNTS)
        .order_by(col(ReportPartners.id))
    )
    return tuple(PartnersRow(report_id, oktmo[district], *rest) for report_id, district, *rest in found)


def _read_shared(
    session: Session, year: int, reports: Sequence[ReportInForce], oktmo: Mapping[int, str]
) -> tuple[SharedOrganisation, ...]:
    """Return the marked organisations that reports of different senders or scopes name right now."""
    marked = session.execute(
        select(
            col(Organisation.id), col(Organisation.name), col(Organisation.district_id), col(Organisation.subordination)
        )
        .join(SharedOrganisationMark, col(SharedOrganisationMark.organisation_id) == col(Organisation.id))
        .where(col(SharedOrganisationMark.year) == year)
        .order_by(col(Organisation.id))
    ).all()
    if not marked:
        return ()
    counted = read_counted(
        session,
        col(OrganisationFigures.organisation_id).in_([row[0] for row in marked]),
        col(OrganisationFigures.report_id).in_([report.report_id for report in reports]),
    )
    sources = {report.report_id: (report.sender, report.scope) for report in reports}
    sums: defaultdict[int, list[SumsRow]] = defaultdict(list)
    named_by: defaultdict[int, set[tuple[str | None, str]]] = defaultdict(set)
    for report_id, organisations in counted.items():
        for number in {organisation.organisation_id for organisation in organisations}:
            own = [organisation for organisation in organisations if organisation.organisation_id == number]
            sums[number].extend(compute_sums(report_id, own))
            named_by[number].add(sources[report_id])
    return tuple(
        SharedOrganisation(number, name, oktmo[district], subordination, tuple(sums[number]))
        for number, name, district, subordination in marked
        if len(named_by[number]) > 1
    )


def _read_population(session: Session, year: int, oktmo: Mapping[int, str]) -> tuple[PopulationValue, ...]:
    return tuple(
        PopulationValue(oktmo[cell.district_id], year, cell.group, cell.value, cell.source, cell.version)
        for cell in read_population_in_force(session, year)
    )

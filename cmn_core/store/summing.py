"""Write a report's sums from its stored rows, again whenever an organisation was corrected."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import asdict

from sqlalchemy import ColumnElement, delete, insert, select
from sqlmodel import Session, col

from cmn_core.intake.people_counts import COUNT_NAMES, PeopleCounts
from cmn_core.store.districts import read_district_ids
from cmn_core.store.sums import CountedOrganisation, CountedRow, compute_partners, compute_sums
from cmn_core.store.tables import District, Organisation, OrganisationFigures, ProgrammeRow, ReportPartners, ReportSums

_OWN_COLUMNS = ("kind", "subordination", "form", "organisations", "programmes", "form_mentees", "unassigned_mentees")


def write_sums(session: Session, report_ids: Collection[int]) -> None:
    """Make the sums of reports anew."""
    districts = read_district_ids(session)
    for table in (ReportSums, ReportPartners):
        session.execute(delete(table).where(col(table.report_id).in_(report_ids)))
    counted = read_counted(session, col(OrganisationFigures.report_id).in_(report_ids))
    sums = [
        {
            "report_id": report_id,
            "district_id": districts[row.district],
            **{name: getattr(row, name) for name in _OWN_COLUMNS},
            **asdict(row.people),
        }
        for report_id, organisations in counted.items()
        for row in compute_sums(report_id, organisations)
    ]
    partners = [
        {
            "report_id": report_id,
            "district_id": districts[row.district],
            "subordination": row.subordination,
            "partners": row.partners,
        }
        for report_id, organisations in counted.items()
        for row in compute_partners(report_id, organisations)
    ]
    if sums:
        session.execute(insert(ReportSums), sums)
    if partners:
        session.execute(insert(ReportPartners), partners)


def read_counted(session: Session, *conditions: ColumnElement[bool]) -> dict[int, list[CountedOrganisation]]:
    """Read organisations with their rows, by report, as `compute_sums` takes them."""
    rows = _read_rows(session, conditions)
    found = session.execute(
        select(
            col(OrganisationFigures.id),
            col(OrganisationFigures.report_id),
            col(OrganisationFigures.organisation_id),
            col(District.oktmo),
            col(Organisation.kind),
            col(Organisation.subordination),
            *(col(getattr(OrganisationFigures, name)) for name in COUNT_NAMES),
        )
        .join(Organisation, col(Organisation.id) == col(OrganisationFigures.organisation_id))
        .join(District, col(District.id) == col(Organisation.district_id))
        .where(*conditions)
        .order_by(col(OrganisationFigures.id))
    )
    counted: defaultdict[int, list[CountedOrganisation]] = defaultdict(list)
    for figures_id, report_id, organisation_id, oktmo, kind, subordination, *counts in found:
        organisation = CountedOrganisation(
            organisation_id, oktmo, kind, subordination, PeopleCounts(*counts), tuple(rows.get(figures_id, ()))
        )
        counted[report_id].append(organisation)
    return dict(counted)


def _read_rows(session: Session, conditions: tuple[ColumnElement[bool], ...]) -> dict[int, list[CountedRow]]:
    stated = ("involved_before", "added_mentors", "added_mentees", "mentors", "mentees", "mentees_10_19")
    found = session.execute(
        select(
            col(ProgrammeRow.figures_id),
            col(ProgrammeRow.programme),
            col(ProgrammeRow.form_code),
            col(ProgrammeRow.counted_elsewhere),
            col(ProgrammeRow.partner_key),
            *(col(getattr(ProgrammeRow, name)) for name in stated),
        )
        .join(OrganisationFigures, col(OrganisationFigures.id) == col(ProgrammeRow.figures_id))
        .where(*conditions)
        .order_by(col(ProgrammeRow.id))
    )
    rows: defaultdict[int, list[CountedRow]] = defaultdict(list)
    for figures_id, programme, form_code, counted_elsewhere, partner, *counts in found:
        added, monthly = counts[2], counts[4]
        mentees = added if monthly is None else monthly
        rows[figures_id].append(CountedRow(programme, form_code, tuple(counts), mentees, counted_elsewhere, partner))
    return dict(rows)

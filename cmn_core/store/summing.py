"""Write a report's sums from its stored rows, again whenever an organisation was corrected."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import ColumnElement, delete, insert, select
from sqlmodel import Session, col

from cmn_core.store.districts import read_district_ids
from cmn_core.store.sums import CountedOrganisation, CountedRow, compute_sums
from cmn_core.store.tables import District, Organisation, OrganisationFigures, ProgrammeRow, ReportSums


def write_sums(session: Session, report_ids: Collection[int]) -> None:
    """Make the sums of reports anew."""
    districts = read_district_ids(session)
    session.execute(delete(ReportSums).where(col(ReportSums.report_id).in_(report_ids)))
    counted = read_counted(session, col(OrganisationFigures.report_id).in_(report_ids))
    rows = [
        {
            "report_id": sums.report_id,
            "district_id": districts[sums.district],
            "kind": sums.kind,
            "subordination": sums.subordination,
            "form": sums.form,
            "organisations": sums.organisations,
            "programmes": sums.programmes,
            "involved_before": sums.involved_before,
            "added_mentors": sums.added_mentors,
            "added_mentees": sums.added_mentees,
            "unassigned_mentees": sums.unassigned_mentees,
        }
        for report_id, organisations in counted.items()
        for sums in compute_sums(report_id, organisations)
    ]
    if rows:
        session.execute(insert(ReportSums), rows)


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
            col(OrganisationFigures.involved_before),
            col(OrganisationFigures.added_mentors),
            col(OrganisationFigures.added_mentees),
        )
        .join(Organisation, col(Organisation.id) == col(OrganisationFigures.organisation_id))
        .join(District, col(District.id) == col(Organisation.district_id))
        .where(*conditions)
        .order_by(col(OrganisationFigures.id))
    )
    counted: defaultdict[int, list[CountedOrganisation]] = defaultdict(list)
    for figures_id, report_id, *facts in found:
        counted[report_id].append(CountedOrganisation(*(*facts, tuple(rows.get(figures_id, ())))))
    return dict(counted)


def _read_rows(session: Session, conditions: tuple[ColumnElement[bool], ...]) -> dict[int, list[CountedRow]]:
    found = session.execute(
        select(
            col(ProgrammeRow.figures_id),
            col(ProgrammeRow.programme),
            col(ProgrammeRow.form_code),
            col(ProgrammeRow.involved_before),
            col(ProgrammeRow.added_mentors),
            col(ProgrammeRow.added_mentees),
            col(ProgrammeRow.counted_elsewhere),
        )
        .join(OrganisationFigures, col(OrganisationFigures.id) == col(ProgrammeRow.figures_id))
        .where(*conditions)
        .order_by(col(ProgrammeRow.id))
    )
    rows: defaultdict[int, list[CountedRow]] = defaultdict(list)
    for figures_id, *values in found:
        rows[figures_id].append(CountedRow(*values))
    return dict(rows)

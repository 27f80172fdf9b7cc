"""Organisations and programmes of reports, read for one municipality or one report at a time."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, func, select
from sqlmodel import Session, col

from cmn_core.intake.people_counts import COUNT_NAMES, PeopleCounts
from cmn_core.store.engine import Database
from cmn_core.store.facts import OrganisationFacts, Practice
from cmn_core.store.report_access import demand_of_report
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import District, Organisation, OrganisationFigures, ProgrammeRow


def read_organisation_facts(
    database: Database, district: str, report_ids: Collection[int]
) -> tuple[OrganisationFacts, ...]:
    """Return what each organisation of a municipality comes to in each of the reports."""
    with database.read() as session:
        actor_of(session).demand("see_organisations", district)
        return _read_facts(session, _is_in(district), col(OrganisationFigures.report_id).in_(report_ids))


def read_report_organisations(database: Database, report_id: int) -> tuple[OrganisationFacts, ...]:
    """Return what each organisation of one report comes to, in force or not."""
    with database.read() as session:
        demand_of_report(session, "see_reports", report_id)
        return _read_facts(session, col(OrganisationFigures.report_id) == report_id)


def read_practices(database: Database, district: str, report_ids: Collection[int]) -> tuple[Practice, ...]:
    """Return the rows of a municipality that name a programme or a form in the reports, in the order of the sheets."""
    with database.read() as session:
        actor_of(session).demand("see_organisations", district)
        return _read_practices(session, _is_in(district), col(OrganisationFigures.report_id).in_(report_ids))


def read_report_practices(database: Database, report_id: int) -> tuple[Practice, ...]:
    """Return such rows of one report, in force or not."""
    with database.read() as session:
        demand_of_report(session, "see_reports", report_id)
        return _read_practices(session, col(OrganisationFigures.report_id) == report_id)


def _read_practices(session: Session, *conditions: ColumnElement[bool]) -> tuple[Practice, ...]:
    names_something = col(ProgrammeRow.programme).is_not(None) | col(ProgrammeRow.mentoring_form).is_not(None)
    found = session.execute(
        select(
            col(Organisation.id),
            col(Organisation.name),
            col(OrganisationFigures.report_id),
            *(
                col(getattr(ProgrammeRow, name))
                for name in (
                    "sheet", "row", "programme", "mentoring_form", "form_code", "involved_before",
                    "added_mentors", "added_mentees", "role_model", "mentors", "mentees", "mentees_10_19",
                    "partner", "start_date",
                )
            ),
        )
        .select_from(ProgrammeRow)
        .join(OrganisationFigures, col(OrganisationFigures.id) == col(ProgrammeRow.figures_id))
        .join(Organisation, col(Organisation.id) == col(OrganisationFigures.organisation_id))
        .where(names_something, *conditions)
        .order_by(col(OrganisationFigures.report_id), col(ProgrammeRow.id))
    )  # fmt: skip
    return tuple(Practice(*row) for row in found)


def _read_facts(session: Session, *conditions: ColumnElement[bool]) -> tuple[OrganisationFacts, ...]:
    programmes = (
        select(func.count())
        .where(
            col(ProgrammeRow.figures_id) == col(OrganisationFigures.id),
            col(ProgrammeRow.programme).is_not(None),
        )
        .scalar_subquery()
    )
    found = session.execute(
        select(
            col(Organisation.id),
            col(Organisation.name),
            col(Organisation.kind),
            col(Organisation.subordination),
            col(OrganisationFigures.report_id),
            func.sum(programmes),
            *(func.sum(col(getattr(OrganisationFigures, name))) for name in COUNT_NAMES),
        )
        .join(Organisation, col(Organisation.id) == col(OrganisationFigures.organisation_id))
        .where(*conditions)
        .group_by(col(OrganisationFigures.report_id), col(Organisation.id))
        .order_by(col(OrganisationFigures.report_id), func.min(col(OrganisationFigures.id)))
    )
    # One organisation may stand in a report under two spellings; PostgreSQL sums integers into Decimal.
    return tuple(
        OrganisationFacts(
            organisation_id, name, kind, subordination, report_id,
            PeopleCounts(*(int(count) for count in counts)), int(programme_count),
        )
        for organisation_id, name, kind, subordination, report_id, programme_count, *counts in found
    )  # fmt: skip


def _is_in(district: str) -> ColumnElement[bool]:
    home = select(col(District.id)).where(col(District.oktmo) == district).scalar_subquery()
    return col(Organisation.district_id) == home

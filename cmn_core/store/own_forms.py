"""The rows of reports that name a form of their own, in their own words."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import col

from cmn_core.store.engine import Database
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import District, Organisation, OrganisationFigures, ProgrammeRow


@dataclass(frozen=True, slots=True)
class OwnFormRow:
    """A programme row with a form outside the reference."""

    report_id: int
    organisation_id: int
    district: str
    subordination: str
    words: str
    programme: str | None


def read_own_form_rows(
    database: Database, code: str, report_ids: Collection[int], districts: Collection[str] | None = None
) -> tuple[OwnFormRow, ...]:
    """Return the rows of reports whose form was read as `code`, in the order of the sheets.

    `districts`: only those of these municipalities; without them, of all.
    """
    here = [] if districts is None else [col(District.oktmo).in_(districts)]
    with database.read() as session:
        for district in [None] if districts is None else districts:
            actor_of(session).demand("see_organisations", district)
        found = session.execute(
            select(
                col(OrganisationFigures.report_id),
                col(Organisation.id),
                col(District.oktmo),
                col(Organisation.subordination),
                col(ProgrammeRow.mentoring_form),
                col(ProgrammeRow.programme),
            )
            .select_from(ProgrammeRow)
            .join(OrganisationFigures, col(OrganisationFigures.id) == col(ProgrammeRow.figures_id))
            .join(Organisation, col(Organisation.id) == col(OrganisationFigures.organisation_id))
            .join(District, col(District.id) == col(Organisation.district_id))
            .where(col(OrganisationFigures.report_id).in_(report_ids), col(ProgrammeRow.form_code) == code, *here)
            .order_by(col(ProgrammeRow.id))
        )
        return tuple(
            OwnFormRow(report_id, organisation_id, oktmo, subordination, words or "", programme)
            for report_id, organisation_id, oktmo, subordination, words, programme in found
        )

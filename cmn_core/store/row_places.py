"""Where an organisation stands in a report: the last step from a figure to its cell."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import col

from cmn_core.store.engine import Database
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import District, Organisation, OrganisationFigures


@dataclass(frozen=True, slots=True)
class RowPlace:
    """The sheet and row on which an organisation first stands in a report."""

    organisation_id: int
    report_id: int
    sheet: str | None
    row: int


def read_row_places(database: Database, district: str, report_ids: Collection[int]) -> tuple[RowPlace, ...]:
    """Return the places of a municipality's organisations in reports, in the order of the sheets."""
    with database.read() as session:
        actor_of(session).demand("see_organisations", district)
        found = session.execute(
            select(
                col(OrganisationFigures.organisation_id),
                col(OrganisationFigures.report_id),
                col(OrganisationFigures.sheet),
                col(OrganisationFigures.row),
            )
            .join(Organisation, col(Organisation.id) == col(OrganisationFigures.organisation_id))
            .join(District, col(District.id) == col(Organisation.district_id))
            .where(col(District.oktmo) == district, col(OrganisationFigures.report_id).in_(report_ids))
            .order_by(col(OrganisationFigures.report_id), col(OrganisationFigures.id))
        )
        return tuple(RowPlace(*row) for row in found)

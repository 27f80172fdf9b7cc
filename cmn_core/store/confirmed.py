"""What the senders of reports confirmed: warnings by code, without the words that stand in them."""

from collections import Counter
from collections.abc import Collection

from sqlalchemy import select
from sqlmodel import col

from cmn_core.store.engine import Database
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import District, Organisation, OrganisationFigures, Report


def count_warnings(database: Database, district: str, report_ids: Collection[int]) -> Counter[str]:
    """Count the warnings of those of the reports that name a municipality's organisations."""
    named = (
        select(col(OrganisationFigures.report_id))
        .join(Organisation, col(Organisation.id) == col(OrganisationFigures.organisation_id))
        .join(District, col(District.id) == col(Organisation.district_id))
        .where(col(District.oktmo) == district, col(OrganisationFigures.report_id).in_(report_ids))
    )
    with database.read() as session:
        actor_of(session).demand("see_organisations", district)
        found = session.scalars(select(col(Report.problems)).where(col(Report.id).in_(named)).order_by(col(Report.id)))
        return Counter(
            problem["code"] for problems in found for problem in problems if problem["severity"] == "warning"
        )

"""What a person may do with one report: it belongs to the municipality that sent it."""

from sqlalchemy import select
from sqlmodel import Session, col

from cmn_core.access import Deed
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import District, Report


def demand_of_report(session: Session, deed: Deed, report_id: int) -> None:
    """Raise AccessDenied unless the person may do a deed with a report.

    The region's own forms, and reports that do not exist, are the region's: nobody learns which numbers there are.
    """
    sender = session.scalar(
        select(col(District.oktmo))
        .join(Report, col(Report.sender_id) == col(District.id))
        .where(col(Report.id) == report_id)
    )
    actor_of(session).demand(deed, sender)

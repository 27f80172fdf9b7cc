"""The sender's file as it came, kept for its term; its hash and rows stay for good."""

from datetime import datetime

from sqlalchemy import select, update
from sqlmodel import col

from cmn_core.period import Period
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.engine import Database
from cmn_core.store.moments import region_moment
from cmn_core.store.report_access import demand_of_report
from cmn_core.store.sessions import actor_of
from cmn_core.store.settings import read_reference
from cmn_core.store.tables import Report


def read_original(database: Database, report_id: int) -> tuple[str, bytes] | None:
    """Return the file's name and bytes, None once its term has ended."""
    with database.read() as session:
        demand_of_report(session, "take_original", report_id)
        found = session.execute(
            select(col(Report.file_name), col(Report.original)).where(col(Report.id) == report_id)
        ).one_or_none()
    return None if found is None or found[1] is None else (found[0], found[1])


def erase_old_originals(database: Database, *, author: str, now: datetime) -> int:
    """Erase the files whose term has ended; return how many."""
    with database.write() as session:
        actor_of(session).demand("keep_settings")
        kept_months = read_reference(session).limits.original_kept_months
        today = region_moment(now)
        first_kept = Period(today.year, today.month).shifted(-kept_months)
        limit = today.replace(year=first_kept.year, month=first_kept.month, day=1, hour=0, minute=0, second=0)
        ended = (col(Report.saved_at) < limit, col(Report.original).is_not(None))
        old = session.scalars(select(col(Report.id)).where(*ended)).all()
        if not old:
            session.rollback()
            return 0
        session.execute(update(Report).where(col(Report.id).in_(old)).values(original=None))
        write_audit(session, "originals_erased", Author(author, now), reports=list(old))
    return len(old)

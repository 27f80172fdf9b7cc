"""The sender's file as it came, kept for its term; its hash and rows stay for good."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlmodel import col

from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.period import Period
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.districts import read_oktmo
from cmn_core.store.engine import Database
from cmn_core.store.moments import region_moment
from cmn_core.store.report_access import demand_of_report
from cmn_core.store.sessions import actor_of
from cmn_core.store.settings import read_reference
from cmn_core.store.tables import Report


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A report's file as it came, with what reading it again needs."""

    file_name: str
    content: bytes
    sender: str | None
    """ОКТМО; None: the region's own."""
    period: Period | None
    """None for «Численность», which states its years itself."""
    left_out_sheets: frozenset[str]
    corrections: tuple[CellCorrection, ...]


def read_original(database: Database, report_id: int) -> tuple[str, bytes] | None:
    """Return the file's name and bytes, None once its term has ended."""
    with database.read() as session:
        demand_of_report(session, "take_original", report_id)
        found = session.execute(
            select(col(Report.file_name), col(Report.original)).where(col(Report.id) == report_id)
        ).one_or_none()
    return None if found is None or found[1] is None else (found[0], found[1])


def take_original(database: Database, report_id: int, *, by: Author, marked: bool = False) -> KeptFile | None:
    """Give the file away, which is recorded; None once its term has ended. `marked`: to be given with marks in it."""
    with database.write(changes_figures=False) as session:
        demand_of_report(session, "take_original", report_id)
        report = session.get(Report, report_id)
        if report is None or report.original is None:
            session.rollback()
            return None
        write_audit(session, "original_taken", by, report_id=report_id, district_id=report.sender_id, marked=marked)
        is_of_year = report.layout == "population"
        return KeptFile(
            report.file_name,
            report.original,
            None if report.sender_id is None else read_oktmo(session)[report.sender_id],
            None if is_of_year else Period(report.year, report.month),
            frozenset(report.decisions.get("left_out_sheets", ())),
            tuple(CellCorrection(**correction) for correction in report.corrections),
        )


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

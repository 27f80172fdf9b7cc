"""Which version of a report counts: putting one in force, undoing it, bringing an older one back."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session

from cmn_core.period import Period
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.districts import read_district_ids, read_oktmo, sender_id
from cmn_core.store.engine import Database
from cmn_core.store.failures import StaleComparison, StoreError
from cmn_core.store.moments import region_moment
from cmn_core.store.refusals import check_scope_alone
from cmn_core.store.report_keys import ReportKey, is_of_key
from cmn_core.store.settings import read_reference
from cmn_core.store.tables import CurrentReport, Report


def undo_report(database: Database, key: ReportKey, *, expected: int, author: str, now: datetime) -> int | None:
    """Put the report that was in force before back in force, or none; return its number.

    `expected`: the report in force that the person saw; raises StaleComparison if it is another by now.
    """
    with database.write() as session:
        districts = read_district_ids(session)
        pointer = read_pointer(session, key, districts)
        check_comparison(session, pointer, expected)
        if pointer is None:
            raise StoreError("За этот месяц нет действующего отчёта: отменять нечего.")
        earlier = pointer.earlier
        pointer.report_id = earlier[-1] if earlier else None
        pointer.earlier = earlier[:-1]
        write_audit(session, "report_undone", Author(author, now), report_id=expected, now_in_force=pointer.report_id)
        return pointer.report_id


def bring_back(database: Database, report_id: int, *, expected: int | None, author: str, now: datetime) -> int:
    """Put any saved version in force; return its number."""
    with database.write() as session:
        districts = read_district_ids(session)
        report = session.get(Report, report_id)
        if report is None:
            raise StoreError("Такого отчёта нет в базе. Обновите страницу и выберите версию снова.")
        key = key_of(report, read_oktmo(session))
        pointer = read_pointer(session, key, districts)
        check_comparison(session, pointer, expected)
        if expected == report_id:
            session.rollback()
            return report_id
        check_scope_alone(session, key, districts, read_reference(session))
        put_in_force(session, key, report_id, districts)
        write_audit(session, "report_brought_back", Author(author, now), report_id=report_id, instead_of=expected)
        return report_id


def read_pointer(session: Session, key: ReportKey, districts: Mapping[str, int]) -> CurrentReport | None:
    """Return the pointer of a key, None if nothing was ever saved under it."""
    return session.scalars(select(CurrentReport).where(is_of_key(CurrentReport, key, districts))).one_or_none()


def put_in_force(session: Session, key: ReportKey, report_id: int, districts: Mapping[str, int]) -> None:
    """Point a key at a report and remember the one before."""
    pointer = read_pointer(session, key, districts)
    if pointer is None:
        pointer = CurrentReport(
            sender_id=sender_id(districts, key.sender),
            scope=key.scope,
            layout=key.layout,
            year=key.period.year,
            month=key.period.month,
        )
        session.add(pointer)
    elif pointer.report_id is not None:
        pointer.earlier = [*pointer.earlier, pointer.report_id]
    pointer.report_id = report_id


def check_comparison(session: Session, pointer: CurrentReport | None, compared_with: int | None) -> None:
    """Refuse a change made against a report that is no longer the one in force."""
    in_force = pointer.report_id if pointer else None
    if in_force == compared_with:
        return
    report = session.get(Report, in_force) if in_force else None
    if report is None:
        raise StaleComparison(None, None, None, None)
    raise StaleComparison(report.id, report.version, report.author, region_moment(report.saved_at))


def key_of(report: Report, oktmo: Mapping[int, str]) -> ReportKey:
    """Return the key that a stored report has."""
    return ReportKey(
        None if report.sender_id is None else oktmo[report.sender_id],
        report.scope,  # type: ignore[arg-type]  # stored from a ScopeCode
        report.layout,  # type: ignore[arg-type]  # stored from a LayoutCode
        Period(report.year, report.month),
    )

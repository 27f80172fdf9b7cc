"""Which version of a report counts: putting one in force, undoing it, bringing an older one back.

An accepted report is undone by nobody, and while it is locked no other version takes its place.
"""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session

from cmn_core.period import Period
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.districts import read_district_ids, read_oktmo, sender_id
from cmn_core.store.engine import Database
from cmn_core.store.failures import ReportLocked, StaleComparison, StoreError, WayRefused
from cmn_core.store.moments import region_moment
from cmn_core.store.refusals import check_scope_alone
from cmn_core.store.report_keys import ReportKey, is_of_key
from cmn_core.store.report_steps import WayStep, read_judgements, state_judged, write_step
from cmn_core.store.sessions import actor_of
from cmn_core.store.settings import read_reference
from cmn_core.store.tables import CurrentReport, Report
from cmn_core.wording import format_moment


def undo_report(database: Database, key: ReportKey, *, expected: int, author: str, now: datetime) -> int | None:
    """Put the report that was in force before back in force, or none; return its number.

    `expected`: the report in force that the person saw; raises StaleComparison if it is another by now, and
    WayRefused or ReportLocked once it is accepted.
    """
    with database.write() as session:
        actor_of(session).demand(key.sending, key.sender)
        pointer = read_pointer(session, key, read_district_ids(session))
        check_comparison(session, pointer, expected)
        report = session.get(Report, expected)
        if pointer is None or report is None:
            raise StoreError("За этот месяц нет действующего отчёта: отменять нечего.")
        check_not_accepted(session, pointer)
        earlier = pointer.earlier
        pointer.report_id = earlier[-1] if earlier else None
        pointer.earlier = earlier[:-1]
        _write_undone(session, key, report, Author(author, now), pointer.report_id)
        return pointer.report_id


def _write_undone(session: Session, key: ReportKey, report: Report, by: Author, now_in_force: int | None) -> None:
    assert report.id is not None
    if key.goes_the_way:
        # One that was brought back is again what the centre had made of it.
        report.state = state_judged(read_judgements(session, [report.id]).get(report.id))
        write_step(session, report.id, "undone", by)
    write_audit(
        session, "report_undone", by, district_id=report.sender_id, report_id=report.id, now_in_force=now_in_force
    )


def bring_back(database: Database, report_id: int, *, expected: int | None, author: str, now: datetime) -> int:
    """Put any saved version in force; return its number.

    It is sent anew and waits to be judged, one that was returned too: a return may have been a mistake, and the same
    file is not saved twice. The version accepted last alone comes back accepted.
    """
    with database.write() as session:
        districts = read_district_ids(session)
        report = find_report(session, report_id)
        key = key_of(report, read_oktmo(session))
        actor_of(session).demand(key.sending, key.sender)
        pointer = read_pointer(session, key, districts)
        check_comparison(session, pointer, expected)
        if expected == report_id:
            session.rollback()
            return report_id
        check_open(session, pointer)
        check_scope_alone(session, key, districts, read_reference(session))
        pointer = put_in_force(session, key, report_id, districts)
        by = Author(author, now)
        if key.goes_the_way:
            report.state = "accepted" if pointer.accepted_id == report_id else "sent"
            write_step(session, report_id, "brought_back", by)
        write_audit(
            session, "report_brought_back", by, district_id=report.sender_id, report_id=report_id, instead_of=expected
        )
        return report_id


def find_report(session: Session, report_id: int) -> Report:
    """Return a version; raise StoreError where there is none of this number."""
    report = session.get(Report, report_id)
    if report is None:
        raise StoreError("Такого отчёта нет в базе. Обновите страницу и выберите версию снова.")
    return report


def read_pointer(session: Session, key: ReportKey, districts: Mapping[str, int]) -> CurrentReport | None:
    """Return the pointer of a key, None if nothing was ever saved under it."""
    return session.scalars(select(CurrentReport).where(is_of_key(CurrentReport, key, districts))).one_or_none()


def put_in_force(session: Session, key: ReportKey, report_id: int, districts: Mapping[str, int]) -> CurrentReport:
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
    return pointer


def check_open(session: Session, pointer: CurrentReport | None) -> None:
    """Refuse another version of a report that is accepted and was not unlocked."""
    if pointer is not None and pointer.locked:
        accepted = read_acceptance(session, pointer)
        raise ReportLocked(accepted.author, accepted.at)


def check_not_accepted(session: Session, pointer: CurrentReport) -> None:
    """Refuse to undo what was accepted, unlocked or not: the centre answers for it."""
    check_open(session, pointer)
    if pointer.report_id is not None and pointer.report_id == pointer.accepted_id:
        accepted = read_acceptance(session, pointer)
        raise WayRefused(
            f"Отчёт принят: {accepted.author}, {format_moment(accepted.at)}. Отменить его нельзя, ничего не изменено. "
            "Отправьте исправленный отчёт, или пусть региональный центр вернёт этот."
        )


def read_acceptance(session: Session, pointer: CurrentReport) -> WayStep:
    """Return who accepted the accepted version of a key, and when."""
    assert pointer.accepted_id is not None
    return read_judgements(session, [pointer.accepted_id])[pointer.accepted_id]


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

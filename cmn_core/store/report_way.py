"""A report's way: sent, then accepted or returned with a reason, unlocked by the centre where it has to be mended.

Versions of «Численность» are not on it: see `ReportKey.goes_the_way`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from cmn_core.errors import CmnError
from cmn_core.intake.corrected_grid import parse_address
from cmn_core.reference.spelling import collapse_spaces, drop_unseen
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.districts import read_district_ids, read_oktmo
from cmn_core.store.engine import Database
from cmn_core.store.failures import DatabaseUnavailable, WayRefused
from cmn_core.store.in_force import check_comparison, find_report, key_of, read_acceptance, read_pointer
from cmn_core.store.report_keys import ReportKey, is_of_key
from cmn_core.store.report_steps import (
    FaultyCell,
    WayStep,
    find_last_accepted,
    read_judgements,
    read_steps_of,
    write_step,
)
from cmn_core.store.sessions import SignInEnded, actor_of
from cmn_core.store.tables import CurrentReport, Report
from cmn_core.store.versions import ReportVersion, read_reports_of
from cmn_core.wording import format_moment

LONGEST_REASON = 2000
LONGEST_FAULT = 300
MOST_CELLS = 200


@dataclass(frozen=True, slots=True)
class JudgedReport:
    """What came of accepting one of several reports."""

    report_id: int
    refusal: str | None = None
    """None: accepted."""


def accept_report(database: Database, report_id: int, *, by: Author) -> None:
    """Accept the version in force that the person saw; it counts among accepted ones, and its report is locked.

    Raises StaleComparison where another version is in force by now, WayRefused where it is judged already.
    """
    with database.write() as session:
        report, pointer = _find_judged(session, report_id)
        _check_still_sent(session, report, pointer)
        report.state = "accepted"
        pointer.accepted_id, pointer.locked = report_id, True
        write_step(session, report_id, "accepted", by)
        _write_line(session, "report_accepted", report, by)


def accept_many(database: Database, report_ids: Iterable[int], *, by: Author) -> Iterator[JudgedReport]:
    """Accept versions one by one, each in a transaction of its own; a refusal is told and the next one goes on.

    Raises DatabaseUnavailable or SignInEnded: then those after it were not tried.
    """
    for report_id in report_ids:
        try:
            accept_report(database, report_id, by=by)
        except (DatabaseUnavailable, SignInEnded):
            raise
        except CmnError as refusal:
            yield JudgedReport(report_id, refusal.message)
        else:
            yield JudgedReport(report_id)


def return_report(
    database: Database, report_id: int, *, reason: str, cells: Sequence[FaultyCell] = (), by: Author
) -> int | None:
    """Return the version in force, sent or accepted, to its sender; the last accepted one counts from now on, or none.

    Returns the number of what counts now. Raises WayRefused without a reason, and where the version is returned
    already; StaleComparison where another is in force by now.
    """
    told, named = _check_reason(reason), _check_cells(cells)
    with database.write() as session:
        report, pointer = _find_judged(session, report_id)
        if pointer.report_id != report_id:
            _explain_returned(session, report)
        check_comparison(session, pointer, report_id)
        report.state = "returned"
        step_id = write_step(session, report_id, "returned", by, reason=told, cells=named)
        former = find_last_accepted(_read_judgements_of_key(session, report))
        if former is not None:
            find_report(session, former).state = "accepted"
        # Nothing that was sent before comes back: neither by this return nor by an undo after it.
        pointer.report_id = pointer.accepted_id = former
        pointer.earlier, pointer.locked = [], False
        _write_line(
            session, "report_returned", report, by, step=step_id,
            cells=[cell.cell for cell in named], now_in_force=former,
        )  # fmt: skip
        return former


def unlock_report(database: Database, report_id: int, *, reason: str, by: Author) -> None:
    """Open an accepted report for a new version; it counts on until one is sent.

    Raises WayRefused without a reason and where the report is not locked, StaleComparison where another is in force.
    """
    told = _check_reason(reason)
    with database.write() as session:
        report, pointer = _find_judged(session, report_id)
        check_comparison(session, pointer, report_id)
        if not pointer.locked:
            raise WayRefused("Отчёт уже открыт для исправления: новую версию можно отправить. Ничего не изменено.")
        pointer.locked = False
        step_id = write_step(session, report_id, "unlocked", by, reason=told)
        _write_line(session, "report_unlocked", report, by, step=step_id)


def read_steps(database: Database, report_id: int) -> tuple[WayStep, ...]:
    """Return what was done with a version, the first step first; of one saved before there were steps, nothing."""
    with database.read() as session:
        key = key_of(find_report(session, report_id), read_oktmo(session))
        actor_of(session).demand(key.seeing, key.sender)
        return read_steps_of(session, report_id)


def returned_reports(database: Database, district: str | None) -> tuple[ReportVersion, ...]:
    """Return the versions that their sender has to mend: returned, and nothing sent instead yet; None: the region's.

    The latest period first.
    """
    versions = {version.report_id: version for version in read_reports_of(database, district)}
    waiting: dict[ReportKey, WayStep] = {}
    with database.read() as session:
        judgements = read_judgements(session, versions)
    for step in judgements.values():
        # In the order in which they were judged: the last word on a report stays.
        waiting[versions[step.report_id].key] = step
    sent = {version.key for version in versions.values() if version.in_force and version.state == "sent"}
    due = {step.report_id for key, step in waiting.items() if step.step == "returned" and key not in sent}
    return tuple(version for version in versions.values() if version.report_id in due)


def _find_judged(session: Session, report_id: int) -> tuple[Report, CurrentReport]:
    """Return a version with the pointer of its key; demand the right to judge it."""
    report = find_report(session, report_id)
    key = key_of(report, read_oktmo(session))
    actor_of(session).demand("judge_reports", key.sender)
    if not key.goes_the_way:
        raise WayRefused("«Численность» не принимают и не возвращают: её ведёт сам региональный центр.")
    pointer = read_pointer(session, key, read_district_ids(session))
    assert pointer is not None, "every saved version has its key's pointer"
    return report, pointer


def _check_still_sent(session: Session, report: Report, pointer: CurrentReport) -> None:
    if pointer.report_id != report.id:
        _explain_returned(session, report)
    check_comparison(session, pointer, report.id)
    if report.state == "accepted":
        step = read_acceptance(session, pointer)
        raise WayRefused(f"Отчёт уже принят: {step.author}, {format_moment(step.at)}. Ничего не изменено.")


def _explain_returned(session: Session, report: Report) -> None:
    """Say who has returned a version meanwhile, where that is why it is not in force any more."""
    if report.state == "returned" and report.id is not None:
        step = read_judgements(session, [report.id])[report.id]
        raise WayRefused(f"Отчёт уже возвращён: {step.author}, {format_moment(step.at)}. Ничего не изменено.")


def _read_judgements_of_key(session: Session, report: Report) -> dict[int, WayStep]:
    key, districts = key_of(report, read_oktmo(session)), read_district_ids(session)
    versions = session.scalars(select(col(Report.id)).where(is_of_key(Report, key, districts))).all()
    return read_judgements(session, [number for number in versions if number is not None])


def _check_reason(reason: str) -> str:
    told = drop_unseen(reason).strip()
    if not any(sign.isalnum() for sign in told):
        raise WayRefused("Напишите причину: отправителю должно быть ясно, что исправить. Ничего не изменено.")
    if len(told) > LONGEST_REASON:
        raise WayRefused(f"Причина длиннее {LONGEST_REASON} знаков. Сократите её. Ничего не изменено.")
    return told


def _check_cells(cells: Sequence[FaultyCell]) -> tuple[FaultyCell, ...]:
    named = tuple(_check_cell(cell) for cell in cells if cell.cell.strip())
    if len(named) > MOST_CELLS or any(len(cell.fault) > LONGEST_FAULT for cell in named):
        raise WayRefused(
            f"Назовите не больше {MOST_CELLS} ячеек, о каждой не больше {LONGEST_FAULT} знаков. Ничего не изменено."
        )
    return named


def _check_cell(cell: FaultyCell) -> FaultyCell:
    # The sender's page opens these very cells in the file.
    address = parse_address(cell.cell)
    if address is None:
        raise WayRefused("Ячейки называют адресом, например C12. Ничего не изменено.")
    sheet = drop_unseen(cell.sheet).strip() if cell.sheet else None
    return FaultyCell(sheet or None, address, drop_unseen(collapse_spaces(cell.fault)))


def _write_line(session: Session, action: str, report: Report, by: Author, **details: Any) -> None:
    """Add the audit line; the reason stays in the step, for words written freely may name a person."""
    write_audit(
        session, action, by, district_id=report.sender_id, report_id=report.id, version=report.version, **details
    )

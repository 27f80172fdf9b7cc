"""The record as people read it: filtered, newest first, a portion at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select, tuple_
from sqlmodel import Session, col

from cmn_core.period import Period
from cmn_core.store.audit_check import ChainHead, read_head
from cmn_core.store.engine import Database
from cmn_core.store.moments import region_moment
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import AuditEntry, District, Organisation, PersonRow, Report

NOBODY = 0
"""Stands for whoever works at the computer itself, and for the program."""


@dataclass(frozen=True, slots=True)
class RecordFilter:
    """Which lines are asked for; None: whichever."""

    since: date | None = None
    until: date | None = None
    """The last day, by the region's clock."""
    person: int | None = None
    """Number of an account, or NOBODY."""
    action: str | None = None
    district: str | None = None
    """ОКТМО."""


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One deed, with what it was done to."""

    number: int
    at: datetime
    author: str
    action: str
    district: str | None
    """ОКТМО."""
    report_id: int | None
    layout: str | None
    period: Period | None
    """Of the report."""
    organisation: str | None
    details: dict[str, Any]


@dataclass(frozen=True, slots=True)
class RecordPortion:
    """Lines, newest first."""

    lines: tuple[RecordLine, ...]
    has_more: bool
    """Whether older ones follow the last."""


def read_record(database: Database, asked: RecordFilter, *, most: int, before: int | None = None) -> RecordPortion:
    """Return the newest lines asked for, or those older than line number `before`."""
    with database.read() as session:
        actor_of(session).demand("see_record")
        lines = _select(asked)
        last = None if before is None else _find_cursor(session, before)
        if last is not None:
            lines = lines.where(tuple_(col(AuditEntry.at), col(AuditEntry.number)) < tuple_(*last))
        found = session.execute(lines.limit(most + 1)).all()
    return RecordPortion(tuple(_as_line(row) for row in found[:most]), len(found) > most)


def read_record_head(database: Database) -> ChainHead:
    """Return how many lines there are and the last one's seal."""
    with database.read() as session:
        actor_of(session).demand("see_record")
        return read_head(session)


def read_latest(database: Database, action: str) -> RecordLine | None:
    """Return the latest line of a deed."""
    portion = read_record(database, RecordFilter(action=action), most=1)
    return next(iter(portion.lines), None)


def list_record_people(database: Database) -> dict[int, str]:
    """Return the names of all who have or had an account, by number."""
    with database.read() as session:
        actor_of(session).demand("see_record")
        found = session.execute(select(col(PersonRow.id), col(PersonRow.name)).order_by(col(PersonRow.name))).all()
    return {number: name for number, name in found if number is not None}


def _select(asked: RecordFilter) -> Select[*tuple[Any, ...]]:
    """Newest by the clock first: each of the filters has an index in this order."""
    return (
        select(
            AuditEntry, col(District.oktmo), col(Report.layout), col(Report.year), col(Report.month),
            col(Organisation.name),
        )
        .outerjoin(District, col(District.id) == col(AuditEntry.district_id))
        .outerjoin(Report, col(Report.id) == col(AuditEntry.report_id))
        .outerjoin(Organisation, col(Organisation.id) == col(AuditEntry.organisation_id))
        .where(*_conditions(asked))
        .order_by(col(AuditEntry.at).desc(), col(AuditEntry.number).desc())
    )  # fmt: skip


def _conditions(asked: RecordFilter) -> Iterator[ColumnElement[bool]]:
    if asked.since is not None:
        yield col(AuditEntry.at) >= _midnight(asked.since)
    if asked.until is not None:
        yield col(AuditEntry.at) < _midnight(asked.until + timedelta(days=1))
    if asked.person is not None:
        yield (
            col(AuditEntry.person_id).is_(None)
            if asked.person == NOBODY
            else (col(AuditEntry.person_id) == asked.person)
        )
    if asked.action is not None:
        yield col(AuditEntry.action) == asked.action
    if asked.district is not None:
        number = select(col(District.id)).where(col(District.oktmo) == asked.district).scalar_subquery()
        yield col(AuditEntry.district_id) == number


def _midnight(day: date) -> datetime:
    return region_moment(datetime.combine(day, time()))


def _find_cursor(session: Session, number: int) -> tuple[datetime, int] | None:
    at = session.scalar(select(col(AuditEntry.at)).where(col(AuditEntry.number) == number))
    return None if at is None else (at, number)


def _as_line(row: Row[*tuple[Any, ...]]) -> RecordLine:
    entry, district, layout, year, month, organisation = row
    return RecordLine(
        number=entry.number,
        at=region_moment(entry.at),
        author=entry.author,
        action=entry.action,
        district=district,
        report_id=entry.report_id,
        layout=layout,
        # «Численность» is of a year.
        period=None if year is None or layout == "population" else Period(year, month),
        organisation=organisation,
        details=entry.details,
    )

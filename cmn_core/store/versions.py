"""The versions of a report: who sent what and when, with which warnings, and which one is in force."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlmodel import Session, col

from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.intake.problems import Problem
from cmn_core.period import Period
from cmn_core.reference import Severity
from cmn_core.store.districts import read_district_ids, sender_id
from cmn_core.store.engine import Database
from cmn_core.store.moments import region_moment
from cmn_core.store.report_keys import ReportKey, is_from, is_of_key
from cmn_core.store.tables import CurrentReport, District, Report


@dataclass(frozen=True, slots=True)
class ReportVersion:
    """A saved version of a report."""

    report_id: int
    key: ReportKey
    version: int
    file_name: str
    author: str
    saved_at: datetime
    """By the region's clock."""
    as_of: date
    sha256: str
    in_force: bool
    problem_counts: dict[Severity, int]
    problems: tuple[Problem, ...]
    sent_by: str | None = None
    corrections: tuple[CellCorrection, ...] = ()


def read_in_force(database: Database, key: ReportKey) -> ReportVersion | None:
    """Return the version in force, None where nothing was saved or all was undone."""
    with database.read() as session:
        of_key = is_of_key(Report, key, read_district_ids(session))
        return _first(_read(session, of_key, col(CurrentReport.id).is_not(None)))


def read_versions(database: Database, key: ReportKey) -> tuple[ReportVersion, ...]:
    """Return all versions, newest first."""
    with database.read() as session:
        return _read(session, is_of_key(Report, key, read_district_ids(session)))


def read_version(database: Database, report_id: int) -> ReportVersion | None:
    """Return one version by its number."""
    with database.read() as session:
        return _first(_read(session, col(Report.id) == report_id))


def read_numbered(database: Database, report_ids: Collection[int]) -> dict[int, ReportVersion]:
    """Return versions by their numbers."""
    with database.read() as session:
        return {version.report_id: version for version in _read(session, col(Report.id).in_(report_ids))}


def read_last_before(database: Database, key: ReportKey) -> ReportVersion | None:
    """Return the latest report in force of the same sender, scope and layout, earlier in the same year."""
    with database.read() as session:
        sender = sender_id(read_district_ids(session), key.sender)
        return _first(
            _read(
                session,
                is_from(Report, sender),
                col(Report.scope) == key.scope,
                col(Report.layout) == key.layout,
                col(Report.year) == key.period.year,
                col(Report.month) < key.period.month,
                col(CurrentReport.id).is_not(None),
            )
        )


def find_same_bytes(database: Database, sha256: str) -> tuple[ReportVersion, ...]:
    """Return every version saved from the same bytes, under any key."""
    with database.read() as session:
        return _read(session, col(Report.sha256) == sha256)


def read_reports_of(database: Database, district: str) -> tuple[ReportVersion, ...]:
    """Return all versions that a municipality sent, latest period first."""
    with database.read() as session:
        sender = sender_id(read_district_ids(session), district)
        return _read(session, col(Report.sender_id) == sender)


def _read(session: Session, *conditions: ColumnElement[bool]) -> tuple[ReportVersion, ...]:
    return tuple(_as_version(row) for row in session.execute(_select().where(*conditions)).mappings())


def _select() -> Select[Any]:
    """Select what a version tells, without the bytes of the file."""
    return (
        select(
            col(District.oktmo).label("sender"),
            col(CurrentReport.id).label("pointer"),
            *(
                col(getattr(Report, name))
                for name in (
                    "id", "scope", "layout", "year", "month", "version", "file_name", "author", "saved_at", "as_of",
                    "sha256", "problems", "sent_by", "corrections",
                )
            ),
        )
        .select_from(Report)
        .outerjoin(District, col(District.id) == col(Report.sender_id))
        .outerjoin(CurrentReport, col(CurrentReport.report_id) == col(Report.id))
        .order_by(col(Report.year).desc(), col(Report.month).desc(), col(Report.scope), col(Report.version).desc())
    )  # fmt: skip


def _as_version(row: Mapping[Any, Any]) -> ReportVersion:
    problems = tuple(Problem(**problem) for problem in row["problems"])
    counts: dict[Severity, int] = {"error": 0, "warning": 0, "info": 0}
    for problem in problems:
        counts[problem.severity] += 1
    return ReportVersion(
        report_id=row["id"],
        key=ReportKey(row["sender"], row["scope"], row["layout"], Period(row["year"], row["month"])),
        version=row["version"],
        file_name=row["file_name"],
        author=row["author"],
        saved_at=region_moment(row["saved_at"]),
        as_of=row["as_of"],
        sha256=row["sha256"],
        in_force=row["pointer"] is not None,
        problem_counts=counts,
        problems=problems,
        sent_by=row["sent_by"],
        corrections=tuple(CellCorrection(**correction) for correction in row["corrections"]),
    )


def _first(versions: tuple[ReportVersion, ...]) -> ReportVersion | None:
    return versions[0] if versions else None

"""The versions of a report: who sent what and when, with which warnings, which one is in force, how it was judged.

Whoever asks gets what they may see: one report is refused in words, of several those of others are left out.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
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
from cmn_core.store.report_steps import WayStep, read_judgements
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import CurrentReport, District, Report
from cmn_core.store.way_words import ReportState


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
    state: ReportState = "sent"
    locked: bool = False
    """In force, accepted, and not opened again: no other version takes its place."""
    judged: WayStep | None = None
    """Its last acceptance, or return with the reason and the cells; kept when it is brought back after a return."""


def read_in_force(database: Database, key: ReportKey) -> ReportVersion | None:
    """Return the version in force, None where nothing was saved or all was undone."""
    with database.read() as session:
        actor_of(session).demand(key.seeing, key.sender)
        of_key = is_of_key(Report, key, read_district_ids(session))
        return _first(_read(session, of_key, col(CurrentReport.id).is_not(None)))


def read_versions(database: Database, key: ReportKey) -> tuple[ReportVersion, ...]:
    """Return all versions, newest first."""
    with database.read() as session:
        actor_of(session).demand(key.seeing, key.sender)
        return _read(session, is_of_key(Report, key, read_district_ids(session)))


def read_version(database: Database, report_id: int) -> ReportVersion | None:
    """Return one version by its number; None, to who sees the region's reports, where there is none of it."""
    with database.read() as session:
        version = _first(_read(session, col(Report.id) == report_id))
        if version is None:
            # Others do not learn which numbers there are.
            actor_of(session).demand("see_reports")
            return None
        actor_of(session).demand(version.key.seeing, version.key.sender)
        return version


def read_numbered(database: Database, report_ids: Collection[int]) -> dict[int, ReportVersion]:
    """Return versions by their numbers; those of others are left out."""
    with database.read() as session:
        found = _leave_own(session, _read(session, col(Report.id).in_(report_ids)))
        return {version.report_id: version for version in found}


def read_last_before(database: Database, key: ReportKey) -> ReportVersion | None:
    """Return the latest report in force of the same sender, scope and layout, earlier in the same year."""
    with database.read() as session:
        actor_of(session).demand(key.seeing, key.sender)
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
    """Return every version saved from the same bytes, under any key; those of others are left out."""
    with database.read() as session:
        return _leave_own(session, _read(session, col(Report.sha256) == sha256))


def read_reports_of(database: Database, district: str | None) -> tuple[ReportVersion, ...]:
    """Return all versions that a municipality sent, latest period first; None: the region itself."""
    with database.read() as session:
        actor_of(session).demand("see_reports", district)
        sender = sender_id(read_district_ids(session), district)
        return _read(session, is_from(Report, sender), col(Report.layout) != "population")


def _leave_own(session: Session, versions: Sequence[ReportVersion]) -> tuple[ReportVersion, ...]:
    may = actor_of(session).may
    return tuple(version for version in versions if may(version.key.seeing, version.key.sender))


def _read(session: Session, *conditions: ColumnElement[bool]) -> tuple[ReportVersion, ...]:
    found = [_as_version(row) for row in session.execute(_select().where(*conditions)).mappings()]
    judgements = read_judgements(session, [version.report_id for version in found])
    return tuple(replace(version, judged=judgements.get(version.report_id)) for version in found)


def _select() -> Select[Any]:
    """Select what a version tells, without the bytes of the file."""
    return (
        select(
            col(District.oktmo).label("sender"),
            col(CurrentReport.id).label("pointer"),
            col(CurrentReport.locked),
            *(
                col(getattr(Report, name))
                for name in (
                    "id", "scope", "layout", "year", "month", "version", "file_name", "author", "saved_at", "as_of",
                    "sha256", "problems", "sent_by", "corrections", "state",
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
        state=row["state"],
        locked=bool(row["locked"]),
    )


def _first(versions: tuple[ReportVersion, ...]) -> ReportVersion | None:
    return versions[0] if versions else None

"""A new version of a report: the file as sent with its marks, before any of its rows."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.intake.problems import Problem
from cmn_core.store.audit import Author
from cmn_core.store.districts import sender_id
from cmn_core.store.moments import region_moment
from cmn_core.store.report_keys import ReportKey, is_of_key
from cmn_core.store.tables import Report


@dataclass(frozen=True, slots=True)
class Upload:
    """What is kept of a file beside its rows."""

    file_name: str
    content: bytes
    digest: str
    as_of: date
    problems: tuple[Problem, ...]
    first_date: date | None = None
    """The first of an expansion form's two dates."""
    satisfaction_threshold: int | None = None
    decisions: dict[str, Any] = field(default_factory=dict)
    sent_by: str | None = None
    corrections: tuple[CellCorrection, ...] = ()

    @property
    def corrections_as_stored(self) -> list[dict[str, Any]]:
        """Return the cells corrected by hand in the order of the sheets' names and addresses."""
        ordered = sorted(self.corrections, key=lambda item: (item.sheet or "", item.cell))
        return [asdict(item) for item in ordered]


@dataclass(frozen=True, slots=True)
class NewVersion:
    """The version just added; not in force yet."""

    report_id: int
    version: int


def add_version(
    session: Session, key: ReportKey, upload: Upload, by: Author, districts: Mapping[str, int]
) -> NewVersion:
    """Add the next version of a key."""
    last = session.scalar(select(func.max(col(Report.version))).where(is_of_key(Report, key, districts)))
    report = Report(
        sender_id=sender_id(districts, key.sender),
        scope=key.scope,
        layout=key.layout,
        year=key.period.year,
        month=key.period.month,
        first_date=upload.first_date,
        as_of=upload.as_of,
        satisfaction_threshold=upload.satisfaction_threshold,
        version=(last or 0) + 1,
        sha256=upload.digest,
        author=by.name,
        saved_at=region_moment(by.at),
        sent_by=upload.sent_by,
        file_name=upload.file_name,
        problems=[_as_stored(problem) for problem in upload.problems],
        decisions=upload.decisions,
        corrections=upload.corrections_as_stored,
        original=upload.content or None,
    )
    session.add(report)
    session.flush()
    assert report.id is not None
    return NewVersion(report.id, report.version)


def _as_stored(problem: Problem) -> dict[str, Any]:
    stored = asdict(problem)
    if problem.code == "personal_data":
        # The cell names a person.
        stored["value"] = None
    return stored

"""Drafts of reports that are mended on the page: every left cell is kept at once, and no page's figures change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import delete, func, select
from sqlmodel import Session, col

from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.draft_owners import demand_draft, find_sender
from cmn_core.store.draft_reading import LeftCell, read_left_cells
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.moments import region_moment
from cmn_core.store.sessions import actor_of
from cmn_core.store.settings import read_reference
from cmn_core.store.tables import DraftCell, ReportDraft

DraftEnd = Literal["saved", "deleted"]


@dataclass(frozen=True, slots=True)
class Window:
    """Who writes into a draft, and from which window of a browser."""

    window_id: str
    author: str


def start_draft(
    database: Database, file_name: str, content: bytes, sha256: str, choices: Mapping[str, Any], by: Author
) -> int:
    """Keep a file as a draft and return its number; drafts whose term has ended are erased on the way.

    `choices`: as the page chose to write them; «sender», an ОКТМО or None, says whose people see the draft.
    """
    with database.write(changes_figures=False) as session:
        actor_of(session).demand_somewhere("send_reports")
        _erase_old(session, by.at)
        draft = ReportDraft(
            file_name=file_name,
            sha256=sha256,
            author=by.name,
            person_id=actor_of(session).number,
            sender_id=find_sender(session, choices),
            choices=dict(choices),
            started_at=region_moment(by.at),
            updated_at=region_moment(by.at),
            original=content,
        )
        session.add(draft)
        session.flush()
        assert draft.id is not None
        return draft.id


def leave_cell(
    database: Database, draft_id: int, correction: CellCorrection, seen: str | None, window: Window, *, now: datetime
) -> LeftCell | None:
    """Keep a cell as it was left; a value equal to the file's own takes the correction back.

    `seen`: the correction that the window knew of, None for none. Returns what another window had put there
    meanwhile; the later cell wins, and what it replaced stays in the draft's lines.
    """
    value = None if correction.now == correction.was else correction.now
    with database.write(changes_figures=False) as session:
        draft = _find_open(session, draft_id)
        before = read_left_cells(session, draft_id).get(correction.place)
        session.add(
            DraftCell(
                draft_id=draft_id,
                sheet=correction.sheet,
                cell=correction.cell,
                value=value,
                window_id=window.window_id,
                author=window.author,
                at=region_moment(now),
            )
        )
        draft.updated_at = region_moment(now)
    is_foreign = before is not None and before.window_id != window.window_id and before.value not in (seen, value)
    return before if is_foreign else None


def keep_choices(database: Database, draft_id: int, choices: Mapping[str, Any], *, now: datetime) -> None:
    """Keep what was chosen on the page beside the cells."""
    with database.write(changes_figures=False) as session:
        draft = _find_open(session, draft_id)
        draft.choices = dict(choices)
        draft.sender_id = find_sender(session, choices)
        draft.updated_at = region_moment(now)


def end_draft(database: Database, draft_id: int, end: DraftEnd, by: Author) -> None:
    """Take a draft off the list: its report is saved, or it was deleted; it can be opened again until its term."""
    with database.write(changes_figures=False) as session:
        draft = session.get(ReportDraft, draft_id)
        if draft is None or draft.ended_at is not None:
            session.rollback()
            return
        demand_draft(session, draft_id)
        draft.ended_at, draft.ended_as = region_moment(by.at), end
        write_audit(session, f"draft_{end}", by, district_id=draft.sender_id, draft=draft_id)


def reopen_draft(database: Database, draft_id: int, by: Author) -> None:
    """Put a draft back on the list."""
    with database.write(changes_figures=False) as session:
        draft = session.get(ReportDraft, draft_id)
        if draft is None:
            raise StoreError(_GONE)
        demand_draft(session, draft_id)
        draft.ended_at = draft.ended_as = None
        draft.updated_at = region_moment(by.at)
        write_audit(session, "draft_reopened", by, district_id=draft.sender_id, draft=draft_id)


_GONE = "Этого черновика больше нет: срок его хранения истёк. Загрузите файл снова."
_ENDED = {
    "saved": "Отчёт из этого черновика уже сохранён в другом окне. Версии отчёта стоят на странице «Район».",
    "deleted": "Этот черновик удалён в другом окне. Верните его там или загрузите файл снова.",
}


def _find_open(session: Session, draft_id: int) -> ReportDraft:
    draft = session.get(ReportDraft, draft_id)
    if draft is None:
        raise StoreError(_GONE)
    demand_draft(session, draft_id)
    if draft.ended_as is not None:
        raise StoreError(_ENDED[draft.ended_as])
    return draft


def _erase_old(session: Session, now: datetime) -> None:
    """Erase the drafts that nobody has touched for their term, with their files."""
    limit = region_moment(now) - timedelta(days=read_reference(session).limits.draft_kept_days)
    old = session.scalars(
        select(col(ReportDraft.id)).where(func.coalesce(ReportDraft.ended_at, ReportDraft.updated_at) < limit)
    ).all()
    if old:
        session.execute(delete(DraftCell).where(col(DraftCell.draft_id).in_(old)))
        session.execute(delete(ReportDraft).where(col(ReportDraft.id).in_(old)))

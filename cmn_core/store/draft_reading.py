"""What drafts hold: the list of the open ones, one of them whole, and its cells as they were left last."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.store.draft_owners import are_open_to, demand_draft
from cmn_core.store.engine import Database
from cmn_core.store.moments import region_moment
from cmn_core.store.tables import DraftCell, ReportDraft

CellPlace = tuple[str | None, str]
"""Sheet and address."""


@dataclass(frozen=True, slots=True)
class LeftCell:
    """A cell as it was left last."""

    sheet: str | None
    cell: str
    value: str | None
    """None: back to what the file says."""
    window_id: str
    author: str
    at: datetime
    """By the region's clock."""


@dataclass(frozen=True, slots=True)
class DraftSummary:
    """An open draft in the list."""

    draft_id: int
    file_name: str
    author: str
    updated_at: datetime
    sha256: str
    choices: Mapping[str, Any]
    left_cells: int
    """How many cells were touched."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft with its file."""

    draft_id: int
    file_name: str
    content: bytes
    choices: Mapping[str, Any]
    cells: Mapping[CellPlace, LeftCell]
    ended_as: str | None

    @property
    def corrections(self) -> tuple[CellCorrection, ...]:
        """Return the corrections that stand, in the order of the sheets' names and addresses."""
        return standing_corrections(self.cells)


def standing_corrections(cells: Mapping[CellPlace, LeftCell]) -> tuple[CellCorrection, ...]:
    """Return what is to be put into the file's cells."""
    standing = (CellCorrection(item.sheet, item.cell, item.value) for item in cells.values() if item.value is not None)
    return tuple(sorted(standing, key=lambda item: (item.sheet or "", item.cell)))


def list_drafts(database: Database) -> tuple[DraftSummary, ...]:
    """Return the open drafts of one's municipalities and one's own unplaced ones, the last changed first."""
    touched = (
        select(func.count(func.distinct(func.coalesce(DraftCell.sheet, "") + "!" + col(DraftCell.cell))))
        .where(col(DraftCell.draft_id) == col(ReportDraft.id))
        .scalar_subquery()
    )
    with database.read() as session:
        found = session.execute(
            select(
                col(ReportDraft.id), col(ReportDraft.file_name), col(ReportDraft.author), col(ReportDraft.updated_at),
                col(ReportDraft.sha256), col(ReportDraft.choices), touched,
            )
            .where(col(ReportDraft.ended_at).is_(None), are_open_to(session))
            .order_by(col(ReportDraft.updated_at).desc(), col(ReportDraft.id).desc())
        ).all()  # fmt: skip
    return tuple(
        DraftSummary(number, name, author, region_moment(at), digest, choices, cells)
        for number, name, author, at, digest, choices, cells in found
    )


def read_draft(database: Database, draft_id: int) -> Draft | None:
    """Return a draft with its file, None where there is none of this number."""
    with database.read() as session:
        demand_draft(session, draft_id)
        draft = session.get(ReportDraft, draft_id)
        if draft is None:
            return None
        cells = read_left_cells(session, draft_id)
        return Draft(draft_id, draft.file_name, draft.original, draft.choices, cells, draft.ended_as)


def read_cells(database: Database, draft_id: int) -> dict[CellPlace, LeftCell]:
    """Return the cells of a draft as they were left last, by whichever window."""
    with database.read() as session:
        demand_draft(session, draft_id)
        return read_left_cells(session, draft_id)


def read_left_cells(session: Session, draft_id: int) -> dict[CellPlace, LeftCell]:
    """Return the last line of each cell."""
    lines = session.scalars(
        select(DraftCell).where(col(DraftCell.draft_id) == draft_id).order_by(col(DraftCell.id))
    ).all()
    return {
        (line.sheet, line.cell): LeftCell(
            line.sheet, line.cell, line.value, line.window_id, line.author, region_moment(line.at)
        )
        for line in lines
    }

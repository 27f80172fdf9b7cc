"""The region's boundaries: saved whole, put in force and out of it by a dated setting, so every step has a way back."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from cmn_core.reference.boundaries import Boundaries
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.engine import Database
from cmn_core.store.failures import SavingRefused, StoreError
from cmn_core.store.moments import region_moment
from cmn_core.store.sessions import actor_of
from cmn_core.store.setting_changes import SettingChange, change_settings, read_settings
from cmn_core.store.tables import BoundarySet

BOUNDARIES = "boundaries"
_IN_FORCE = f"{BOUNDARIES}.in_force"


@dataclass(frozen=True, slots=True)
class BoundaryUpload:
    """A saved file of boundaries without its shapes."""

    upload_id: int
    file_name: str
    attribution: str
    author: str
    at: datetime
    """By the region's clock."""
    in_force: bool


def save_boundaries(
    database: Database, boundaries: Boundaries, *, file_name: str, sha256: str, author: str, now: datetime
) -> SettingChange:
    """Save boundaries and put them in force; return the change, which can be taken back."""
    if not boundaries.shapes:
        raise SavingRefused("В файле нет ни одной границы муниципалитета: сохранять нечего.")
    by = Author(author, now)
    with database.write() as session:
        actor_of(session).demand("keep_settings")
        saved = BoundarySet(
            file_name=file_name,
            sha256=sha256,
            attribution=boundaries.attribution,
            shapes=boundaries.shapes,
            author=author,
            at=region_moment(now),
        )
        session.add(saved)
        session.flush()
        write_audit(session, "boundaries_saved", by, boundaries=saved.id, municipalities=len(boundaries.shapes))
        return _put_in_force(session, saved.id, by)


def attribute_boundaries(database: Database, attribution: str, *, author: str, now: datetime) -> SettingChange:
    """Name the owner of the boundaries in force: the same shapes anew with other words under them."""
    with database.read() as session:
        actor_of(session).demand("keep_settings")
        standing = _read_in_force(session)
        if standing is None:
            raise StoreError("Границ нет: сначала загрузите файл.")
        file_name, sha256, shapes = standing.file_name, standing.sha256, standing.shapes
    boundaries = Boundaries(shapes, attribution)
    return save_boundaries(database, boundaries, file_name=file_name, sha256=sha256, author=author, now=now)


def choose_boundaries(database: Database, upload_id: int | None, *, author: str, now: datetime) -> SettingChange:
    """Put a saved file in force, None: no boundaries; raise StoreError where it is so already."""
    with database.write() as session:
        actor_of(session).demand("keep_settings")
        if upload_id is not None and session.get(BoundarySet, upload_id) is None:
            raise StoreError("Такого файла границ в базе нет. Обновите страницу.")
        return _put_in_force(session, upload_id, Author(author, now))


def read_boundaries_in_force(database: Database) -> Boundaries | None:
    """Return the boundaries that maps are drawn with."""
    with database.read() as session:
        actor_of(session).demand("see_figures")
        standing = _read_in_force(session)
        return None if standing is None else Boundaries(standing.shapes, standing.attribution)


def read_boundary_uploads(database: Database) -> tuple[BoundaryUpload, ...]:
    """Return all saved files, newest first."""
    with database.read() as session:
        actor_of(session).demand("keep_settings")
        in_force = read_settings(session).get(_IN_FORCE)
        found = session.execute(
            select(
                col(BoundarySet.id),
                col(BoundarySet.file_name),
                col(BoundarySet.attribution),
                col(BoundarySet.author),
                col(BoundarySet.at),
            ).order_by(col(BoundarySet.id).desc())
        ).all()
    return tuple(
        BoundaryUpload(number or 0, file_name, attribution, author, region_moment(at), str(number) == in_force)
        for number, file_name, attribution, author, at in found
    )


def _put_in_force(session: Session, upload_id: int | None, by: Author) -> SettingChange:
    changes = change_settings(session, {_IN_FORCE: None if upload_id is None else str(upload_id)}, by)
    if not changes:
        raise StoreError("Эти границы уже действуют: менять нечего. Обновите страницу.")
    return changes[0]


def _read_in_force(session: Session) -> BoundarySet | None:
    chosen = read_settings(session).get(_IN_FORCE)
    return None if chosen is None else session.get(BoundarySet, int(chosen))

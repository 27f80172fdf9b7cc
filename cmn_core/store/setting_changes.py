"""Settings as they were changed: each change dated, with who made it and what stood before; any can be taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlmodel import Session, col

from cmn_core.store.audit import Author, write_audit
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.moments import region_moment
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import Setting
from cmn_core.wording import format_moment


@dataclass(frozen=True, slots=True)
class SettingChange:
    """One setting's change; None stands for the shipped default."""

    name: str
    old: str | None
    new: str | None
    author: str
    at: datetime
    """By the region's clock."""


def read_settings(session: Session) -> dict[str, str | None]:
    """Return the latest value of each setting."""
    found = session.execute(select(col(Setting.name), col(Setting.new)).order_by(col(Setting.id)))
    return dict(found.all())


def read_setting_changes(database: Database, *kinds: str, most: int = 100) -> tuple[SettingChange, ...]:
    """Return the latest changes of settings whose names begin with one of these words and a dot, newest first."""
    of_kinds = or_(*(col(Setting.name).startswith(f"{kind}.") for kind in kinds))
    with database.read() as session:
        actor_of(session).demand("keep_settings")
        found = session.scalars(select(Setting).where(of_kinds).order_by(col(Setting.id).desc()).limit(most)).all()
    return tuple(_as_change(row) for row in found)


def change_settings(session: Session, wanted: Mapping[str, str | None], by: Author) -> tuple[SettingChange, ...]:
    """Write what differs from the settings that stand, an audit line each; return the changes."""
    standing = read_settings(session)
    changes = tuple(
        SettingChange(name, standing.get(name), value, by.name, region_moment(by.at))
        for name, value in wanted.items()
        if standing.get(name) != value
    )
    for change in changes:
        session.add(Setting(name=change.name, old=change.old, new=change.new, author=by.name, at=change.at))
        write_audit(session, "setting_changed", by, name=change.name, old=change.old, new=change.new)
    return changes


def take_back(database: Database, changes: Sequence[SettingChange], *, author: str, now: datetime) -> None:
    """Bring back what stood before these changes; raise StoreError where a setting was changed again meanwhile."""
    with database.write() as session:
        actor_of(session).demand("keep_settings")
        standing = read_settings(session)
        for change in changes:
            if standing.get(change.name) != change.new:
                raise StoreError(changed_meanwhile(session, change.name))
        change_settings(session, {change.name: change.old for change in changes}, Author(author, now))


def changed_meanwhile(session: Session, name: str) -> str:
    """Say who changed a setting since it was shown, and when."""
    last = session.scalars(
        select(Setting).where(col(Setting.name) == name).order_by(col(Setting.id).desc()).limit(1)
    ).one_or_none()
    who = f": {last.author}, {format_moment(region_moment(last.at))}" if last else ""
    return f"Это значение уже изменено{who}. Ничего не сохранено: посмотрите новое значение и повторите."


def _as_change(row: Setting) -> SettingChange:
    return SettingChange(row.name, row.old, row.new, row.author, region_moment(row.at))

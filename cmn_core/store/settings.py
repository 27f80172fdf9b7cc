"""The reference as this database has it: shipped defaults under dated overrides."""

from datetime import UTC, datetime
from decimal import Decimal

from pydantic import ValidationError
from sqlalchemy import select
from sqlmodel import Session, col

from cmn_core.errors import UsageError
from cmn_core.reference import Limits, Reference, shipped_reference
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.engine import Database
from cmn_core.store.moments import region_moment
from cmn_core.store.overrides import merge_overrides
from cmn_core.store.revision import read_revision
from cmn_core.store.tables import Setting

DEMONSTRATION = "demonstration"


def current_reference(database: Database) -> Reference:
    """Return the shipped reference with this database's overrides; merged once a revision."""
    with database.read() as session:
        revision = read_revision(session)
        merged = database.merged_reference
        if merged is None or merged[0] != revision:
            merged = revision, read_reference(session)
            database.merged_reference = merged
    return merged[1]


def read_reference(session: Session) -> Reference:
    """Merge the overrides as a session sees them."""
    return merge_overrides(shipped_reference(), read_settings(session))


def override_target(
    database: Database, indicator: str, year: int, target_pct: Decimal | None, *, author: str, now: datetime
) -> None:
    """Set an indicator's target of a year in per cent; None brings the shipped one back."""
    if indicator not in {item.code for item in shipped_reference().indicators}:
        raise UsageError(f"Показателя «{indicator}» нет. Выберите показатель из справочника.")
    if target_pct is not None and not (target_pct.is_finite() and 0 < target_pct <= 100):
        raise UsageError(f"План {target_pct} % не подходит: нужно число больше 0 и не больше 100.")
    written = None if target_pct is None else f"{target_pct:f}"
    _write(database, f"target.{indicator}.{year}", written, Author(author, now))


def override_limit(database: Database, limit: str, value: int | None, *, author: str, now: datetime) -> None:
    """Set a threshold; None brings the shipped one back."""
    shipped = shipped_reference().limits
    if limit not in Limits.model_fields:
        raise UsageError(f"Порога «{limit}» нет. Выберите порог из справочника.")
    try:
        Limits.model_validate({**shipped.model_dump(), limit: getattr(shipped, limit) if value is None else value})
    except ValidationError as error:
        raise UsageError(f"Значение {value} для этого порога не подходит. Укажите другое число.") from error
    _write(database, f"limit.{limit}", None if value is None else str(value), Author(author, now))


def is_demonstration(database: Database) -> bool:
    """Tell whether the data were invented for a demonstration."""
    with database.read() as session:
        return read_settings(session).get(DEMONSTRATION) is not None


def mark_demonstration(database: Database, *, author: str = "cmn demo", now: datetime | None = None) -> None:
    """Mark all data of the database as invented; the mark is shown on every page and export."""
    _write(database, DEMONSTRATION, "yes", Author(author, now or datetime.now(UTC)))


def read_settings(session: Session) -> dict[str, str | None]:
    """Return the latest value of each setting."""
    found = session.execute(select(col(Setting.name), col(Setting.new)).order_by(col(Setting.id)))
    return dict(found.all())


def _write(database: Database, name: str, value: str | None, by: Author) -> None:
    with database.write() as session:
        old = read_settings(session).get(name)
        session.add(Setting(name=name, old=old, new=value, author=by.name, at=region_moment(by.at)))
        write_audit(session, "setting_changed", by, name=name, old=old, new=value)

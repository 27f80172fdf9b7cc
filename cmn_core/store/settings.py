"""The reference as this database has it: shipped defaults under dated overrides."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal

from sqlmodel import Session

from cmn_core.errors import UsageError
from cmn_core.reference import Reference, shipped_reference
from cmn_core.reference.limits import limit_range
from cmn_core.store.audit import Author
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.overrides import merge_overrides
from cmn_core.store.revision import read_revision
from cmn_core.store.sessions import actor_of
from cmn_core.store.setting_changes import SettingChange, change_settings, changed_meanwhile, read_settings

DEMONSTRATION = "demonstration"
TARGET, LIMIT = "target", "limit"
"""First words of the names of settings: «target.coverage.2020», «limit.carried_periods»."""


def current_reference(database: Database) -> Reference:
    """Return the shipped reference with this database's overrides; merged once a revision."""
    with database.read() as session:
        revision = read_revision(session)
        merged = database.merged_references.get(revision)
        if merged is None:
            merged = read_reference(session)
            # Shared by all hands that the database is in.
            database.merged_references.clear()
            database.merged_references[revision] = merged
    return merged


def read_reference(session: Session) -> Reference:
    """Merge the overrides as a session sees them."""
    return merge_overrides(shipped_reference(), read_settings(session))


def override_targets(
    database: Database,
    year: int,
    targets: Mapping[str, Decimal | None],
    *,
    author: str,
    now: datetime,
    seen: Reference | None = None,
) -> tuple[SettingChange, ...]:
    """Set indicators' targets of a year in per cent, None: the shipped one, all in one transaction.

    `seen`: the reference that the person looked at; raises StoreError where a target was changed meanwhile.
    """
    shipped = shipped_reference()
    known = {item.code: item.target_pct(year) for item in shipped.indicators}
    wanted = {}
    for indicator, target_pct in targets.items():
        if indicator not in known:
            raise UsageError(f"Показателя «{indicator}» нет. Выберите показатель из справочника.")
        if target_pct is not None and not (target_pct.is_finite() and 0 < target_pct <= 100):
            raise UsageError(f"План {target_pct} % не подходит: нужно число больше 0 и не больше 100.")
        is_shipped = target_pct in (None, known[indicator])
        wanted[f"{TARGET}.{indicator}.{year}"] = None if is_shipped else f"{target_pct:f}"
    with database.write() as session:
        actor_of(session).demand("keep_settings")
        if seen is not None:
            standing = read_reference(session)
            for indicator in targets:
                if standing.indicator(indicator).target_pct(year) != seen.indicator(indicator).target_pct(year):
                    raise StoreError(changed_meanwhile(session, f"{TARGET}.{indicator}.{year}"))
        return _write(session, wanted, Author(author, now))


def override_target(
    database: Database, indicator: str, year: int, target_pct: Decimal | None, *, author: str, now: datetime
) -> None:
    """Set one indicator's target of a year."""
    override_targets(database, year, {indicator: target_pct}, author=author, now=now)


def override_limits(
    database: Database,
    limits: Mapping[str, int | None],
    *,
    author: str,
    now: datetime,
    seen: Reference | None = None,
) -> tuple[SettingChange, ...]:
    """Set thresholds, None: the shipped one; checks and `seen` as for targets."""
    shipped = shipped_reference().limits.model_dump()
    wanted = {}
    for limit, value in limits.items():
        if limit not in shipped:
            raise UsageError(f"Порога «{limit}» нет. Выберите порог из справочника.")
        least, greatest = limit_range(limit)
        if value is not None and not least <= value <= greatest:
            raise UsageError(f"Значение {value} не подходит: нужно целое число от {least} до {greatest}.")
        wanted[f"{LIMIT}.{limit}"] = None if value in (None, shipped[limit]) else str(value)
    with database.write() as session:
        actor_of(session).demand("keep_settings")
        if seen is not None:
            standing = read_reference(session).limits.model_dump()
            for limit in limits:
                if standing[limit] != getattr(seen.limits, limit):
                    raise StoreError(changed_meanwhile(session, f"{LIMIT}.{limit}"))
        return _write(session, wanted, Author(author, now))


def override_limit(database: Database, limit: str, value: int | None, *, author: str, now: datetime) -> None:
    """Set one threshold."""
    override_limits(database, {limit: value}, author=author, now=now)


def is_demonstration(database: Database) -> bool:
    """Tell whether the data were invented for a demonstration."""
    with database.read() as session:
        return read_settings(session).get(DEMONSTRATION) is not None


def mark_demonstration(database: Database, *, author: str = "cmn demo", now: datetime | None = None) -> None:
    """Mark all data of the database as invented; the mark is shown on every page and export."""
    with database.write() as session:
        actor_of(session).demand("keep_settings")
        change_settings(session, {DEMONSTRATION: "yes"}, Author(author, now or datetime.now(UTC)))


def _write(session: Session, wanted: Mapping[str, str | None], by: Author) -> tuple[SettingChange, ...]:
    """Write what changes; without a change the revision stays."""
    changes = change_settings(session, wanted, by)
    if not changes:
        session.rollback()
    return changes

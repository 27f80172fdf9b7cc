"""Deadlines as the centre sets them: the usual day by layout, and single months' own dates."""

from collections.abc import Mapping
from datetime import date, datetime

from cmn_core.errors import UsageError
from cmn_core.period import Period
from cmn_core.reference import Reference, shipped_reference
from cmn_core.reference.collection import FIRST_DAY, LAST_DAY, check_deadline_date
from cmn_core.reference.indicators import LayoutCode
from cmn_core.store.audit import Author
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.sessions import actor_of
from cmn_core.store.setting_changes import SettingChange, change_settings, changed_meanwhile
from cmn_core.store.settings import read_reference

DEADLINE_DAY, DEADLINE = "deadline_day", "deadline"
"""First words of the names of settings: «deadline_day.monthly», «deadline.monthly.2020-11»."""


def override_deadline_days(
    database: Database,
    days: Mapping[LayoutCode, int | None],
    *,
    author: str,
    now: datetime,
    seen: Reference | None = None,
) -> tuple[SettingChange, ...]:
    """Set the usual day of layouts, None: the shipped one, all in one transaction.

    `seen`: the reference that the person looked at; raises StoreError where a deadline was changed meanwhile.
    """
    shipped = shipped_reference().collection.deadlines
    for layout, day in days.items():
        _check_layout(layout)
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            raise UsageError(f"День {day} не подходит: нужно число месяца от {FIRST_DAY} до {LAST_DAY}.")
    wanted = {
        f"{DEADLINE_DAY}.{layout}": None if day in (None, shipped.days[layout]) else str(day)
        for layout, day in days.items()
    }
    return _write(database, wanted, Author(author, now), seen)


def override_deadline_dates(
    database: Database,
    period: Period,
    dates: Mapping[LayoutCode, date | None],
    *,
    author: str,
    now: datetime,
    seen: Reference | None = None,
) -> tuple[SettingChange, ...]:
    """Give a month its own dates by layout, None: the usual day; checks and `seen` as for days."""
    for layout, day in dates.items():
        _check_layout(layout)
        if day is not None:
            check_deadline_date(day, period)
    wanted = {f"{DEADLINE}.{layout}.{period}": day.isoformat() if day else None for layout, day in dates.items()}
    return _write(database, wanted, Author(author, now), seen)


def _check_layout(layout: LayoutCode) -> None:
    if layout not in shipped_reference().collection.deadlines.layouts:
        raise UsageError(f"У отчёта «{layout}» нет срока. Выберите отчёт из списка.")


def _write(
    database: Database, wanted: Mapping[str, str | None], by: Author, seen: Reference | None
) -> tuple[SettingChange, ...]:
    with database.write() as session:
        actor_of(session).demand("keep_settings")
        if seen is not None:
            standing = _as_settings(read_reference(session))
            known = _as_settings(seen)
            changed = (name for name in wanted if standing.get(name) != known.get(name))
            if (name := next(changed, None)) is not None:
                raise StoreError(changed_meanwhile(session, name))
        changes = change_settings(session, wanted, by)
        if not changes:
            session.rollback()
        return changes


def _as_settings(reference: Reference) -> dict[str, str]:
    deadlines = reference.collection.deadlines
    days = {f"{DEADLINE_DAY}.{layout}": str(day) for layout, day in deadlines.days.items()}
    return days | {
        f"{DEADLINE}.{layout}.{period}": day.isoformat() for (layout, period), day in deadlines.dates.items()
    }

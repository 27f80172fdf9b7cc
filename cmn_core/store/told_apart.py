"""Pairs of organisations that a person found to be two: remembered as dated settings, so that nobody is asked again."""

from datetime import datetime

from cmn_core.store.audit import Author
from cmn_core.store.engine import Database
from cmn_core.store.sessions import actor_of
from cmn_core.store.setting_changes import SettingChange, change_settings, read_settings

_DIFFERENT = "different"


def tell_apart(database: Database, first: int, second: int, *, author: str, now: datetime) -> tuple[SettingChange, ...]:
    """Remember that two organisations are not one."""
    name = f"{_DIFFERENT}.{min(first, second)}.{max(first, second)}"
    with database.write() as session:
        actor_of(session).demand("keep_register")
        return change_settings(session, {name: "yes"}, Author(author, now))


def read_told_apart(database: Database) -> frozenset[frozenset[int]]:
    """Return the pairs that were found to be two."""
    with database.read() as session:
        actor_of(session).demand("keep_register")
        settings = read_settings(session)
    pairs = (name.split(".")[1:] for name, value in settings.items() if name.startswith(f"{_DIFFERENT}.") and value)
    return frozenset(frozenset(int(number) for number in pair) for pair in pairs)

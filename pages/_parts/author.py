"""Under which name a page writes, and when."""

from datetime import UTC, datetime
from typing import TypedDict

from cmn_core.access import OWNER
from cmn_core.store.audit import Author
from cmn_core.store.moments import region_moment
from pages._parts.person import current_actor


def current_author() -> str:
    """Return the name under which reports are saved."""
    person = current_actor().person
    return "пользователь этого компьютера" if person is OWNER else person.name


def now() -> datetime:
    """Return this moment by the region's clock."""
    return region_moment(datetime.now(UTC))


def acting() -> Author:
    """Return who acts at this moment."""
    return Author(current_author(), now())


class Signature(TypedDict):
    """The author and the moment of a change, as keyword arguments of the store."""

    author: str
    now: datetime


def signed() -> Signature:
    """Return who acts at this moment, to be handed over by name."""
    return Signature(author=current_author(), now=now())

"""Who acts, and when; until there is sign-in, whoever sits at this computer."""

from datetime import UTC, datetime
from typing import TypedDict

from cmn_core.store.audit import Author
from cmn_core.store.moments import region_moment


def current_author() -> str:
    """Return the name under which reports are saved."""
    return "пользователь этого компьютера"


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

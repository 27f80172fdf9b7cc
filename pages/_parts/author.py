"""Who acts, and when; until there is sign-in, whoever sits at this computer."""

from datetime import UTC, datetime

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

"""What of a database goes into a backup, and how a value is written there: the same for a file and a server."""

from base64 import b64decode, b64encode
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Date, DateTime, LargeBinary, Table
from sqlalchemy.types import TypeEngine

from cmn_core.store.moments import region_moment
from cmn_core.store.tables import Stored

LEFT_OUT = {
    "secret": "подписывает куки: у восстановленной базы свой ключ, и старые входы не оживают",
    "sign_in": "входы на устройствах: после восстановления каждый входит заново",
    "invitation": "ссылки-приглашения: не должны действовать дольше своего срока",
    "wrong_try": "счёт неверных паролей: нужен минуты",
}
"""Tables that stay at home, and why."""


def portable_tables() -> tuple[Table, ...]:
    """Return the tables of a backup, each behind those that it points at."""
    return tuple(table for table in Stored.metadata.sorted_tables if table.name not in LEFT_OUT)


def as_portable(value: Any) -> Any:
    """Return a stored value as JSON holds it: moments in UTC, bytes as base64."""
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, datetime):
        return region_moment(value).astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def as_stored_value(value: Any, kind: TypeEngine[Any]) -> Any:
    """Return a value of a backup as its column takes it; raise ValueError or TypeError where it cannot."""
    if value is None:
        return None
    if isinstance(kind, LargeBinary):
        return b64decode(value, validate=True)
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(value).astimezone(UTC)
    return date.fromisoformat(value) if isinstance(kind, Date) else value

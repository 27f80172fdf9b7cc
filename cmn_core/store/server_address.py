"""The address of a database on a server: its driver, and the schema that holds a region's data."""

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy.engine import URL

from cmn_core.store.failures import StoreError

_DRIVER = "postgresql+psycopg"
_SCHEMA_NAME = re.compile(r"(?!pg_)[a-z_][a-z0-9_]{0,62}")
_SEARCH_PATH = re.compile(r"search_path\s*=\s*\"?([^\s,\"]+)")


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """An address taken apart."""

    url: URL
    """What the driver is given, without the schema."""
    schema: str | None
    """None: the one that the server gives this user, as a rule «public»."""
    options: str
    """The session's options that the address itself sets."""


def fill_driver(url: URL) -> URL:
    """Name the driver where the address leaves it to us."""
    return url.set(drivername=_DRIVER) if url.drivername in ("postgresql", "postgres") else url


def read_server_address(url: URL) -> ServerAddress:
    """Find the schema in `?schema=omsk` or `?options=-csearch_path=omsk`; raise StoreError for an unfit name."""
    options = _one(url, "options")
    found = _SEARCH_PATH.search(options)
    schema = _one(url, "schema") or (found.group(1) if found else "")
    if schema and schema != "$user" and not _SCHEMA_NAME.fullmatch(schema):
        raise StoreError(
            f"Имя схемы «{schema}» в адресе базы данных не подходит: нужны строчные латинские буквы, цифры и знак _, "
            "первой — буква; начало pg_ занято сервером."
        )
    return ServerAddress(
        url.difference_update_query(["schema", "options"]), None if schema in ("", "$user") else schema, options
    )


def describe_server(url: URL) -> str:
    """Name a database on a server for people: without its user and password."""
    schema = read_server_address(url).schema
    where = f" на сервере {url.host}" if url.host else ""
    return f"«{url.database or url.username or ''}»{where}" + (f" (схема {schema})" if schema else "")


def _one(url: URL, name: str) -> str:
    value: Any = url.query.get(name, "")
    return value if isinstance(value, str) else " ".join(value)

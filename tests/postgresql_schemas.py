"""Schemas made ready in milliseconds: the statements of the real migrations once more, and a template's rows."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any

import psycopg
from sqlalchemy import Engine, event

from cmn_core.store.engine import open_database
from cmn_core.store.tables import Stored
from tests.postgresql import TestServer

_DEFINING = ("CREATE", "ALTER", "DROP")
_NUMBERS = count(1)


@dataclass(frozen=True, slots=True)
class SchemaTemplate:
    """A schema that the application made, to be copied with its rows."""

    server: TestServer
    schema: str
    definition: str
    """What the migrations said to make it."""

    @contextmanager
    def copied(self) -> Iterator[str]:
        """Make a copy for the time of a test; return its address."""
        schema = new_schema_name()
        with self.server.connect() as connection:
            self.copy(connection, schema)
        yield self.server.address_of(schema)
        drop_schema(self.server, schema)

    def copy(self, connection: "psycopg.Connection[Any]", schema: str) -> None:
        """Make a schema of the same tables and rows."""
        tables = [table.name for table in Stored.metadata.sorted_tables]
        said = [
            f"CREATE SCHEMA {schema}; SET LOCAL search_path = {schema}; {self.definition}",
            *(f'INSERT INTO "{name}" SELECT * FROM {self.schema}."{name}"' for name in (*tables, "alembic_version")),
            *(f"SELECT setval('{name}_id_seq', max(id)) FROM \"{name}\"" for name in tables),
        ]
        # One message is one transaction.
        connection.execute("; ".join(said))


@contextmanager
def make_template(server: TestServer) -> Iterator[SchemaTemplate]:
    """Let the application make a ready and empty schema, and keep what it said."""
    heard: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().startswith(_DEFINING) and "CREATE SCHEMA" not in statement:
            heard.append(statement)

    schema = new_schema_name()
    event.listen(Engine, "before_cursor_execute", hear)
    try:
        open_database(server.address_of(schema)).close()
    finally:
        event.remove(Engine, "before_cursor_execute", hear)
    yield SchemaTemplate(server, schema, "; ".join(heard))
    drop_schema(server, schema)


def new_schema_name() -> str:
    """Return a name that no other run of the tests uses."""
    return f"cmn_test_{os.getpid()}_{next(_NUMBERS)}"


def drop_schema(server: TestServer, schema: str) -> None:
    """Drop a schema with all that it holds."""
    with server.connect() as connection:
        connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")

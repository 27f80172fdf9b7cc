"""How a transaction begins: writers one after another from their first step, readers never in the way."""

from sqlalchemy import Connection, Engine

_WRITES = "cmn_writes"


def as_writer(engine: Engine) -> Engine:
    """Return the engine whose transactions write."""
    return engine.execution_options(**{_WRITES: True})


def begin_on_sqlite(connection: Connection) -> None:
    """Take the writer's place at once: a transaction that reads first and writes later could lose its turn."""
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def begin_on_server(connection: Connection) -> None:
    """Take the writer's place at once; what it reads afterwards is what the writer before it left."""
    if connection.get_execution_options().get(_WRITES):
        connection.exec_driver_sql("SELECT revision FROM data_revision FOR UPDATE")


def begin_migrating_on_server(connection: Connection) -> None:
    """Let processes that migrate one schema wait for each other; there may be no table to lock yet."""
    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('cmn ' || current_setting('search_path')))")

"""Connections to PostgreSQL: one writer at a time, readers beside it, and a server that may go away and come back."""

from typing import Any

from sqlalchemy import Engine, NullPool, create_engine, event, text
from sqlalchemy.engine import URL

from cmn_core.store.server_address import read_server_address
from cmn_core.store.turns import begin_migrating_on_server, begin_on_server

_KEPT, _MOST = 5, 20
"""Connections kept open, and open at most: a page holds one for some milliseconds."""
_KEPT_S = 1800
_LINK = {
    "application_name": "cmn",
    "connect_timeout": 5,
    # A server that vanished without a word is noticed in 25 seconds, not in two hours.
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 25_000,
}
_LONGEST_STATEMENT_S = 60
_LONGEST_PAUSE_S = 60
"""A process that stopped in the middle of a saving holds up the others no longer than this."""


def make_server_engine(address: URL, patience_s: float, options: dict[str, Any], *, migrates: bool = False) -> Engine:
    """Make an engine; a migrating one keeps no connection and may take its time."""
    server = read_server_address(address)
    session = {
        "timezone": "UTC",
        "lock_timeout": f"{max(1, round(patience_s * 1000))}ms",
        "statement_timeout": "0" if migrates else f"{_LONGEST_STATEMENT_S}s",
        "idle_in_transaction_session_timeout": f"{_LONGEST_PAUSE_S}s",
    }
    if server.schema:
        session["search_path"] = server.schema
    given = " ".join((*(f"-c{name}={value}" for name, value in session.items()), server.options))
    pool: dict[str, Any] = {"poolclass": NullPool}
    if not migrates:
        pool = {
            "pool_size": _KEPT,
            "max_overflow": _MOST - _KEPT,
            "pool_timeout": patience_s,
            "pool_recycle": _KEPT_S,
            # Asks a connection whether it still lives: after a restart of the server the next page simply works.
            "pool_pre_ping": True,
        }
    connecting = {**_LINK, "options": given.strip()}
    engine = create_engine(
        server.url,
        connect_args=connecting,
        isolation_level="READ COMMITTED",
        # An error's text goes to the log, the values of a statement do not.
        hide_parameters=True,
        **pool,
        **options,
    )
    event.listen(engine, "begin", begin_migrating_on_server if migrates else begin_on_server)
    return engine


def as_reader(engine: Engine) -> Engine:
    """Return the engine whose transactions see one unchanging picture of the data."""
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def make_schema(migrating: Engine, address: URL) -> None:
    """Make the schema that the address names where it is missing."""
    schema = read_server_address(address).schema
    if schema is None:
        return
    with migrating.begin() as connection:
        found = connection.execute(text("SELECT 1 FROM pg_namespace WHERE nspname = :name"), {"name": schema})
        # Not IF NOT EXISTS alone: that asks for the right to make schemas even where there is nothing to make.
        if found.first() is None:
            connection.exec_driver_sql(f'CREATE SCHEMA "{schema}"')

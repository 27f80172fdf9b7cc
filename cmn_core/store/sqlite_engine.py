"""Connections to a SQLite file or memory: one writer at a time, readers beside it, and a file that may be replaced."""

import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, NullPool, StaticPool, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DisconnectionError

from cmn_core.store.failures import DatabaseUnavailable
from cmn_core.store.location import file_of
from cmn_core.store.turns import begin_on_sqlite


def make_sqlite_engine(address: URL, patience_s: float, options: dict[str, Any], *, migrates: bool = False) -> Engine:
    """Make an engine; a database in memory is one connection that lives as long as the engine."""
    file = file_of(address)
    pool: dict[str, Any] = {}
    if file is None:
        pool["poolclass"] = StaticPool
    elif migrates:
        pool["poolclass"] = NullPool
    connecting = {"timeout": patience_s, "check_same_thread": False}
    # An error's text goes to the log, the values of a statement do not.
    engine = create_engine(address, connect_args=connecting, hide_parameters=True, **pool, **options)

    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        # SQLAlchemy says BEGIN itself, see `begin_on_sqlite`; the driver must not.
        connection.isolation_level = None
        if file is not None:
            _use_wal(connection, patience_s)
        # Rebuilding a table for a migration must not count as deleting its rows.
        connection.execute(f"PRAGMA foreign_keys={'OFF' if migrates else 'ON'}")
        # A report that was said to be saved outlives a power cut; saves are few, so the wait does no harm.
        connection.execute("PRAGMA synchronous=FULL")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin_on_sqlite)
    return engine


def follow_file(engine: Engine, file: Path, place: str) -> None:
    """Let a connection go once its file was taken away or replaced, and never make an empty one in its place."""
    opened = _identity(file)

    def check(_connection: object, record: Any, _fairy: object) -> None:
        if record.info.setdefault("file", opened) != _identity(file):
            raise DisconnectionError

    def remember(_connection: object, record: Any) -> None:
        record.info["file"] = _identity(file)

    def refuse_missing(*_connecting: object) -> None:
        if _identity(file) is None:
            raise DatabaseUnavailable(
                f"Файла базы данных {place} больше нет на месте. Ничего не сохранено: верните файл или подключите "
                "диск, на котором он лежит, и повторите."
            )

    event.listen(engine, "checkout", check)
    event.listen(engine, "connect", remember)
    event.listen(engine, "do_connect", refuse_missing)


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _use_wal(connection: sqlite3.Connection, patience_s: float) -> None:
    """Switch a new file to WAL, where readers do not wait for the writer."""
    deadline = time.monotonic() + patience_s
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            # SQLite does not wait by itself while another process switches.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)

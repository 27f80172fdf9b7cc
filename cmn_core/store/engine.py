"""Open the database: created, brought to this version, and ready for readers beside one writer."""

import json
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, StaticPool, create_engine, event, update
from sqlalchemy.engine import URL
from sqlalchemy.exc import NoSuchModuleError, SQLAlchemyError
from sqlmodel import Session, col

from cmn_core.reference import Reference
from cmn_core.store.failures import StoreError, explain_failure, explain_sqlite, is_explained
from cmn_core.store.location import file_of, make_place, parse_address
from cmn_core.store.schema import is_current, upgrade_schema
from cmn_core.store.seeding import seed_districts
from cmn_core.store.tables import DataRevision

PATIENCE_S = 10.0
"""How long a writer waits for another one."""
_WRITES = "cmn_writes"


class Database:
    """An open database; every session of the store comes from here."""

    def __init__(self, engine: Engine, place: str) -> None:
        self.url = engine.url.render_as_string(hide_password=True)
        self.merged_reference: tuple[int, Reference] | None = None
        """The reference with this database's overrides and the revision it was merged at."""
        self._reading = engine
        self._writing = engine.execution_options(**{_WRITES: True})
        self._place = place
        # A database in memory is one connection: its sessions take turns.
        alone = isinstance(engine.pool, StaticPool)
        self._turn: AbstractContextManager[Any] = threading.RLock() if alone else nullcontext()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Open a session over one unchanging picture of the data."""
        with self._turn, _explained(self._place), Session(self._reading, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Open the one writing transaction: all of it is stored with a new revision, or nothing.

        A body that calls `session.rollback()` last has written nothing, and the revision stays.
        """
        with self._turn, _explained(self._place), Session(self._writing, expire_on_commit=False) as session:
            session.connection()
            yield session
            if session.in_transaction():
                session.execute(update(DataRevision).values(revision=col(DataRevision.revision) + 1))
                session.commit()

    def close(self) -> None:
        """Close all connections."""
        self._reading.dispose()


def open_database(url: str | None = None, *, patience_s: float = PATIENCE_S) -> Database:
    """Open, create or upgrade a database; raise StoreError with a sentence where it cannot be used.

    Without an address: CMN_DATABASE_URL, else the default file of this folder.
    """
    address = parse_address(url)
    file = file_of(address)
    if file is not None:
        make_place(file)
    place = str(file) if file else address.render_as_string(hide_password=True)
    with _explained(place):
        engine = _make_engine(address, patience_s)
        try:
            _make_ready(engine, address, place, patience_s)
        except BaseException:
            engine.dispose()
            raise
    return Database(engine, place)


def _make_ready(engine: Engine, address: URL, place: str, patience_s: float) -> None:
    if not is_current(engine, place):
        in_memory = isinstance(engine.pool, StaticPool)
        migrating = engine if in_memory else _make_engine(address, patience_s, migrates=True)
        upgrade_schema(migrating.execution_options(**{_WRITES: True}), place)
        if not in_memory:
            migrating.dispose()
    seed_districts(engine, engine.execution_options(**{_WRITES: True}))


def _make_engine(address: URL, patience_s: float, *, migrates: bool = False) -> Engine:
    options: dict[str, Any] = {"json_serializer": partial(json.dumps, ensure_ascii=False)}
    if address.get_backend_name() != "sqlite":
        return _make_server_engine(address, options)
    in_memory = file_of(address) is None
    if in_memory:
        options["poolclass"] = StaticPool
    elif migrates:
        options["poolclass"] = NullPool
    engine = create_engine(address, connect_args={"timeout": patience_s, "check_same_thread": False}, **options)

    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        # SQLAlchemy says BEGIN itself, see `_begin`; the driver must not.
        connection.isolation_level = None
        if not in_memory:
            _use_wal(connection, patience_s)
        # Rebuilding a table for a migration must not count as deleting its rows.
        connection.execute(f"PRAGMA foreign_keys={'OFF' if migrates else 'ON'}")
        # A report that was said to be saved outlives a power cut; saves are few, so the wait does no harm.
        connection.execute("PRAGMA synchronous=FULL")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _make_server_engine(address: URL, options: dict[str, Any]) -> Engine:
    try:
        return create_engine(address, **options)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreError(
            f"Для базы данных {address.render_as_string(hide_password=True)} не установлен драйвер ({error}). "
            "Установите его или укажите sqlite:///папка/файл.sqlite3."
        ) from error


def _begin(connection: Connection) -> None:
    """Take the writer's place at once: a transaction that reads first and writes later could lose its turn."""
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


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


@contextmanager
def _explained(place: str) -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        if not is_explained(error):
            raise
        raise explain_failure(error, place) from error
    except sqlite3.Error as error:
        raise explain_sqlite(error, place) from error
    except (OverflowError, UnicodeEncodeError) as error:
        raise StoreError(
            "В отчёте есть число или знак, который база данных не хранит. Ничего не сохранено: исправьте файл."
        ) from error

"""Open the database: created, brought to this version, and ready for readers beside one writer."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from copy import copy
from datetime import UTC, datetime
from functools import partial
from typing import Any

from sqlalchemy import Engine, StaticPool, update
from sqlalchemy.engine import URL
from sqlalchemy.exc import NoSuchModuleError
from sqlmodel import Session, col

from cmn_core.access import AccessDenied, Deed
from cmn_core.reference import Reference
from cmn_core.store.explained import explained, explained_commit
from cmn_core.store.failures import StoreError
from cmn_core.store.location import describe_place, file_of, is_on_server, make_place, parse_address
from cmn_core.store.schema import is_current, upgrade_schema
from cmn_core.store.seeding import seed_districts
from cmn_core.store.server_engine import as_reader, make_schema, make_server_engine
from cmn_core.store.sessions import AT_THE_COMPUTER, Actor, check_still_in, give_session
from cmn_core.store.sqlite_engine import follow_file, make_sqlite_engine
from cmn_core.store.tables import DataRevision
from cmn_core.store.turns import as_writer

PATIENCE_S = 10.0
"""How long a writer waits for another one."""


class Database:
    """An open database; every session of the store comes from here."""

    def __init__(self, engine: Engine, address: URL) -> None:
        self.url = address.render_as_string(hide_password=True)
        self.actor = AT_THE_COMPUTER
        """Who asks: the store refuses what their role does not allow."""
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)
        """For what happens unasked, as a refusal's line in the record."""
        self.merged_references: dict[int, Reference] = {}
        """The reference with this database's overrides by the revision it was merged at; the last one alone."""
        self._reading = as_reader(engine) if is_on_server(address) else engine
        self._writing = as_writer(engine)
        self.place = describe_place(address)
        """The database's name for people."""
        # A database in memory is one connection: its sessions take turns.
        alone = isinstance(engine.pool, StaticPool)
        self._turn: AbstractContextManager[Any] = threading.RLock() if alone else nullcontext()

    def acting(self, actor: Actor) -> "Database":
        """Return the same database in the hands of a person: what the role does not allow is refused and recorded."""
        in_hands = copy(self)
        in_hands.actor = actor
        return in_hands

    def demand(self, deed: Deed, district: str | None = None) -> None:
        """Refuse, on record, what the person may not do; for what was read before and is kept for all to share."""
        with self._refusals_recorded():
            self.actor.person.demand(deed, district)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Open a session over one unchanging picture of the data."""
        with self._refusals_recorded(), self._turn, explained(self.place), self._session(self._reading) as session:
            yield session

    @contextmanager
    def write(self, *, changes_figures: bool = True) -> Iterator[Session]:
        """Open the one writing transaction: all of it is stored with a new revision, or nothing.

        What no page counts with (a draft) keeps the revision, so that nobody's pages are made anew for it.

        A body that calls `session.rollback()` last has written nothing, and the revision stays. Raises SignInEnded
        where the person's sign-in has ended by now, and SavingUnknown where the link broke while the server was
        storing; doing the same again is then safe.
        """
        with self._refusals_recorded(), self._turn, explained(self.place), self._session(self._writing) as session:
            session.connection()
            check_still_in(session, self.actor)
            yield session
            if session.in_transaction():
                if changes_figures:
                    session.execute(update(DataRevision).values(revision=col(DataRevision.revision) + 1))
                with explained_commit(self.place):
                    session.commit()

    @contextmanager
    def _session(self, engine: Engine) -> Iterator[Session]:
        with Session(engine, expire_on_commit=False) as session:
            give_session(session, self.actor)
            yield session

    @contextmanager
    def _refusals_recorded(self) -> Iterator[None]:
        try:
            yield
        except AccessDenied as refusal:
            # In a transaction of its own: the deed's has been taken back.
            from cmn_core.store.refused import record_refusal

            record_refusal(self, refusal)
            raise

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
    place = describe_place(address)
    with explained(place):
        engine = make_engine(address, patience_s)
        try:
            _make_ready(engine, address, place, patience_s)
        except BaseException:
            engine.dispose()
            raise
    if file is not None:
        follow_file(engine, file, place)
    return Database(engine, address)


def _make_ready(engine: Engine, address: URL, place: str, patience_s: float) -> None:
    if not is_current(engine, place):
        in_memory = isinstance(engine.pool, StaticPool)
        migrating = engine if in_memory else make_engine(address, patience_s, migrates=True)
        if is_on_server(address):
            make_schema(migrating, address)
        upgrade_schema(as_writer(migrating), place)
        if not in_memory:
            migrating.dispose()
    seed_districts(engine, as_writer(engine))


def make_engine(address: URL, patience_s: float, *, migrates: bool = False) -> Engine:
    """Make the engine of an address; raise StoreError where its driver is missing."""
    make = make_server_engine if is_on_server(address) else make_sqlite_engine
    options = {"json_serializer": partial(json.dumps, ensure_ascii=False)}
    try:
        return make(address, patience_s, options, migrates=migrates)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreError(
            f"Для базы данных {address.render_as_string(hide_password=True)} не установлен драйвер ({error}). "
            "Укажите postgresql://имя@сервер/база или sqlite:///папка/файл.sqlite3."
        ) from error

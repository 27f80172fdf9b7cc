"""Fill an empty database with the rows of a backup: one transaction, after which all of it stands, or nothing."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, MetaData, Table, bindparam, func, inspect, literal, select, text
from sqlalchemy.exc import DataError, IntegrityError
from sqlmodel import Session

from cmn_core.store.engine import PATIENCE_S, make_engine
from cmn_core.store.explained import explained, explained_commit
from cmn_core.store.failures import StoreError
from cmn_core.store.location import describe_place, file_of, is_on_server, make_place, parse_address
from cmn_core.store.portable import as_stored_value, portable_tables
from cmn_core.store.schema import HEAD, build_schema, has_tables
from cmn_core.store.server_engine import make_schema
from cmn_core.store.tables import Stored
from cmn_core.store.turns import as_writer

_ROWS_AT_ONCE, _BYTES_AT_ONCE = 500, 16_000_000
_MADE_BY_OPENING = frozenset({"district", "data_revision", "audit_head"})
"""Tables that have rows in a database that nobody has used."""


class Refilling:
    """A database on its way to become what a backup holds."""

    def __init__(self, connection: Connection, place: str, revision_before: int) -> None:
        self.place = place
        self.revision_before = revision_before
        self._connection = connection
        self._tables = {name: _read_table(connection, name) for name in inspect(connection).get_table_names()}

    def fill(self, name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Put the rows of a table in; raise ValueError where they do not fit it."""
        try:
            self._fill(name, columns, rows)
        except (IntegrityError, DataError) as error:
            raise ValueError(f"rows of {name}") from error

    def _fill(self, name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        table = self._tables.get(name)
        if table is None or set(columns) != {column.name for column in table.columns}:
            raise ValueError(f"columns of {name}")
        self._connection.execute(table.delete())
        later = _points_at_itself(table)
        kinds = [table.columns[column].type for column in columns]
        pointing: list[dict[str, Any]] = []
        for portion in _portions(rows):
            values = [
                {column: as_stored_value(value, kind) for column, value, kind in zip(columns, row, kinds, strict=True)}
                for row in portion
            ]
            # A row may point at one that comes later.
            pointing += [{"own": row["id"], "other": row[later]} for row in values if later and row[later] is not None]
            self._connection.execute(table.insert(), [row | {later: None} for row in values] if later else values)
        if pointing and later:
            own = table.update().where(table.columns["id"] == bindparam("own"))
            self._connection.execute(own.values({later: bindparam("other")}), pointing)

    @contextmanager
    def bring_up(self) -> Iterator[Session]:
        """Bring the filled database to this version, and open a session that sees what is not stored yet."""
        if self._connection.dialect.name == "postgresql":
            self._set_sequences()
        build_schema(self._connection, HEAD, self.place)
        with Session(self._connection, expire_on_commit=False) as session:
            yield session
            # Ends the session's own part: storing is the outer transaction's.
            session.commit()

    def _set_sequences(self) -> None:
        """Let new rows be numbered behind those that came with their numbers."""
        for table in self._tables.values():
            if "id" in table.columns:
                most = select(func.max(table.columns["id"])).scalar_subquery()
                of_table = func.pg_get_serial_sequence(table.name, "id")
                self._connection.execute(select(func.setval(of_table, func.coalesce(most, 1), most.is_not(None))))


@contextmanager
def refilling(url: str | None, revision: str) -> Iterator[Refilling]:
    """Make an empty database ready at a schema revision; raise StoreError where it is in use.

    What leaves the body by an exception leaves the database as it was, and no file that was not there.
    """
    address = parse_address(url)
    place, file = describe_place(address), file_of(address)
    if file is not None:
        make_place(file)
    was_there = file is not None and file.exists()
    try:
        with explained(place):
            engine = make_engine(address, PATIENCE_S, migrates=True)
            try:
                if is_on_server(address):
                    make_schema(engine, address)
                with _transaction(as_writer(engine).connect(), place) as connection:
                    before = _clear(connection, place)
                    build_schema(connection, revision, place)
                    yield Refilling(connection, place, before)
            finally:
                engine.dispose()
    except BaseException:
        if file is not None and not was_there:
            _remove(file)
        raise


@contextmanager
def _transaction(opened: Connection, place: str) -> Iterator[Connection]:
    with opened as connection:
        transaction = connection.begin()
        try:
            yield connection
        except BaseException:
            transaction.rollback()
            raise
        with explained_commit(place):
            transaction.commit()


def _clear(connection: Connection, place: str) -> int:
    """Take the tables of an unused database away; return its revision; raise StoreError where there are data."""
    if not has_tables(connection, place):
        return 0
    standing = set(inspect(connection).get_table_names()) - _MADE_BY_OPENING
    if any(table.name in standing and _has_rows(connection, table) for table in portable_tables()):
        raise StoreError(
            f"В базе {place} уже есть данные, поэтому восстанавливать в неё нельзя: ничего не изменено. "
            "Укажите новую базу: --database с именем файла, которого ещё нет, или пустую схему на сервере."
        )
    revision = connection.execute(text("SELECT max(revision) FROM data_revision")).scalar() or 0
    Stored.metadata.drop_all(connection)
    connection.execute(text("DROP TABLE alembic_version"))
    return int(revision)


def _has_rows(connection: Connection, table: Table) -> bool:
    return connection.execute(select(literal(1)).select_from(table).limit(1)).first() is not None


def _read_table(connection: Connection, name: str) -> Table:
    """Return a table as its schema revision has it; this program's classes may know later columns."""
    inspector = inspect(connection)
    pointing = {
        column: ForeignKey(f"{key['referred_table']}.id")
        for key in inspector.get_foreign_keys(name)
        for column in key["constrained_columns"]
        if key["referred_table"] == name
    }
    columns = [
        Column(found["name"], found["type"], *([pointing[found["name"]]] if found["name"] in pointing else []))
        for found in inspector.get_columns(name)
    ]
    return Table(name, MetaData(), *columns)


def _points_at_itself(table: Table) -> str | None:
    return next((key.parent.name for key in table.foreign_keys if key.column.table is table), None)


def _portions(rows: Iterable[Sequence[Any]]) -> Iterator[list[Sequence[Any]]]:
    """Yield the rows by hundreds, those with files by megabytes."""
    portion: list[Sequence[Any]] = []
    size = 0
    for row in rows:
        portion.append(row)
        size += sum(len(value) for value in row if isinstance(value, str))
        if len(portion) >= _ROWS_AT_ONCE or size >= _BYTES_AT_ONCE:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def _remove(file: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            file.with_name(file.name + ending).unlink(missing_ok=True)

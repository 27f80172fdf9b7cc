"""Failures of a database in the user's words; mistakes in our own statements stay what they are."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from cmn_core.store.failures import DatabaseUnavailable, SavingUnknown, StoreError
from cmn_core.store.sqlite_failures import explain_sqlite


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Raise a database's failure as StoreError."""
    try:
        yield
    except SQLAlchemyError as error:
        sentence = _explain(error, place)
        if sentence is None:
            raise
        raise sentence from error
    except sqlite3.Error as error:
        raise explain_sqlite(error, place) from error
    except (OverflowError, UnicodeEncodeError) as error:
        raise StoreError(
            "В отчёте есть число или знак, который база данных не хранит. Ничего не сохранено: исправьте файл."
        ) from error


@contextmanager
def explained_commit(place: str) -> Iterator[None]:
    """Raise SavingUnknown where the link broke between the request to store and its answer."""
    try:
        yield
    except DBAPIError as error:
        if not error.connection_invalidated:
            raise
        raise SavingUnknown(place) from error


def _explain(error: SQLAlchemyError, place: str) -> StoreError | None:
    """Return the sentence, None for a mistake of ours."""
    if isinstance(error, PoolTimeout):
        from cmn_core.store.server_failures import BUSY

        return DatabaseUnavailable(BUSY.format(place=place))
    if not isinstance(error, DBAPIError):
        return None
    if isinstance(error.orig, sqlite3.Error):
        ours = isinstance(error, IntegrityError | ProgrammingError)
        return None if ours else explain_sqlite(error.orig, place)
    return _explain_server(error, place)


def _explain_server(error: DBAPIError, place: str) -> StoreError | None:
    # Not at the top: who keeps the data in a file never loads the server's driver.
    import psycopg

    from cmn_core.store.server_failures import explain_server, is_ours

    if not isinstance(error.orig, psycopg.Error) or is_ours(error.orig):
        return None
    return explain_server(error.orig, place)

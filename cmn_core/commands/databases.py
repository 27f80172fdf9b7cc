"""The database of a command."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cmn_core.errors import UsageError

if TYPE_CHECKING:
    from cmn_core.store.engine import Database


@contextmanager
def use_database(url: str | None, default_url: str | None = None) -> Iterator["Database"]:
    """Open the database asked for, else the environment's, else the default; make it ready and close it afterwards."""
    from cmn_core.store.engine import open_database

    database = open_database(settle_address(url, default_url))
    try:
        yield database
    finally:
        database.close()


def settle_address(url: str | None, default_url: str | None = None) -> str:
    """Return the address of a command's database; raise UsageError where its words cannot be read."""
    import os

    from cmn_core.store.failures import StoreError
    from cmn_core.store.location import ADDRESS_VARIABLE, parse_address

    try:
        address = parse_address(url or os.environ.get(ADDRESS_VARIABLE) or default_url)
    except StoreError as error:
        raise UsageError(error.message) from error
    return address.render_as_string(hide_password=False)


def database_exists(url: str | None) -> bool:
    """Tell whether there is a database to ask; a database on a server is taken as there."""
    from cmn_core.store.location import file_of, parse_address

    file = file_of(parse_address(settle_address(url)))
    return file is None or (file.is_file() and file.stat().st_size > 0)


def demand_database(url: str | None, otherwise: str) -> None:
    """Raise UsageError where there is no database to ask; `otherwise`: what cannot be done then."""
    if not database_exists(url):
        raise UsageError(f"Базы данных {settle_address(url)} нет: {otherwise}. Проверьте --database.")

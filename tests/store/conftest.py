"""Every test that is not about SQLite's own files runs on a file and on a PostgreSQL server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmn_core.store.engine import Database, open_database

DATABASES = ("sqlite", "postgresql")


@pytest.fixture(params=DATABASES)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of a database of the test's own: a file that is not there yet, or a ready schema."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'cmn.sqlite3'}"
    return str(request.getfixturevalue("postgresql_address"))


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    """Open an empty database of the test's own."""
    opened = open_database(address)
    yield opened
    opened.close()

"""One demonstration database for all its tests; it takes seconds to make."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmn_core.demo.demonstration import prepare_demonstration
from cmn_core.store.engine import Database, open_database


@pytest.fixture(scope="session")
def demo_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Make the demonstration in a file of its own; return its address."""
    return f"sqlite:///{tmp_path_factory.mktemp('demonstration') / 'demo.sqlite3'}"


@pytest.fixture(scope="session")
def drafts(demo_url: str) -> Path:
    """Return the folder beside the database in which the drafts lie."""
    return Path(demo_url.removeprefix("sqlite:///")).parent / "demo"


@pytest.fixture(scope="session")
def demonstration(demo_url: str) -> Iterator[Database]:
    """Open the made demonstration; its tests only read it."""
    database = open_database(demo_url)
    assert prepare_demonstration(database, demo_url).made
    yield database
    database.close()

"""The session's demonstration, opened for tests that only read it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmn_core.store.engine import Database, open_database


@pytest.fixture(scope="session")
def demo_url(read_demonstration: str) -> str:
    return read_demonstration


@pytest.fixture(scope="session")
def drafts(demonstration_file: Path) -> Path:
    """Return the folder beside the database in which the drafts lie."""
    return demonstration_file.parent / "demo"


@pytest.fixture(scope="session")
def demonstration(demo_url: str) -> Iterator[Database]:
    database = open_database(demo_url)
    yield database
    database.close()

"""What the tests of pages share."""

from collections.abc import Iterator

import pytest

from cmn_core.store.engine import Database, open_database


@pytest.fixture
def database(empty_database: str) -> Iterator[Database]:
    """Open the database without a report that the pages are pointed at."""
    opened = open_database(empty_database)
    yield opened
    opened.close()

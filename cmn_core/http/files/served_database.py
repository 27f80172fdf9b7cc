"""The database that this process serves, opened once for the routes."""

import os
from functools import lru_cache

from cmn_core.store.engine import Database, open_database
from cmn_core.store.location import ADDRESS_VARIABLE


def served_database() -> Database:
    """Return the database in nobody's hands yet; raise StoreError where it cannot be used."""
    return _open(os.environ.get(ADDRESS_VARIABLE, ""))


@lru_cache(maxsize=4)
def _open(address: str) -> Database:
    return open_database(address or None)

"""Databases on a file and on a server, and one of them filled with a little of everything."""

from tests.store.conftest import address as address
from tests.store.conftest import database as database

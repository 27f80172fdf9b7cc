"""A database with a person who is signed in, and the stack on it."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette

from cmn_core.http.sign_in_cookie import sign_token
from cmn_core.http.sign_ins import SignIns
from cmn_core.store.engine import Database, open_database
from cmn_core.store.secrets import signing_key
from cmn_core.store.sign_ins import Entered
from tests.http.house import build_house
from tests.people import COOKIE, begin_sign_in


@pytest.fixture
def database(empty_database: str) -> Iterator[Database]:
    """Open the database that the stack serves."""
    opened = open_database(empty_database)
    yield opened
    opened.close()


@pytest.fixture
def sign_ins(database: Database) -> SignIns:
    """Return what the stack asks of the database."""
    return SignIns()


@pytest.fixture
def house(sign_ins: SignIns) -> Starlette:
    """Build the stack."""
    return build_house(sign_ins)


@pytest.fixture
def entered(database: Database) -> Entered:
    """Sign the administrator in."""
    return begin_sign_in(database)


@pytest.fixture
def cookie(database: Database, entered: Entered) -> dict[str, str]:
    """Return the administrator's «Cookie» header."""
    return {"cookie": f"{COOKIE}={sign_token(entered.token, signing_key(database))}"}

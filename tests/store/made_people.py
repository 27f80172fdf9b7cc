"""People for the tests of accounts and sign-ins."""

from datetime import UTC, datetime

from cmn_core.access import OF_A_MUNICIPALITY, Person, Role
from cmn_core.store.audit import Author
from cmn_core.store.engine import Database
from cmn_core.store.people import NewPerson, add_person
from cmn_core.store.sign_ins import Entered, enter
from tests.store.made_readings import TARA

NOW = datetime(2020, 11, 25, 9, 0, tzinfo=UTC)
BY = Author("Хозяин", NOW)
PASSWORD = "синий трактор едет"
ADDRESS = "192.0.2.7"


def add(database: Database, login: str = "tara", role: Role = "district", *, password: str | None = PASSWORD) -> Person:
    """Add a person; a district's one is of Tara."""
    districts = frozenset({TARA}) if role in OF_A_MUNICIPALITY else frozenset[str]()
    return add_person(database, NewPerson(login, f"Имя {login}", role, districts), by=BY, password=password)


def come_in(
    database: Database, login: str = "tara", password: str = PASSWORD, *, address: str = ADDRESS, now: datetime = NOW
) -> Entered:
    """Sign in."""
    return enter(database, login, password, address=address, device="Chrome, Windows", now=now)

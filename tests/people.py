"""People who are signed in: for pages that are opened in a browser or by a load driver."""

from dataclasses import dataclass
from datetime import UTC, datetime

from cmn_core.access import Person, Role
from cmn_core.http.sign_in_cookie import cookie_name, sign_token
from cmn_core.store.audit import Author
from cmn_core.store.engine import Database, open_database
from cmn_core.store.people import NewPerson, add_person, list_people
from cmn_core.store.secrets import signing_key
from cmn_core.store.sign_ins import Entered, enter

PASSWORD = "сорок рыжих котов под дождём"
COOKIE = cookie_name("cmn_sign_in", is_secure=False)


@dataclass(frozen=True, slots=True)
class Someone:
    """Who is to sign in; the same login is one account."""

    role: Role = "administrator"
    districts: tuple[str, ...] = ()
    """ОКТМО."""
    login: str = ""
    """Empty: by the role and the municipalities."""

    @property
    def account(self) -> NewPerson:
        """The account to be made."""
        login = self.login or "-".join(("test", self.role, *self.districts))
        return NewPerson(login, f"Проверка {login}", self.role, frozenset(self.districts))


ADMINISTRATOR = Someone()


def add_someone(database: Database, someone: Someone) -> Person:
    """Add the account unless it is there."""
    account = someone.account
    known = {card.person.login: card.person for card in list_people(database)}
    if account.login in known:
        return known[account.login]
    return add_person(database, account, by=Author("Проверка", datetime.now(UTC)), password=PASSWORD)


def begin_sign_in(database: Database, someone: Someone = ADMINISTRATOR) -> Entered:
    """Sign someone in."""
    add_someone(database, someone)
    at = datetime.now(UTC)
    return enter(database, someone.account.login, PASSWORD, address="127.0.0.1", device="проверка", now=at)


def make_cookie(address: str, someone: Someone = ADMINISTRATOR) -> str:
    """Sign someone in to the database of an address; return the cookie's value for a server on it."""
    database = open_database(address)
    try:
        return sign_token(begin_sign_in(database, someone).token, signing_key(database))
    finally:
        database.close()

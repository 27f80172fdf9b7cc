"""Accounts of the demonstration: one of each role, entered by a button at this computer alone."""

from functools import cache

from cmn_core.access import Role
from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_table, read_toml
from cmn_core.store.audit import Author
from cmn_core.store.engine import Database
from cmn_core.store.people import NewPerson, add_person, list_people


class DemoAccount(Entry):
    """One account."""

    login: str
    name: str
    role: Role
    districts: tuple[str, ...] = ()
    """ОКТМО."""


class DemoAccounts(Entry):
    """All of them."""

    password: str
    """Of each; nobody has to type it."""
    account: tuple[DemoAccount, ...]


@cache
def read_demo_accounts() -> DemoAccounts:
    """Read the shipped accounts once."""
    path = DATA_FOLDER / "demo" / "accounts.toml"
    return parse_table(path, DemoAccounts, read_toml(path))


def add_demo_accounts(database: Database, author: str) -> None:
    """Add the accounts that are not there yet."""
    accounts, by = read_demo_accounts(), Author(author, database.clock())
    known = {card.person.login for card in list_people(database)}
    for account in accounts.account:
        if account.login not in known:
            new = NewPerson(account.login, account.name, account.role, frozenset(account.districts))
            add_person(database, new, by=by, password=accounts.password, demonstration=True)

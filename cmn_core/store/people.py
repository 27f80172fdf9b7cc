"""Accounts: who there is, adding, changing, closing and reopening them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlmodel import Session, col

from cmn_core.access import Person
from cmn_core.store.account_facts import (
    AccountRefused,
    NewPerson,
    check_new,
    check_not_last_administrator,
    describe_changes,
    put_districts,
    take_login,
)
from cmn_core.store.accounts import find_account
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.engine import Database
from cmn_core.store.invitation_rows import withdraw_invitations
from cmn_core.store.moments import region_moment
from cmn_core.store.password_hashes import hash_password
from cmn_core.store.passwords import check_password
from cmn_core.store.sessions import actor_of, as_person
from cmn_core.store.sign_in_rows import end_all_of
from cmn_core.store.tables import District, Invitation, PersonDistrict, PersonRow, SignIn

__all__ = [
    "NewPerson", "PersonCard", "add_person", "change_person", "close_account", "list_people", "reopen_account",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonCard:
    """An account as its keeper sees it."""

    person: Person
    is_active: bool
    is_demonstration: bool
    has_password: bool
    last_seen_at: datetime | None
    """By the region's clock; None: never entered."""
    invited_until: datetime | None
    """The end of the last link that was neither used nor withdrawn; it may have passed."""


def list_people(database: Database) -> tuple[PersonCard, ...]:
    """Return all accounts, open ones first, by name."""
    with database.read() as session:
        actor_of(session).demand("keep_people")
        rows = session.scalars(select(PersonRow)).all()
        seen = _latest(session, select(col(SignIn.person_id), func.max(SignIn.seen_at)).group_by(col(SignIn.person_id)))
        invited = _latest(
            session,
            select(col(Invitation.person_id), func.max(Invitation.ends_at))
            .where(col(Invitation.used_at).is_(None), col(Invitation.withdrawn_at).is_(None))
            .group_by(col(Invitation.person_id)),
        )
        places = _read_districts(session)
    cards = [_as_card(row, places[row.id or 0], seen, invited) for row in rows]
    return tuple(sorted(cards, key=lambda card: (not card.is_active, card.person.name.casefold(), card.person.login)))


def add_person(
    database: Database, new: NewPerson, *, by: Author, password: str | None = None, demonstration: bool = False
) -> Person:
    """Add an account; raise StoreError saying all that is wrong with it. Without a password it waits for an invitation.

    `demonstration`: shown with its password to everyone at this computer, so the password may be weak.
    """
    new = check_new(new)
    kept = None
    if password is not None:
        if not demonstration:
            check_password(password, login=new.login, name=new.name)
        kept = hash_password(password)
    with database.write(changes_figures=False) as session:
        actor_of(session).demand("keep_people")
        moment = region_moment(by.at)
        row = PersonRow(
            login=new.login,
            login_key=take_login(session, new, None),
            name=new.name,
            role=new.role,
            password_hash=kept,
            password_at=None if kept is None else moment,
            is_demonstration=demonstration,
            created_at=moment,
        )
        session.add(row)
        session.flush()
        put_districts(session, row, new.districts)
        person = as_person(session, row)
        write_audit(
            session, "person_added", by, login=new.login, name=new.name, role=new.role, districts=sorted(new.districts)
        )
    return person


def change_person(
    database: Database, number: int, new: NewPerson, *, by: Author, seen: Person | None = None
) -> tuple[str, ...]:
    """Change an account and return which of its fields; another role or other municipalities end its sign-ins.

    `seen`: the account that the change began with; raises AccountRefused where another has changed it meanwhile.
    """
    new = check_new(new)
    with database.write(changes_figures=False) as session:
        actor_of(session).demand("keep_people")
        row = find_account(session, number)
        before = as_person(session, row)
        if seen not in (None, before):
            raise AccountRefused("Эту учётную запись уже изменил другой администратор. Посмотрите её и повторите.")
        changes = describe_changes(before, new)
        if not changes:
            session.rollback()
            return ()
        if new.role != "administrator":
            check_not_last_administrator(session, row)
        row.login, row.login_key, row.name, row.role = new.login, take_login(session, new, number), new.name, new.role
        session.flush()
        put_districts(session, row, new.districts)
        if {"role", "districts"} & set(changes):
            end_all_of(session, number, "removed", by.at)
        write_audit(session, "person_changed", by, person=number, login=before.login, changes=changes)
    return tuple(changes)


def close_account(database: Database, number: int, *, by: Author) -> None:
    """Shut a person out at once: sign-ins and invitations end; what they did stays under their name."""
    with database.write(changes_figures=False) as session:
        actor_of(session).demand("keep_people")
        row = find_account(session, number)
        if not row.is_active:
            session.rollback()
            return
        check_not_last_administrator(session, row)
        row.is_active = False
        end_all_of(session, number, "removed", by.at)
        withdraw_invitations(session, number, by.at)
        write_audit(session, "account_closed", by, person=number, login=row.login)


def reopen_account(database: Database, number: int, *, by: Author) -> None:
    """Let a person in again, with the password they had."""
    with database.write(changes_figures=False) as session:
        actor_of(session).demand("keep_people")
        row = find_account(session, number)
        if row.is_active:
            session.rollback()
            return
        row.is_active = True
        write_audit(session, "account_reopened", by, person=number, login=row.login)


def _as_card(
    row: PersonRow, districts: frozenset[str], seen: Mapping[int, datetime], invited: Mapping[int, datetime]
) -> PersonCard:
    number = row.id or 0
    return PersonCard(
        Person(number, row.login, row.name, row.role, districts),  # type: ignore[arg-type]  # stored from a Role
        row.is_active,
        row.is_demonstration,
        row.password_hash is not None,
        seen.get(number),
        invited.get(number),
    )


def _latest(session: Session, asked: Select[int, datetime]) -> dict[int, datetime]:
    """Return a moment of each person's, by the region's clock."""
    return {number: region_moment(at) for number, at in session.execute(asked).all()}


def _read_districts(session: Session) -> dict[int, frozenset[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    pairs = session.execute(
        select(col(PersonDistrict.person_id), col(District.oktmo)).join(
            District, col(District.id) == col(PersonDistrict.district_id)
        )
    )
    for number, oktmo in pairs:
        found[number].add(oktmo)
    return defaultdict(frozenset, {number: frozenset(places) for number, places in found.items()})

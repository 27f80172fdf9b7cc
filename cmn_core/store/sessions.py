"""Whose session of the database it is, and whether that person's sign-in still stands."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session, col

from cmn_core.access import OWNER, Person
from cmn_core.store.failures import StoreError
from cmn_core.store.tables import District, PersonDistrict, PersonRow, SignIn

_ACTOR = "cmn actor"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person who acts, by which of their sign-ins."""

    person: Person
    sign_in_id: int | None = None
    """None: by the command line."""


AT_THE_COMPUTER = Actor(OWNER)


class SignInEnded(StoreError):  # noqa: N818 - named by what happened
    """Refuse a deed of someone whose sign-in has ended, or whose account has changed, meanwhile."""

    def __init__(self) -> None:
        super().__init__("Вход в систему завершён: вы вышли, либо учётная запись изменена. Войдите снова.")


def give_session(session: Session, actor: Actor) -> None:
    """Note whose session it is."""
    session.info[_ACTOR] = actor.person


def actor_of(session: Session) -> Person:
    """Return whose session it is."""
    person: Person = session.info.get(_ACTOR, OWNER)
    return person


def check_still_in(session: Session, actor: Actor) -> None:
    """Raise SignInEnded unless the sign-in stands and the account is what it was; in the deed's own transaction."""
    if actor.sign_in_id is None:
        return
    standing = read_standing(session, actor.sign_in_id)
    if standing != actor.person:
        raise SignInEnded


def read_standing(session: Session, sign_in_id: int) -> Person | None:
    """Return the person of a sign-in that was not ended, as the account stands now."""
    row = session.execute(
        select(PersonRow)
        .join(SignIn, col(SignIn.person_id) == col(PersonRow.id))
        .where(col(SignIn.id) == sign_in_id, col(SignIn.ended_at).is_(None), col(PersonRow.is_active))
    ).scalar_one_or_none()
    return None if row is None else as_person(session, row)


def as_person(session: Session, row: PersonRow) -> Person:
    """Return an account as who may do what."""
    districts = session.scalars(
        select(col(District.oktmo))
        .join(PersonDistrict, col(PersonDistrict.district_id) == col(District.id))
        .where(col(PersonDistrict.person_id) == row.id)
    ).all()
    return Person(row.id, row.login, row.name, row.role, frozenset(districts))  # type: ignore[arg-type]  # stored from a Role

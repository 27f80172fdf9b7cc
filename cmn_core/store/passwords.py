"""Setting and changing passwords; a new one ends the person's other sign-ins."""

from datetime import datetime

from sqlmodel import Session

from cmn_core.store.accounts import find_account, level_login
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.moments import region_moment
from cmn_core.store.password_hashes import hash_password, level_password, verify_password
from cmn_core.store.password_strength import find_weakness
from cmn_core.store.secrets import signing_key
from cmn_core.store.sessions import Actor, SignInEnded, actor_of
from cmn_core.store.sign_in_rows import end_all_of
from cmn_core.store.tables import PersonRow
from cmn_core.store.wrong_tries import account_subject, describe_wait, note_wrong_try, read_wait

__all__ = ["PasswordRefused", "change_password", "check_password", "find_weakness", "put_password", "set_password"]


class PasswordRefused(StoreError):  # noqa: N818 - named by what happened
    """Refuse a password that is not fit, or the old one where it is not right."""


def check_password(password: str, *, login: str, name: str) -> None:
    """Raise PasswordRefused unless a new password is fit."""
    weakness = find_weakness(password, login=login, name=name)
    if weakness is not None:
        raise PasswordRefused(weakness)


def set_password(
    database: Database, number: int, password: str, *, by: Author, keep_sign_in: int | None = None
) -> None:
    """Give an account a password and end its sign-ins but the one to keep; raise PasswordRefused for one not fit."""
    with database.read() as session:
        actor_of(session).demand("keep_people")
        row = find_account(session, number)
    check_password(password, login=row.login, name=row.name)
    kept = hash_password(password)
    with database.write(changes_figures=False) as session:
        actor_of(session).demand("keep_people")
        put_password(session, find_account(session, number), kept, by, keep_sign_in=keep_sign_in)


def change_password(database: Database, actor: Actor, old: str, new: str, *, now: datetime) -> None:
    """Change one's own password and end one's other sign-ins; raise PasswordRefused where either is not fit.

    A wrong old password counts as a wrong try of the account: an unlocked computer is no place to guess it.
    """
    number = actor.person.number
    if number is None:
        raise PasswordRefused("Пароль есть только у учётной записи. Войдите под своим логином.")
    own, by = database.acting(actor), Author(actor.person.name, now)
    check_password(new, login=actor.person.login, name=actor.person.name)
    if level_password(new) == level_password(old):
        raise PasswordRefused("Новый пароль тот же, что прежний. Придумайте другой.")
    subjects = [account_subject(signing_key(database), level_login(actor.person.login))]
    with own.read() as session:
        kept = find_account(session, number).password_hash
        wait = read_wait(session, subjects, now)
    _refuse_while_locked(wait)
    is_right, _ = verify_password(old, kept)
    renewed = hash_password(new) if is_right else None
    with own.write(changes_figures=False) as session:
        _refuse_while_locked(read_wait(session, subjects, now))
        row = find_account(session, number)
        if row.password_hash != kept:
            raise SignInEnded
        if renewed is not None:
            put_password(session, row, renewed, by, keep_sign_in=actor.sign_in_id)
            return
        write_audit(session, "password_refused", by)
        wait = note_wrong_try(session, subjects, now)
    raise PasswordRefused("Прежний пароль не подходит." + (f" {describe_wait(wait)}" if wait else ""))


def put_password(session: Session, row: PersonRow, kept: str, by: Author, *, keep_sign_in: int | None = None) -> None:
    """Store the hash of a new password in the transaction of the deed."""
    assert row.id is not None
    row.password_hash, row.password_at = kept, region_moment(by.at)
    end_all_of(session, row.id, "password", by.at, keep=keep_sign_in)
    write_audit(session, "password_changed", by, person_id=actor_of(session).number or row.id, login=row.login)


def _refuse_while_locked(wait: int) -> None:
    if wait:
        raise PasswordRefused(f"Слишком много неудачных попыток. {describe_wait(wait)}")

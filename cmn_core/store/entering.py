"""A password opens a sign-in, or the try is counted; slow on purpose, and the same for an account that is not there."""

import ipaddress
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from cmn_core.store.accounts import find_by_login, level_login
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.moments import region_moment
from cmn_core.store.password_hashes import verify_password
from cmn_core.store.secrets import signing_key
from cmn_core.store.sessions import Actor, as_person
from cmn_core.store.sign_in_rows import end_surplus, erase_old
from cmn_core.store.tables import PersonRow, SignIn
from cmn_core.store.tokens import digest_token, make_token
from cmn_core.store.wrong_tries import (
    Subject,
    account_subject,
    address_subject,
    describe_wait,
    forget_wrong_tries,
    note_wrong_try,
    read_wait,
)

STRANGER = "неизвестный посетитель"
"""In whose name a refused sign-in stands in the record: nobody has shown who it was."""
_DEVICE_LETTERS, _ADDRESS_LETTERS = 100, 64


class SignInRefused(StoreError):  # noqa: N818 - named by what happened
    """Refuse a sign-in, in the same words whether there is such an account or not."""

    def __init__(self, wait_minutes: int, *, tried: bool) -> None:
        if tried:
            told = "Логин или пароль не подходит. Проверьте раскладку клавиатуры и Caps Lock."
            told += f" {describe_wait(wait_minutes)}" if wait_minutes else ""
            told += " Забытый пароль заменяют по ссылке, которую даёт администратор."
        else:
            told = f"Слишком много неудачных попыток входа. {describe_wait(wait_minutes)}"
        super().__init__(told)
        self.wait_minutes = wait_minutes
        """Before the next try; 0: it may come at once."""


@dataclass(frozen=True, slots=True)
class Entered:
    """A sign-in that has begun."""

    token: str
    """For the cookie; kept nowhere else."""
    actor: Actor


@dataclass(frozen=True, slots=True)
class _Attempt:
    login: str
    address: str
    device: str
    at: datetime
    subjects: tuple[Subject, Subject]
    """The account's and the address's."""


def enter(database: Database, login: str, password: str, *, address: str, device: str, now: datetime) -> Entered:
    """Begin a sign-in; raise SignInRefused, which tells how long to wait.

    A demonstration account enters from this computer's own address alone.
    """
    key = signing_key(database)
    subjects = (account_subject(key, level_login(login)), address_subject(key, address))
    attempt = _Attempt(login, address[:_ADDRESS_LETTERS], device[:_DEVICE_LETTERS], now, subjects)
    with database.read() as session:
        wait = read_wait(session, subjects, now)
        row = find_by_login(session, login)
    if wait:
        raise SignInRefused(wait, tried=False)
    kept = row.password_hash if row is not None and _may_enter(row, address) else None
    # Slow on purpose, so outside of the one writing transaction.
    is_right, renewed = verify_password(password, kept)
    with database.write(changes_figures=False) as session:
        # Others may have tried, and the account may have changed, while this password was looked at.
        wait = read_wait(session, subjects, now)
        row = find_by_login(session, login)
        if not wait and is_right and row is not None and row.is_active and row.password_hash == kept:
            row.password_hash = renewed or kept
            return _begin(session, row, attempt)
        refusal = SignInRefused(wait, tried=False) if wait else _note_refusal(session, row, attempt)
    raise refusal


def _may_enter(row: PersonRow, address: str) -> bool:
    return row.is_active and (not row.is_demonstration or _is_this_computer(address))


def _is_this_computer(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _begin(session: Session, row: PersonRow, attempt: _Attempt) -> Entered:
    token, moment = make_token(), region_moment(attempt.at)
    person = as_person(session, row)
    assert row.id is not None
    erase_old(session, attempt.at)
    forget_wrong_tries(session, attempt.subjects[0])
    entry = SignIn(
        person_id=row.id,
        token_digest=digest_token(token),
        started_at=moment,
        seen_at=moment,
        address=attempt.address,
        device=attempt.device,
    )
    session.add(entry)
    session.flush()
    end_surplus(session, row.id, attempt.at)
    write_audit(
        session, "signed_in", Author(row.name, attempt.at), person_id=row.id, sign_in=entry.id,
        address=attempt.address, device=attempt.device,
    )  # fmt: skip
    return Entered(token, Actor(person, entry.id))


def _note_refusal(session: Session, row: PersonRow | None, attempt: _Attempt) -> SignInRefused:
    by = Author(STRANGER, attempt.at)
    # A login that is no account's may be a password typed into the wrong field.
    login = None if row is None else row.login
    write_audit(session, "sign_in_refused", by, login=login, address=attempt.address)
    wait = note_wrong_try(session, attempt.subjects, attempt.at)
    if wait:
        write_audit(session, "sign_in_locked", by, login=login, address=attempt.address, minutes=wait)
    return SignInRefused(wait, tried=True)

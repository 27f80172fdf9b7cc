"""Signing in and out: who enters, by which token, and how long it holds."""

import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlmodel import Session, col

from cmn_core.reference.sign_in import read_sign_in_rules
from cmn_core.store.accounts import find_account, find_by_login, level_login
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.engine import Database
from cmn_core.store.failures import DatabaseUnavailable, StoreError
from cmn_core.store.moments import region_moment
from cmn_core.store.password_hashes import verify_password
from cmn_core.store.secrets import signing_key
from cmn_core.store.sessions import Actor, actor_of, as_person
from cmn_core.store.sign_in_rows import end_all_of, end_sign_in, end_surplus, erase_old, judge_sign_in
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
class SignInCard:
    """A sign-in that stands."""

    number: int
    started_at: datetime
    seen_at: datetime
    """Both by the region's clock."""
    address: str
    device: str


@dataclass(frozen=True, slots=True)
class _Attempt:
    login: str
    address: str
    device: str
    at: datetime
    subjects: tuple[Subject, Subject]
    """The account's and the address's."""


def has_people(database: Database) -> bool:
    """Tell whether there is an account at all; the first one is made by the command line."""
    with database.read() as session:
        return session.scalar(select(col(PersonRow.id)).limit(1)) is not None


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


def find_actor(database: Database, token: str, *, now: datetime) -> Actor | None:
    """Return who a token belongs to, as the account stands now; None: the sign-in has ended."""
    with database.read() as session:
        row = session.scalars(select(SignIn).where(col(SignIn.token_digest) == digest_token(token))).one_or_none()
        if row is None or row.ended_at is not None:
            return None
        account = find_account(session, row.person_id)
        if not account.is_active:
            return None
        actor = Actor(as_person(session, account), row.id)
    end = judge_sign_in(row, now)
    assert row.id is not None
    seen_before = region_moment(now) - timedelta(seconds=read_sign_in_rules().seen_seconds)
    try:
        if end is not None:
            with database.write(changes_figures=False) as session:
                end_sign_in(session, row.id, end, now)
        elif region_moment(row.seen_at) <= seen_before:
            with database.write(changes_figures=False) as session:
                _note_seen(session, row.id, now)
    except DatabaseUnavailable:
        # Who it is was read; that they were seen may be noted at the next step.
        pass
    return actor if end is None else None


def leave(database: Database, sign_in_id: int, *, now: datetime) -> None:
    """End one sign-in: one's own, or anyone's by who may keep accounts; one that has ended stays as it ended."""
    with database.write(changes_figures=False) as session:
        row = session.get(SignIn, sign_in_id)
        if row is None or not _end_own(session, row, now):
            session.rollback()


def list_sign_ins(database: Database, person_number: int, *, now: datetime) -> tuple[SignInCard, ...]:
    """Return the sign-ins of a person that stand, the last used first."""
    with database.read() as session:
        _demand_own(session, person_number)
        rows = session.scalars(
            select(SignIn)
            .where(col(SignIn.person_id) == person_number, col(SignIn.ended_at).is_(None))
            .order_by(col(SignIn.seen_at).desc(), col(SignIn.id).desc())
        ).all()
    return tuple(
        SignInCard(row.id or 0, region_moment(row.started_at), region_moment(row.seen_at), row.address, row.device)
        for row in rows
        if judge_sign_in(row, now) is None
    )


def end_sign_ins(database: Database, person_number: int, *, by: Author) -> int:
    """End all sign-ins of a person and return how many there were."""
    with database.write(changes_figures=False) as session:
        _demand_own(session, person_number)
        row = find_account(session, person_number)
        ended = end_all_of(session, person_number, "removed", by.at)
        write_audit(session, "sign_ins_ended", by, login=row.login, ended=ended)
    return ended


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


def _note_seen(session: Session, sign_in_id: int, now: datetime) -> None:
    moment = region_moment(now)
    session.execute(
        update(SignIn)
        .where(col(SignIn.id) == sign_in_id, col(SignIn.ended_at).is_(None), col(SignIn.seen_at) < moment)
        .values(seen_at=moment)
    )


def _end_own(session: Session, row: SignIn, now: datetime) -> bool:
    _demand_own(session, row.person_id)
    assert row.id is not None
    if not end_sign_in(session, row.id, "signed_out", now):
        return False
    account = find_account(session, row.person_id)
    actor = actor_of(session)
    by = Author(actor.name if actor.number not in (None, account.id) else account.name, now)
    write_audit(session, "signed_out", by, person_id=actor.number or account.id, login=account.login, sign_in=row.id)
    return True


def _demand_own(session: Session, person_number: int) -> None:
    actor = actor_of(session)
    if actor.number != person_number:
        actor.demand("keep_people")

"""Sign-ins: whose a token is, how long it holds, which there are, ending them; `enter` begins one."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlmodel import Session, col

from cmn_core.reference.sign_in import read_sign_in_rules
from cmn_core.store.accounts import find_account
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.engine import Database
from cmn_core.store.entering import Entered, SignInRefused, enter
from cmn_core.store.failures import DatabaseUnavailable
from cmn_core.store.moments import region_moment
from cmn_core.store.sessions import Actor, actor_of, as_person
from cmn_core.store.sign_in_rows import end_all_of, end_sign_in, judge_sign_in
from cmn_core.store.tables import PersonRow, SignIn
from cmn_core.store.tokens import digest_token

__all__ = [
    "Entered", "SignInCard", "SignInRefused", "end_sign_ins", "enter", "find_actor", "has_people", "leave",
    "list_sign_ins",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SignInCard:
    """A sign-in that stands."""

    number: int
    started_at: datetime
    seen_at: datetime
    """Both by the region's clock."""
    address: str
    device: str


def has_people(database: Database) -> bool:
    """Tell whether there is an account at all; the first one is made by the command line."""
    with database.read() as session:
        return session.scalar(select(col(PersonRow.id)).limit(1)) is not None


def find_actor(database: Database, token: str, *, now: datetime) -> Actor | None:
    """Return who a token belongs to, as the account stands now; None: the sign-in has ended."""
    with database.read() as session:
        found = session.execute(
            select(SignIn, PersonRow)
            .join(PersonRow, col(PersonRow.id) == col(SignIn.person_id))
            .where(
                col(SignIn.token_digest) == digest_token(token),
                col(SignIn.ended_at).is_(None),
                col(PersonRow.is_active),
            )
        ).one_or_none()
        if found is None:
            return None
        row, account = found
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

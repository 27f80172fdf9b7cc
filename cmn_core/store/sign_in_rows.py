"""Rows of sign-ins: whether one still stands, how it ends, how old ones are erased."""

from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import delete, select, update
from sqlmodel import Session, col

from cmn_core.reference.sign_in import read_sign_in_rules
from cmn_core.store.moments import region_moment
from cmn_core.store.tables import SignIn

SignInEnd = Literal["signed_out", "removed", "password", "idle", "term", "clock", "surplus"]


def judge_sign_in(row: SignIn, now: datetime) -> SignInEnd | None:
    """Tell how a sign-in has ended by itself; None: it stands."""
    rules, moment = read_sign_in_rules(), region_moment(now)
    started, seen = region_moment(row.started_at), region_moment(row.seen_at)
    if max(started, seen) > moment + rules.clock_slack:
        # The clock was set back: the ends would come later by as much.
        return "clock"
    if moment - started >= rules.term:
        return "term"
    return "idle" if moment - seen >= rules.idle else None


def end_sign_in(session: Session, sign_in_id: int, end: SignInEnd, now: datetime) -> bool:
    """End one sign-in; tell whether it had not ended yet."""
    return _end(session, [sign_in_id], end, now) == 1


def end_all_of(session: Session, person_id: int, end: SignInEnd, now: datetime, *, keep: int | None = None) -> int:
    """End a person's sign-ins but the one to keep; return how many there were."""
    return _end(session, [number for number in _list_open(session, person_id) if number != keep], end, now)


def end_surplus(session: Session, person_id: int, now: datetime) -> None:
    """End those that were idle longest where a person has more than the rules allow."""
    _end(session, _list_open(session, person_id)[read_sign_in_rules().sign_ins_most :], "surplus", now)


def erase_old(session: Session, now: datetime) -> None:
    """Erase the sign-ins that were last used before their term of keeping."""
    limit = region_moment(now) - timedelta(days=read_sign_in_rules().sign_in_kept_days)
    session.execute(delete(SignIn).where(col(SignIn.seen_at) < limit))


def _list_open(session: Session, person_id: int) -> list[int]:
    """Return the numbers of a person's sign-ins that were not ended, the last used first."""
    found = session.scalars(
        select(col(SignIn.id))
        .where(col(SignIn.person_id) == person_id, col(SignIn.ended_at).is_(None))
        .order_by(col(SignIn.seen_at).desc(), col(SignIn.id).desc())
    )
    return [number for number in found if number is not None]


def _end(session: Session, numbers: list[int], end: SignInEnd, now: datetime) -> int:
    ended = session.execute(
        update(SignIn)
        .where(col(SignIn.id).in_(numbers), col(SignIn.ended_at).is_(None))
        .values(ended_at=region_moment(now), ended_as=end)
        .returning(col(SignIn.id))
    )
    return len(ended.all())

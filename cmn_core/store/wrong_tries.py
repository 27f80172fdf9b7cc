"""Wrong passwords slow down and lock for a while, accounts and addresses alike, whether an account is there or not."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import delete, or_, select
from sqlmodel import Session, col

from cmn_core.reference.sign_in import SignInRules, read_sign_in_rules
from cmn_core.store.moments import region_moment
from cmn_core.store.tables import WrongTry
from cmn_core.wording import count_of


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose wrong tries are counted: neither a login nor an address can be read back from the digest."""

    digest: str
    tries: int
    """So many begin a wait."""


def account_subject(key: bytes, login_key: str) -> Subject:
    """Return the account of a login, which need not be there."""
    return Subject(_digest(key, f"account {login_key}"), read_sign_in_rules().account_tries)


def address_subject(key: bytes, address: str) -> Subject:
    """Return a client's address."""
    return Subject(_digest(key, f"address {address}"), read_sign_in_rules().address_tries)


def read_wait(session: Session, subjects: Sequence[Subject], now: datetime) -> int:
    """Return for how many minutes the next try must wait, begun ones counted whole; 0: it may come now."""
    return max(_read_wait(session, subject, region_moment(now)) for subject in subjects)


def note_wrong_try(session: Session, subjects: Sequence[Subject], now: datetime) -> int:
    """Count a wrong try of each and return for how many minutes the next one must wait; old ones are erased."""
    moment, rules = region_moment(now), read_sign_in_rules()
    earliest, latest = moment - rules.tries, moment + rules.clock_slack
    session.execute(delete(WrongTry).where(or_(col(WrongTry.at) <= earliest, col(WrongTry.at) > latest)))
    session.add_all(WrongTry(subject=subject.digest, at=moment) for subject in subjects)
    session.flush()
    return read_wait(session, subjects, now)


def forget_wrong_tries(session: Session, subject: Subject) -> None:
    """Begin anew: the right password was given."""
    session.execute(delete(WrongTry).where(col(WrongTry.subject) == subject.digest))


def describe_wait(minutes: int) -> str:
    """Say how long to wait."""
    return f"Подождите {count_of(minutes, 'минуту', 'минуты', 'минут')} и попробуйте снова."


def compute_wait(tries: int, allowed: int, last: datetime, now: datetime, rules: SignInRules) -> int:
    """Return the minutes still to wait after so many wrong tries, the last of them at a moment."""
    if tries < allowed:
        return 0
    # A shift by more bits than the longest wait has would only make a large number to be cut.
    doubled = rules.first_wait_minutes << min(tries - allowed, rules.longest_wait_minutes.bit_length())
    whole = timedelta(minutes=min(doubled, rules.longest_wait_minutes))
    left = whole - max(now - last, timedelta())
    return max(0, ceil(left / timedelta(minutes=1)))


def _read_wait(session: Session, subject: Subject, now: datetime) -> int:
    rules = read_sign_in_rules()
    moments = session.scalars(
        select(col(WrongTry.at)).where(
            col(WrongTry.subject) == subject.digest,
            col(WrongTry.at) > now - rules.tries,
            # Written before a clock was set back: it would lock for as long as the clock has to catch up.
            col(WrongTry.at) <= now + rules.clock_slack,
        )
    ).all()
    if not moments:
        return 0
    last = max(region_moment(moment) for moment in moments)
    return compute_wait(len(moments), subject.tries, last, now, rules)


def _digest(key: bytes, words: str) -> str:
    return hmac.new(key, words.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()

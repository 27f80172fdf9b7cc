"""Rows of invitations: which one still serves, and how one ends."""

from datetime import datetime

from sqlalchemy import select, update
from sqlmodel import Session, col

from cmn_core.reference.sign_in import read_sign_in_rules
from cmn_core.store.moments import region_moment
from cmn_core.store.tables import Invitation, PersonRow
from cmn_core.store.tokens import digest_token


def find_invited(session: Session, token: str, now: datetime) -> tuple[Invitation, PersonRow] | None:
    """Return the invitation of a link and its account; None: used, withdrawn, over, or never made."""
    row = session.scalars(select(Invitation).where(col(Invitation.token_digest) == digest_token(token))).one_or_none()
    if row is None or row.used_at is not None or row.withdrawn_at is not None:
        return None
    moment = region_moment(now)
    # Made «later than now»: the clock was set back, and the term would last longer by as much.
    is_over = region_moment(row.ends_at) <= moment
    if is_over or region_moment(row.made_at) > moment + read_sign_in_rules().clock_slack:
        return None
    account = session.get(PersonRow, row.person_id)
    return None if account is None or not account.is_active else (row, account)


def withdraw_invitations(session: Session, person_id: int, now: datetime) -> None:
    """End the invitations of a person that were not used."""
    session.execute(
        update(Invitation)
        .where(
            col(Invitation.person_id) == person_id,
            col(Invitation.used_at).is_(None),
            col(Invitation.withdrawn_at).is_(None),
        )
        .values(withdrawn_at=region_moment(now))
    )

"""Which of many sign-ins still stand; to ask does not count as being at work."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlmodel import col

from cmn_core.store.engine import Database
from cmn_core.store.sign_in_rows import judge_sign_in
from cmn_core.store.tables import PersonRow, SignIn


def find_standing(database: Database, sign_in_ids: Collection[int], *, now: datetime) -> frozenset[int]:
    """Return those that have not ended, by a deed or by their time."""
    with database.read() as session:
        rows = session.scalars(
            select(SignIn)
            .join(PersonRow, col(PersonRow.id) == col(SignIn.person_id))
            .where(col(SignIn.id).in_(sign_in_ids), col(SignIn.ended_at).is_(None), col(PersonRow.is_active))
        ).all()
    return frozenset(row.id for row in rows if row.id is not None and judge_sign_in(row, now) is None)

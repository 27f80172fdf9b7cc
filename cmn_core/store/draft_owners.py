"""Whose a draft is: of the people of the municipality that it is meant for; of who began it while it is meant for none.

Who has begun a draft and then gone to another municipality leaves it behind: it may hold a whole report.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select, true
from sqlmodel import Session, col

from cmn_core.access import Deed
from cmn_core.store.districts import read_district_ids
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import District, ReportDraft

_SENDS: Deed = "send_reports"


def are_open_to(session: Session) -> ColumnElement[bool]:
    """Match the drafts that a person may go on with: of one's municipalities, and one's own unplaced ones."""
    person = actor_of(session)
    person.demand_somewhere(_SENDS)
    if person.may(_SENDS):
        return true()
    theirs = select(col(District.id)).where(col(District.oktmo).in_(person.districts))
    unplaced = and_(col(ReportDraft.sender_id).is_(None), _is_begun_by(person.number))
    return or_(unplaced, col(ReportDraft.sender_id).in_(theirs))


def demand_draft(session: Session, draft_id: int) -> None:
    """Raise AccessDenied where a draft is meant for a municipality that is not the person's, or for none by another."""
    person = actor_of(session)
    person.demand_somewhere(_SENDS)
    found = session.execute(
        select(col(ReportDraft.person_id), col(District.oktmo))
        .outerjoin(District, col(District.id) == col(ReportDraft.sender_id))
        .where(col(ReportDraft.id) == draft_id)
    ).one_or_none()
    if found is None:
        return
    begun_by, sender = found
    if sender is not None or begun_by is None or begun_by != person.number:
        person.demand(_SENDS, sender)


def find_sender(session: Session, choices: Mapping[str, Any]) -> int | None:
    """Return the municipality that a draft is meant for, where the choices name one that the person may send for.

    Whose the file is may be guessed wrongly on the way: a stranger is refused when the report is saved, and until then
    sees nothing of the draft.
    """
    oktmo = choices.get("sender")
    if oktmo is None or not actor_of(session).may(_SENDS, oktmo):
        return None
    return read_district_ids(session).get(oktmo)


def _is_begun_by(number: int | None) -> ColumnElement[bool]:
    # Without an account nobody is told apart from another.
    return col(ReportDraft.person_id) == (-1 if number is None else number)

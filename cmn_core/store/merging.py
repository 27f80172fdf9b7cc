"""Two organisations found to be one, and the way back: what went over is noted and can be told apart again."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlmodel import Session, col

from cmn_core.store.audit import Author, write_audit
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.naming import forget_spelling, remember_spelling
from cmn_core.store.organisation_moves import move_figures, read_standing, refuse_namesake, sum_anew
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import AuditEntry, Organisation, OrganisationAlias

_MERGED = "organisations_merged"
Spelling = tuple[str, str]
"""As written, and levelled."""


def merge_organisations(database: Database, organisation_id: int, *, into: int, author: str, now: datetime) -> int:
    """Make one organisation a spelling of another: its reports, name and spellings go over; return the reports summed.

    The row stays and points at the other.
    """
    with database.write() as session:
        actor_of(session).demand("keep_register")
        spelling, owner = read_standing(session, organisation_id), read_standing(session, into)
        if spelling is owner:
            raise StoreError("Выбрана одна и та же организация. Выберите, с какой её объединить.")
        spelling.merged_into_id = into
        figures = move_figures(session, organisation_id, into)
        spellings = _move_spellings(session, spelling, owner)
        reports = sum_anew(session, [into])
        by = Author(author, now)
        write_audit(
            session, _MERGED, by, organisation_id=organisation_id,
            into=into, reports=reports, figures=figures, spellings=spellings,
        )  # fmt: skip
        return len(reports)


def split_organisation(database: Database, organisation_id: int, *, author: str, now: datetime) -> int:
    """Take a merging back: the organisation stands again with the figures and spellings that it had.

    Reports that came since then stay with the other one. Returns the reports summed; raises StoreError where the
    organisation is not merged or its name was taken meanwhile.
    """
    with database.write() as session:
        actor_of(session).demand("keep_register")
        merged = session.get(Organisation, organisation_id)
        if merged is None or merged.merged_into_id is None:
            raise StoreError("Эта организация ни с какой не объединена: разделять нечего. Обновите страницу.")
        owner = read_standing(session, merged.merged_into_id)
        note = _read_merging(session, organisation_id)
        merged.merged_into_id = None
        refuse_namesake(session, merged)
        session.flush()
        move_figures(session, owner.id or 0, organisation_id, only=note.get("figures", ()))
        spellings: list[Spelling] = [(name, key) for name, key in note.get("spellings", ())]
        forget_spelling(session, owner.district_id, merged.key, *(key for _, key in spellings))
        for name, key in spellings:
            remember_spelling(session, organisation_id, merged.district_id, name, key)
        reports = sum_anew(session, [organisation_id, owner.id or 0])
        by = Author(author, now)
        write_audit(session, "organisation_split", by, organisation_id=organisation_id, from_=owner.id, reports=reports)
        return len(reports)


def _read_merging(session: Session, organisation_id: int) -> dict[str, Any]:
    last = session.scalars(
        select(AuditEntry)
        .where(col(AuditEntry.action) == _MERGED, col(AuditEntry.organisation_id) == organisation_id)
        .order_by(col(AuditEntry.id).desc())
        .limit(1)
    ).one_or_none()
    return last.details if last else {}


def _move_spellings(session: Session, source: Organisation, target: Organisation) -> list[Spelling]:
    """Give the name and the spellings of an organisation that is now merged to the other one; return the spellings."""
    session.flush()
    found = session.execute(
        select(col(OrganisationAlias.name), col(OrganisationAlias.key)).where(
            col(OrganisationAlias.organisation_id) == source.id
        )
    ).all()
    spellings = [(name, key) for name, key in found]
    session.execute(delete(OrganisationAlias).where(col(OrganisationAlias.organisation_id) == source.id))
    for name, key in [*spellings, (source.name, source.key)]:
        if key != target.key:
            remember_spelling(session, target.id or 0, target.district_id, name, key)
    return spellings

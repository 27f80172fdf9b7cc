"""Practices that the centre marks to be shown: by organisation and name, whatever the month of the report."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import col

from cmn_core.programme.words import clean_line
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.moments import region_moment
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import District, Organisation
from cmn_core.store.tables import ShownPractice as ShownRow

LONGEST_NOTE = 500


@dataclass(frozen=True, slots=True)
class ShownPractice:
    """A practice marked to be shown; every signed-in person sees it."""

    organisation_id: int
    organisation: str
    district: str
    """ОКТМО."""
    name_key: str
    name: str
    note: str
    marked_by: str
    marked_at: datetime
    """By the region's clock."""


def mark_practice(database: Database, organisation_id: int, name_key: str, name: str, note: str, by: Author) -> None:
    """Mark a practice, or change the note of one that is marked; `name_key`: its name levelled."""
    clean = clean_line(note)
    if len(clean) > LONGEST_NOTE:
        raise StoreError(f"Пояснение длиннее {LONGEST_NOTE} знаков. Сократите его.")
    with database.write(changes_figures=False) as session:
        actor_of(session).demand("mark_practices")
        if session.get(Organisation, organisation_id) is None:
            raise StoreError("Этой организации в списке нет. Обновите страницу.")
        row = session.scalars(
            select(ShownRow).where(col(ShownRow.organisation_id) == organisation_id, col(ShownRow.name_key) == name_key)
        ).one_or_none()
        if row is None:
            row = ShownRow(organisation_id=organisation_id, name_key=name_key, name=name, marked_by="", marked_at=by.at)
            session.add(row)
        row.name, row.note, row.marked_by, row.marked_at = name, clean, by.name, region_moment(by.at)
        write_audit(session, "practice_marked", by, organisation_id=organisation_id, name=name)


def unmark_practice(database: Database, organisation_id: int, name_key: str, by: Author) -> None:
    """Take the mark away."""
    with database.write(changes_figures=False) as session:
        actor_of(session).demand("mark_practices")
        row = session.scalars(
            select(ShownRow).where(col(ShownRow.organisation_id) == organisation_id, col(ShownRow.name_key) == name_key)
        ).one_or_none()
        if row is None:
            session.rollback()
            return
        session.delete(row)
        write_audit(session, "practice_unmarked", by, organisation_id=organisation_id, name=row.name)


def list_shown_practices(database: Database) -> tuple[ShownPractice, ...]:
    """Return the marked practices, by municipality and organisation."""
    with database.read() as session:
        actor_of(session).demand("see_figures")
        found = session.execute(
            select(
                col(Organisation.id), col(Organisation.name), col(District.oktmo), col(ShownRow.name_key),
                col(ShownRow.name), col(ShownRow.note), col(ShownRow.marked_by), col(ShownRow.marked_at),
            )
            .join(Organisation, col(Organisation.id) == col(ShownRow.organisation_id))
            .join(District, col(District.id) == col(Organisation.district_id))
            .order_by(col(District.oktmo), col(Organisation.name), col(ShownRow.name))
        )  # fmt: skip
        return tuple(
            ShownPractice(number, name, oktmo, key, practice, note, by, region_moment(at))
            for number, name, oktmo, key, practice, note, by, at in found
        )

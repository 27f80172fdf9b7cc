"""Practices that the centre marks to be shown: by organisation and name, whatever the month of the report."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from cmn_core.programme.words import clean_line
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.districts import read_oktmo
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.moments import region_moment
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import Organisation
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
    """Take the mark away, one of an organisation that was merged into this one too."""
    with database.write(changes_figures=False) as session:
        actor_of(session).demand("mark_practices")
        named_so = session.scalars(select(ShownRow).where(col(ShownRow.name_key) == name_key)).all()
        marks = [row for row in named_so if _find_standing(session, row).id == organisation_id]
        if not marks:
            session.rollback()
            return
        for row in marks:
            session.delete(row)
        write_audit(session, "practice_unmarked", by, organisation_id=organisation_id, name=marks[0].name)


def list_shown_practices(database: Database) -> tuple[ShownPractice, ...]:
    """Return the marked practices by municipality and organisation, a merged one under the name of the other."""
    with database.read() as session:
        actor_of(session).demand("see_figures")
        oktmo = read_oktmo(session)
        shown = []
        for row in session.scalars(select(ShownRow)):
            organisation = _find_standing(session, row)
            shown.append(
                ShownPractice(
                    organisation.id or 0, organisation.name, oktmo[organisation.district_id], row.name_key,
                    row.name, row.note, row.marked_by, region_moment(row.marked_at),
                )
            )  # fmt: skip
    return tuple(sorted(shown, key=lambda each: (each.district, each.organisation, each.name)))


def _find_standing(session: Session, row: ShownRow) -> Organisation:
    """Return the organisation of a mark, or what it was merged into."""
    organisation = session.get_one(Organisation, row.organisation_id)
    while organisation.merged_into_id is not None:
        organisation = session.get_one(Organisation, organisation.merged_into_id)
    return organisation

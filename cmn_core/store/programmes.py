"""Programmes in the making: each left field is kept at once; two people on one lose nothing of either.

Saving names the version that the writer began with. Where another has saved meanwhile, what was written here is kept
as a programme of its own beside it, and the writer is told.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlmodel import Session, col

from cmn_core.programme.programme import Programme
from cmn_core.programme.words import clean_line
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.moments import region_moment
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import District, Organisation, PlannedModel, ProgrammeDraft
from cmn_core.wording import format_moment

LONGEST_NAME = 200
_GONE = "Этой программы нет: ссылка неверна, либо её не было. Откройте программу из списка."
_NO_ORGANISATION = "Этой организации в списке нет. Выберите организацию из списка."


@dataclass(frozen=True, slots=True)
class SavedProgramme:
    """What came of saving."""

    programme_id: int
    """Another than the one that was saved, where somebody else had changed that one meanwhile …"""
    version: int
    told: str = ""
    """… and what is then to be said."""


def start_programme(database: Database, organisation_id: int, name: str, programme: Programme, by: Author) -> int:
    """Keep a new programme of an organisation and return its number."""
    with database.write(changes_figures=False) as session:
        organisation = _find_organisation(session, organisation_id)
        draft = _add(session, organisation, _checked_name(name), programme, by)
        write_audit(
            session, "programme_started", by, organisation_id=organisation_id, programme=draft.id, name=draft.name
        )
        return _number(draft)


def save_programme(
    database: Database, programme_id: int, programme: Programme, *, seen: int, by: Author
) -> SavedProgramme:
    """Keep a programme as it was left; `seen`: the version that the writer began with."""
    with database.write(changes_figures=False) as session:
        draft, organisation = find_programme(session, programme_id)
        if draft.deleted_at is None and draft.content == programme.model_dump(mode="json"):
            # Also what this very writer saved before, where the answer was lost on its way.
            session.rollback()
            return SavedProgramme(programme_id, draft.version)
        if draft.version == seen and draft.deleted_at is None:
            draft.version += 1
            draft.changed_by, draft.changed_at = by.name, region_moment(by.at)
            _put_content(session, draft, programme)
            return SavedProgramme(programme_id, draft.version)
        told = _tell_changed(draft)
        aside = _add(session, organisation, _aside_name(draft.name, by), programme, by)
        write_audit(
            session, "programme_kept_aside", by, organisation_id=organisation.id, programme=aside.id, name=aside.name,
            beside=programme_id,
        )  # fmt: skip
        return SavedProgramme(_number(aside), aside.version, f"{told} Ваши правки сохранены отдельно: «{aside.name}».")


def rename_programme(database: Database, programme_id: int, name: str, by: Author) -> None:
    """Give a programme another name in the list."""
    with database.write(changes_figures=False) as session:
        draft, _ = find_programme(session, programme_id)
        before, draft.name = draft.name, _checked_name(name)
        if before == draft.name:
            session.rollback()
            return
        write_audit(
            session, "programme_renamed", by, organisation_id=draft.organisation_id, programme=programme_id,
            changes={"name": {"old": before, "new": draft.name}},
        )  # fmt: skip


def copy_programme(
    database: Database, programme_id: int, organisation_id: int, name: str, programme: Programme, by: Author
) -> int:
    """Keep a programme made from another one, for the same organisation or another; return its number."""
    with database.write(changes_figures=False) as session:
        find_programme(session, programme_id)
        organisation = _find_organisation(session, organisation_id)
        draft = _add(session, organisation, _checked_name(name), programme, by)
        write_audit(
            session, "programme_copied", by, organisation_id=organisation_id, programme=draft.id, name=draft.name,
            copied_from=programme_id,
        )  # fmt: skip
        return _number(draft)


def delete_programme(database: Database, programme_id: int, by: Author) -> None:
    """Take a programme off the list; it can be brought back."""
    _mark_deleted(database, programme_id, region_moment(by.at), "programme_deleted", by)


def restore_programme(database: Database, programme_id: int, by: Author) -> None:
    """Put a programme back on the list."""
    _mark_deleted(database, programme_id, None, "programme_restored", by)


def _mark_deleted(database: Database, programme_id: int, at: datetime | None, action: str, by: Author) -> None:
    with database.write(changes_figures=False) as session:
        draft, _ = find_programme(session, programme_id)
        if (draft.deleted_at is None) is (at is None):
            session.rollback()
            return
        draft.deleted_at = at
        write_audit(session, action, by, organisation_id=draft.organisation_id, programme=programme_id, name=draft.name)


def find_programme(session: Session, programme_id: int) -> tuple[ProgrammeDraft, Organisation]:
    """Return a programme, deleted or not, with its organisation; raise AccessDenied where it is not the person's."""
    found = session.execute(
        select(ProgrammeDraft, Organisation, col(District.oktmo))
        .join(Organisation, col(Organisation.id) == col(ProgrammeDraft.organisation_id))
        .join(District, col(District.id) == col(Organisation.district_id))
        .where(col(ProgrammeDraft.id) == programme_id)
    ).one_or_none()
    # A number that does not exist is refused like another's: nobody learns which ones there are.
    actor_of(session).demand("write_programmes", found[2] if found else None)
    if found is None:
        raise StoreError(_GONE)
    return found[0], found[1]


def _find_organisation(session: Session, organisation_id: int) -> Organisation:
    found = session.execute(
        select(Organisation, col(District.oktmo))
        .join(District, col(District.id) == col(Organisation.district_id))
        .where(col(Organisation.id) == organisation_id)
    ).one_or_none()
    actor_of(session).demand("write_programmes", found[1] if found else None)
    if found is None:
        raise StoreError(_NO_ORGANISATION)
    organisation: Organisation = found[0]
    return organisation


def _add(session: Session, organisation: Organisation, name: str, programme: Programme, by: Author) -> ProgrammeDraft:
    moment = region_moment(by.at)
    draft = ProgrammeDraft(
        organisation_id=organisation.id or 0,
        name=name,
        school_year=programme.school_year,
        made_by=by.name,
        made_at=moment,
        changed_by=by.name,
        changed_at=moment,
        content={},
    )
    session.add(draft)
    session.flush()
    _put_content(session, draft, programme)
    return draft


def _put_content(session: Session, draft: ProgrammeDraft, programme: Programme) -> None:
    draft.content = programme.model_dump(mode="json")
    draft.school_year = programme.school_year
    session.execute(delete(PlannedModel).where(col(PlannedModel.programme_id) == draft.id))
    session.add_all(
        PlannedModel(
            programme_id=_number(draft),
            form_code=form.code,
            form_label=form.label,
            role_model=model.typical or model.label,
            is_typical=bool(model.typical),
            pairs=model.count,
            mentees=model.mentees,
            curator=model.curator,
        )
        for form, model in programme.models
    )
    session.flush()


def _checked_name(name: str) -> str:
    clean = clean_line(name)
    if not clean or len(clean) > LONGEST_NAME:
        raise StoreError(f"Название черновика: от 1 до {LONGEST_NAME} знаков, сейчас {len(clean)}.")
    return clean


def _aside_name(name: str, by: Author) -> str:
    added = f" (правки: {by.name}, {format_moment(region_moment(by.at))})"
    return clean_line(name[: LONGEST_NAME - len(added)] + added)


def _tell_changed(draft: ProgrammeDraft) -> str:
    if draft.deleted_at is not None:
        return f"Эту программу удалили {format_moment(region_moment(draft.deleted_at))}, пока вы её меняли."
    at = format_moment(region_moment(draft.changed_at))
    return f"Пока вы писали, эту программу изменил(а) {draft.changed_by}, {at}."


def _number(draft: ProgrammeDraft) -> int:
    assert draft.id is not None
    return draft.id

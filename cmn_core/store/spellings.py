"""Other spellings of organisations: taken from one, given to another, withdrawn; figures written under them follow."""

from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from cmn_core.intake.organisation_names import name_key
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.naming import forget_spelling, remember_spelling
from cmn_core.store.organisation_moves import move_figures, read_standing, refuse_namesake, sum_anew
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import Organisation, OrganisationAlias, OrganisationFigures


def reassign_spelling(
    database: Database, organisation_id: int, spelling: str, *, to: int | None, author: str, now: datetime
) -> int:
    """Give what reports wrote under a spelling to another organisation, None: to a new one; return its number."""
    key = name_key(spelling)
    with database.write() as session:
        actor_of(session).demand("keep_register")
        wrong = read_standing(session, organisation_id)
        if key == wrong.key:
            raise StoreError(
                f"«{spelling}» — название самой организации. Исправьте название или объедините организации."
            )
        forget_spelling(session, wrong.district_id, key)
        right = read_standing(session, to) if to is not None else _add_like(session, wrong, spelling, key)
        number = right.id or 0
        move_figures(session, organisation_id, number, key)
        if key != right.key:
            remember_spelling(session, number, right.district_id, spelling, key)
        reports = sum_anew(session, [organisation_id, number])
        by = Author(author, now)
        write_audit(
            session, "spelling_reassigned", by, organisation_id=organisation_id,
            spelling=spelling, to=number, reports=reports,
        )  # fmt: skip
        return number


def withdraw_spelling(database: Database, organisation_id: int, spelling: str, *, author: str, now: datetime) -> None:
    """Forget a spelling that no report wrote; raise StoreError for one that has figures: they need an owner."""
    with database.write() as session:
        actor_of(session).demand("keep_register")
        read_standing(session, organisation_id)
        if not forget_unused(session, organisation_id, name_key(spelling)):
            raise StoreError(f"Под названием «{spelling}» есть числа отчётов. Выберите, чьи они.")
        by = Author(author, now)
        write_audit(session, "spelling_withdrawn", by, organisation_id=organisation_id, spelling=spelling)


def take_spelling(session: Session, organisation: Organisation, spelling: str) -> None:
    """Remember a spelling here, with the figures that reports gave another organisation under it."""
    key = name_key(spelling)
    number = organisation.id or 0
    if not key:
        raise StoreError("Введите написание: в нём должны быть буквы.")
    owners = session.scalars(
        select(col(OrganisationAlias.organisation_id))
        .join(Organisation, col(Organisation.id) == col(OrganisationAlias.organisation_id))
        .where(col(OrganisationAlias.key) == key, col(Organisation.district_id) == organisation.district_id)
    ).all()
    if key != organisation.key and not remember_spelling(session, number, organisation.district_id, spelling, key):
        raise StoreError(f"«{spelling}» — название другой организации этого муниципалитета. Объедините организации.")
    others = [owner for owner in owners if owner != number]
    for owner in others:
        move_figures(session, owner, number, key)
    sum_anew(session, others)


def forget_unused(session: Session, organisation_id: int, key: str) -> bool:
    """Forget a spelling of an organisation if no report wrote it; tell whether it is gone."""
    written = select(col(OrganisationFigures.id)).where(
        col(OrganisationFigures.organisation_id) == organisation_id, col(OrganisationFigures.key) == key
    )
    if session.scalar(written.limit(1)) is not None:
        return False
    forget_spelling(session, read_standing(session, organisation_id).district_id, key)
    return True


def _add_like(session: Session, model: Organisation, name: str, key: str) -> Organisation:
    added = Organisation(
        district_id=model.district_id, name=name, key=key, kind=model.kind, subordination=model.subordination
    )
    refuse_namesake(session, added)
    session.add(added)
    session.flush()
    return added

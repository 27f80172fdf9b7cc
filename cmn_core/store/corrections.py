"""Put an organisation right; the sums of every report that names it are made anew in the same transaction."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlmodel import Session, col

from cmn_core.intake.organisation_names import name_key
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.districts import district_id, read_district_ids
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.naming import forget_spelling, remember_spelling
from cmn_core.store.sharing import mark_shared
from cmn_core.store.summing import write_sums
from cmn_core.store.tables import Organisation, OrganisationAlias, OrganisationFigures, Report


def correct_organisation(
    database: Database,
    organisation_id: int,
    *,
    district: str | None = None,
    kind: str | None = None,
    subordination: str | None = None,
    name: str | None = None,
    alias: str | None = None,
    author: str,
    now: datetime,
) -> int:
    """Change what is given and return how many reports were summed anew.

    A former name stays as a spelling. Raises StoreError where the municipality has another organisation of that name.
    """
    with database.write() as session:
        organisation = _read(session, organisation_id)
        before = organisation.model_dump(mode="json")
        if district is not None:
            organisation.district_id = district_id(read_district_ids(session), district)
        organisation.kind = kind or organisation.kind
        organisation.subordination = subordination or organisation.subordination
        former = organisation.name
        if name is not None:
            organisation.name, organisation.key = name, name_key(name)
        _refuse_namesake(session, organisation)
        session.flush()
        if name_key(former) != organisation.key:
            forget_spelling(session, organisation.district_id, organisation.key)
            remember_spelling(session, organisation_id, organisation.district_id, former, name_key(former))
        if alias is not None:
            _take_spelling(session, organisation, alias)
        after = organisation.model_dump(mode="json")
        changed = {field: [before[field], after[field]] for field in after if before[field] != after[field]}
        reports = _sum_anew(session, [organisation_id])
        by = Author(author, now)
        write_audit(
            session, "organisation_corrected", by, organisation_id=organisation_id,
            changed=changed, alias=alias, reports=reports,
        )  # fmt: skip
        return len(reports)


def merge_organisations(database: Database, organisation_id: int, *, into: int, author: str, now: datetime) -> int:
    """Make one organisation a spelling of another: its reports, name and spellings go over; return the reports summed.

    The row stays and points at the other.
    """
    with database.write() as session:
        spelling, owner = _read(session, organisation_id), _read(session, into)
        if spelling is owner:
            raise StoreError("Выбрана одна и та же организация. Выберите, с какой её объединить.")
        spelling.merged_into_id = into
        _move_figures(session, organisation_id, into)
        _move_spellings(session, spelling, owner)
        reports = _sum_anew(session, [into])
        by = Author(author, now)
        write_audit(session, "organisations_merged", by, organisation_id=organisation_id, into=into, reports=reports)
        return len(reports)


def reassign_spelling(
    database: Database, organisation_id: int, spelling: str, *, to: int | None, author: str, now: datetime
) -> int:
    """Give what reports wrote under a spelling to another organisation, None: to a new one; return its number."""
    key = name_key(spelling)
    with database.write() as session:
        wrong = _read(session, organisation_id)
        if key == wrong.key:
            raise StoreError(
                f"«{spelling}» — название самой организации. Исправьте название или объедините организации."
            )
        forget_spelling(session, wrong.district_id, key)
        right = _read(session, to) if to is not None else _add_like(session, wrong, spelling, key)
        number = right.id or 0
        _move_figures(session, organisation_id, number, key)
        if key != right.key:
            remember_spelling(session, number, right.district_id, spelling, key)
        reports = _sum_anew(session, [organisation_id, number])
        by = Author(author, now)
        write_audit(
            session, "spelling_reassigned", by, organisation_id=organisation_id,
            spelling=spelling, to=number, reports=reports,
        )  # fmt: skip
        return number


def _read(session: Session, organisation_id: int) -> Organisation:
    organisation = session.get(Organisation, organisation_id)
    if organisation is None or organisation.merged_into_id is not None:
        raise StoreError("Такой организации в базе нет: возможно, её объединили с другой. Обновите страницу.")
    return organisation


def _refuse_namesake(session: Session, organisation: Organisation) -> None:
    with session.no_autoflush:
        namesake = session.scalar(
            select(col(Organisation.name)).where(
                col(Organisation.district_id) == organisation.district_id,
                col(Organisation.key) == organisation.key,
                col(Organisation.merged_into_id).is_(None),
                col(Organisation.id) != organisation.id,
            )
        )
    if namesake is not None:
        raise StoreError(
            f"В этом муниципалитете уже есть организация «{namesake}». Объедините их, если это одна организация."
        )


def _take_spelling(session: Session, organisation: Organisation, spelling: str) -> None:
    """Remember a spelling here, with the figures that reports gave another organisation under it."""
    key = name_key(spelling)
    number = organisation.id or 0
    owners = session.scalars(
        select(col(OrganisationAlias.organisation_id))
        .join(Organisation, col(Organisation.id) == col(OrganisationAlias.organisation_id))
        .where(col(OrganisationAlias.key) == key, col(Organisation.district_id) == organisation.district_id)
    ).all()
    if key != organisation.key and not remember_spelling(session, number, organisation.district_id, spelling, key):
        raise StoreError(f"«{spelling}» — название другой организации этого муниципалитета. Объедините организации.")
    others = [owner for owner in owners if owner != number]
    for owner in others:
        _move_figures(session, owner, number, key)
    _sum_anew(session, others)


def _add_like(session: Session, model: Organisation, name: str, key: str) -> Organisation:
    added = Organisation(
        district_id=model.district_id, name=name, key=key, kind=model.kind, subordination=model.subordination
    )
    _refuse_namesake(session, added)
    session.add(added)
    session.flush()
    return added


def _move_figures(session: Session, source: int, target: int, key: str | None = None) -> None:
    """Give the figures of one organisation to another; with a key, only those written under it."""
    written_so = [] if key is None else [col(OrganisationFigures.key) == key]
    session.execute(
        update(OrganisationFigures)
        .where(col(OrganisationFigures.organisation_id) == source, *written_so)
        .values(organisation_id=target)
    )


def _move_spellings(session: Session, source: Organisation, target: Organisation) -> None:
    """Give the name and the spellings of an organisation that is now merged to the other one."""
    session.flush()
    spellings = session.execute(
        select(col(OrganisationAlias.name), col(OrganisationAlias.key)).where(
            col(OrganisationAlias.organisation_id) == source.id
        )
    ).all()
    session.execute(delete(OrganisationAlias).where(col(OrganisationAlias.organisation_id) == source.id))
    for name, key in [*spellings, (source.name, source.key)]:
        if key != target.key:
            remember_spelling(session, target.id or 0, target.district_id, name, key)


def _sum_anew(session: Session, organisation_ids: Collection[int]) -> list[int]:
    """Make the sums and marks of all reports that name the organisations; return those reports."""
    session.flush()
    named = session.execute(
        select(col(Report.id), col(Report.year))
        .join(OrganisationFigures, col(OrganisationFigures.report_id) == col(Report.id))
        .where(col(OrganisationFigures.organisation_id).in_(organisation_ids))
        .distinct()
    ).all()
    reports = sorted(report_id for report_id, _ in named if report_id is not None)
    write_sums(session, reports)
    for year in sorted({year for _, year in named}):
        mark_shared(session, organisation_ids, year)
    return reports

"""What every correction of organisations is made of: the row that stands, figures that change hands, sums made anew."""

from collections.abc import Collection

from sqlalchemy import select, update
from sqlmodel import Session, col

from cmn_core.store.failures import StoreError
from cmn_core.store.sharing import mark_shared
from cmn_core.store.summing import write_sums
from cmn_core.store.tables import Organisation, OrganisationFigures, Report


def read_standing(session: Session, organisation_id: int) -> Organisation:
    """Return an organisation; raise StoreError for one that is not there or was merged into another."""
    organisation = session.get(Organisation, organisation_id)
    if organisation is None or organisation.merged_into_id is not None:
        raise StoreError("Такой организации в базе нет: возможно, её объединили с другой. Обновите страницу.")
    return organisation


def refuse_namesake(session: Session, organisation: Organisation) -> None:
    """Raise StoreError where the municipality has another organisation of that name."""
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


def move_figures(
    session: Session, source: int, target: int, key: str | None = None, *, only: Collection[int] | None = None
) -> list[int]:
    """Give the figures of one organisation to another; return their numbers.

    With a key, only those written under it; with `only`, those of these numbers.
    """
    chosen = [col(OrganisationFigures.organisation_id) == source]
    if key is not None:
        chosen.append(col(OrganisationFigures.key) == key)
    if only is not None:
        chosen.append(col(OrganisationFigures.id).in_(only))
    moved = [number for number in session.scalars(select(col(OrganisationFigures.id)).where(*chosen)) if number]
    session.execute(update(OrganisationFigures).where(*chosen).values(organisation_id=target))
    return moved


def sum_anew(session: Session, organisation_ids: Collection[int]) -> list[int]:
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

"""Mark organisations that several reports of one year name, so that counting looks at them row by row."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import insert, select
from sqlmodel import Session, col

from cmn_core.store.tables import OrganisationFigures, Report, SharedOrganisationMark


def mark_shared(session: Session, organisation_ids: Collection[int], year: int) -> None:
    """Mark those that reports of different senders or scopes name, in force or not: undo may bring any back."""
    found = session.execute(
        select(col(OrganisationFigures.organisation_id), col(Report.sender_id), col(Report.scope))
        .join(Report, col(Report.id) == col(OrganisationFigures.report_id))
        .where(col(OrganisationFigures.organisation_id).in_(organisation_ids), col(Report.year) == year)
        .distinct()
    )
    named_by: defaultdict[int, set[tuple[int | None, str]]] = defaultdict(set)
    for organisation_id, sender, scope in found:
        named_by[organisation_id].add((sender, scope))
    shared = {organisation_id for organisation_id, reports in named_by.items() if len(reports) > 1}
    missing = shared - _marked(session, year)
    if missing:
        session.execute(
            insert(SharedOrganisationMark), [{"organisation_id": number, "year": year} for number in sorted(missing)]
        )


def _marked(session: Session, year: int) -> set[int]:
    marks = select(col(SharedOrganisationMark.organisation_id)).where(col(SharedOrganisationMark.year) == year)
    return set(session.scalars(marks))

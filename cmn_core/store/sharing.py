"""Mark organisations that several reports of one year name, so that counting looks at them row by row."""

from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import insert, select
from sqlmodel import Session, col

from cmn_core.store.tables import Organisation, OrganisationFigures, Report, SharedOrganisationMark


class _Source(NamedTuple):
    """Where an organisation is named."""

    sender: int | None
    scope: str
    layout: str


def mark_shared(session: Session, organisation_ids: Collection[int], year: int) -> None:
    """Mark those that reports which may enter side by side name, in force or not: undo may bring any back."""
    found = session.execute(
        select(
            col(OrganisationFigures.organisation_id),
            col(Organisation.subordination),
            col(Report.sender_id),
            col(Report.scope),
            col(Report.layout),
        )
        .join(Report, col(Report.id) == col(OrganisationFigures.report_id))
        .join(Organisation, col(Organisation.id) == col(OrganisationFigures.organisation_id))
        .where(col(OrganisationFigures.organisation_id).in_(organisation_ids), col(Report.year) == year)
        .distinct()
    )
    named_by: defaultdict[tuple[int, str], set[_Source]] = defaultdict(set)
    for organisation_id, subordination, *source in found:
        named_by[organisation_id, subordination].add(_Source(*source))
    shared = {number for (number, subordination), sources in named_by.items() if _may_meet(sources, subordination)}
    missing = shared - _marked(session, year)
    if missing:
        session.execute(
            insert(SharedOrganisationMark), [{"organisation_id": number, "year": year} for number in sorted(missing)]
        )


def _may_meet(sources: Collection[_Source], subordination: str) -> bool:
    """Tell whether two of these reports may count the organisation at once.

    Of one sender, a monthly report and an expansion form of the organisation's own scope never do: where both are in
    reach, the later one speaks for that scope, and in one month the monthly one.
    """
    if len({source.sender for source in sources}) > 1:
        return True
    forms = {source.scope for source in sources if source.layout != "monthly"}
    return len(forms) > 1 or (len(forms) < len(sources) and not forms <= {subordination, "all"})


def _marked(session: Session, year: int) -> set[int]:
    marks = select(col(SharedOrganisationMark.organisation_id)).where(col(SharedOrganisationMark.year) == year)
    return set(session.scalars(marks))

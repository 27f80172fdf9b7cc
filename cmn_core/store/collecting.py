"""What collecting reports needs of a calendar year: every version with its state, and which organisations were open.

Size follows municipalities × months, whatever the number of organisations: a report's organisations are its stored
sums, less the few that were not open then.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, and_, case, cast, func, not_, or_, select
from sqlmodel import Session, col

from cmn_core.intake.people_counts import COUNT_NAMES
from cmn_core.intake.reading import ScopeCode
from cmn_core.period import Period
from cmn_core.reference.indicators import LayoutCode
from cmn_core.store.districts import read_oktmo
from cmn_core.store.engine import Database
from cmn_core.store.moments import region_moment
from cmn_core.store.organisations import was_open
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import (
    CurrentReport,
    Organisation,
    OrganisationFigures,
    Report,
    ReportStep,
    ReportSums,
)

Subordination = str
_CONTINGENT = ("pupils_10_19", "pupils_15_19", "young_teachers")
"""Numbers that say nothing of anyone taking part."""
_COPIED = '"code": "copied_last_month"'
"""As it stands among a report's stored problems."""


@dataclass(frozen=True, slots=True)
class CollectedVersion:
    """A version of a municipality's report that was not undone."""

    report_id: int
    sender: str
    """ОКТМО."""
    scope: ScopeCode
    layout: LayoutCode
    period: Period
    version: int
    state: str
    """«sent», «accepted» or «returned»."""
    saved_at: datetime
    """By the region's clock, as all moments here."""
    sent_at: datetime
    """When it was sent or brought back last."""
    author: str
    in_force: bool
    locked: bool = False
    named: Mapping[Subordination, int] = field(default_factory=dict)
    """Distinct organisations of the sender that were open in the month."""
    is_empty: bool = False
    """Nobody takes part by this report."""
    is_copy: bool = False
    """All its numbers are those of the report before."""
    returned_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OpenOrganisations:
    """How many organisations of a municipality are open in a month."""

    district: str
    period: Period
    subordination: Subordination
    organisations: int


@dataclass(frozen=True, slots=True)
class CollectedYear:
    """All that telling who reported needs of a year."""

    year: int
    versions: tuple[CollectedVersion, ...]
    """By month, sender, form, version."""
    open: tuple[OpenOrganisations, ...]


def read_collected_year(database: Database, year: int, districts: Collection[str] | None = None) -> CollectedYear:
    """Return the reports and open organisations of these municipalities, None: of all.

    Raises AccessDenied where the person may not see reports of one of them.
    """
    with database.read() as session:
        person = actor_of(session)
        for district in (None,) if districts is None else districts:
            person.demand("see_reports", district)
        oktmo = {number: code for number, code in read_oktmo(session).items() if districts is None or code in districts}
        return CollectedYear(year, _read_versions(session, year, oktmo), _read_open(session, year, oktmo))


def _read_versions(session: Session, year: int, oktmo: Mapping[int, str]) -> tuple[CollectedVersion, ...]:
    of_year = and_(col(Report.year) == year, col(Report.layout) != "population", col(Report.sender_id).in_(oktmo))
    pointers = _read_pointers(session, year)
    named, empty = _read_sums(session, of_year)
    for report_id, subordination, not_open in _read_named_while_closed(session, of_year, year):
        named[report_id][subordination] -= not_open
    ways = _read_ways(session, of_year)
    found = session.execute(
        select(
            col(Report.id), col(Report.sender_id), col(Report.scope), col(Report.layout), col(Report.month),
            col(Report.version), col(Report.state), col(Report.saved_at), col(Report.author),
            cast(col(Report.problems), String).contains(_COPIED),
        )
        .where(of_year)
        .order_by(col(Report.month), col(Report.sender_id), col(Report.layout), col(Report.scope), col(Report.version))
    )  # fmt: skip
    versions = []
    for report_id, sender_id, scope, layout, month, version, state, saved_at, author, is_copy in found:
        pointer, way = pointers.get((sender_id, scope, layout, month)), ways.get(report_id, _NO_STEPS)
        if pointer is None or not (way.stands or report_id in pointer.standing):
            continue
        versions.append(
            CollectedVersion(
                report_id, oktmo[sender_id], scope, layout, Period(year, month), version, state,
                region_moment(saved_at), region_moment(way.sent_at or saved_at), author,
                in_force=report_id == pointer.report_id,
                locked=pointer.locked,
                named=dict(named[report_id]),
                is_empty=report_id in empty,
                is_copy=bool(is_copy),
                returned_at=region_moment(way.returned_at) if way.returned_at else None,
            )
        )  # fmt: skip
    return tuple(versions)


@dataclass(frozen=True, slots=True)
class _Pointer:
    report_id: int | None
    standing: frozenset[int | None]
    """Versions that are or were in force and were not undone, those saved before there were steps too."""
    locked: bool


@dataclass(slots=True)
class _Way:
    stands: bool = False
    sent_at: datetime | None = None
    returned_at: datetime | None = None


_NO_STEPS = _Way()


def _read_pointers(session: Session, year: int) -> dict[tuple[Any, ...], _Pointer]:
    found = session.scalars(select(CurrentReport).where(col(CurrentReport.year) == year))
    return {
        (each.sender_id, each.scope, each.layout, each.month): _Pointer(
            each.report_id, frozenset({each.report_id, each.accepted_id, *each.earlier}), each.locked
        )
        for each in found
    }


def _read_sums(
    session: Session, of_year: ColumnElement[bool]
) -> tuple[defaultdict[int, Counter[Subordination]], set[int]]:
    """Return the sender's own organisations by report and subordination, and the reports in which nobody takes part."""
    taking_part = [col(getattr(ReportSums, name)) for name in COUNT_NAMES if name not in _CONTINGENT]
    found = session.execute(
        select(
            col(ReportSums.report_id),
            col(ReportSums.subordination),
            col(ReportSums.district_id) == col(Report.sender_id),
            func.sum(col(ReportSums.organisations)),
            *(func.sum(count) for count in taking_part),
        )
        .join(Report, col(Report.id) == col(ReportSums.report_id))
        .where(of_year, col(ReportSums.form).is_(None))
        .group_by(
            col(ReportSums.report_id), col(ReportSums.subordination), col(ReportSums.district_id), col(Report.sender_id)
        )
    )
    named: defaultdict[int, Counter[Subordination]] = defaultdict(Counter)
    people: Counter[int] = Counter()
    for report_id, subordination, is_own, organisations, *counts in found:
        people[report_id] += sum(counts)
        if is_own:
            named[report_id][subordination] += organisations
    return named, {report_id for report_id, taking in people.items() if not taking}


def _read_named_while_closed(session: Session, of_year: ColumnElement[bool], year: int) -> Iterable[Any]:
    """Return by report and subordination how many organisations it names that were not open in its month."""
    not_open = or_(*(and_(col(Report.month) == month.month, not_(was_open(month))) for month in _months(year)))
    return session.execute(
        select(
            col(OrganisationFigures.report_id),
            col(Organisation.subordination),
            func.count(func.distinct(col(OrganisationFigures.organisation_id))),
        )
        .join(Organisation, col(Organisation.id) == col(OrganisationFigures.organisation_id))
        .join(Report, col(Report.id) == col(OrganisationFigures.report_id))
        .where(
            or_(col(Organisation.opened).is_not(None), col(Organisation.closed).is_not(None)),
            of_year,
            col(Organisation.district_id) == col(Report.sender_id),
            not_open,
        )
        .group_by(col(OrganisationFigures.report_id), col(Organisation.subordination))
    )


def _read_ways(session: Session, of_year: ColumnElement[bool]) -> dict[int, _Way]:
    """Return of each version whether it was sent and not undone, and when it was sent and returned last."""
    found = session.execute(
        select(col(ReportStep.report_id), col(ReportStep.step), col(ReportStep.at))
        .join(Report, col(Report.id) == col(ReportStep.report_id))
        .where(of_year)
        .order_by(col(ReportStep.id))
    )
    ways: defaultdict[int, _Way] = defaultdict(_Way)
    for report_id, step, at in found:
        way = ways[report_id]
        if step in ("sent", "brought_back"):
            way.stands, way.sent_at = True, at
        elif step == "undone":
            way.stands = False
        elif step == "returned":
            way.returned_at = at
    return ways


def _read_open(session: Session, year: int, oktmo: Mapping[int, str]) -> tuple[OpenOrganisations, ...]:
    months = _months(year)
    found = session.execute(
        select(
            col(Organisation.district_id),
            col(Organisation.subordination),
            *(func.sum(case((was_open(month), 1), else_=0)) for month in months),
        )
        .where(col(Organisation.merged_into_id).is_(None), col(Organisation.district_id).in_(oktmo))
        .group_by(col(Organisation.district_id), col(Organisation.subordination))
        .order_by(col(Organisation.district_id), col(Organisation.subordination))
    )
    return tuple(
        OpenOrganisations(oktmo[district], month, subordination, count)
        for district, subordination, *counts in found
        for month, count in zip(months, counts, strict=True)
    )


def _months(year: int) -> tuple[Period, ...]:
    return tuple(Period(year, month) for month in range(1, 13))

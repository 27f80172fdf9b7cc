"""Versions of a year's «Численность»: which years there are, and what a version changed against the one before."""

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import Session, col

from cmn_core.store.districts import read_oktmo
from cmn_core.store.engine import Database
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import Population, Report

_LAYOUT = "population"


class StatedValue(NamedTuple):
    """A value and where it is from."""

    value: int
    source: str


@dataclass(frozen=True, slots=True)
class CellChange:
    """A value that a version changed; None: it was not stated before, or is not any more."""

    district: str
    group: str
    before: StatedValue | None
    now: StatedValue | None


def population_years(database: Database) -> tuple[int, ...]:
    """Return the years that were ever uploaded, earliest first."""
    with database.read() as session:
        actor_of(session).demand("see_figures")
        found = session.scalars(select(col(Report.year)).where(col(Report.layout) == _LAYOUT).distinct())
        return tuple(sorted(found))


def read_cell_changes(database: Database, report_id: int) -> tuple[CellChange, ...]:
    """Return what a version changed against the version with the number before it, by ОКТМО and group."""
    with database.read() as session:
        actor_of(session).demand("see_figures")
        report = session.get(Report, report_id)
        if report is None or report.layout != _LAYOUT:
            return ()
        former = session.scalar(
            select(col(Report.id))
            .where(col(Report.layout) == _LAYOUT, col(Report.year) == report.year, col(Report.version) < report.version)
            .order_by(col(Report.version).desc())
            .limit(1)
        )
        oktmo = read_oktmo(session)
        now, before = _read_cells(session, report_id), _read_cells(session, former)
    changed = [cell for cell in now.keys() | before.keys() if before.get(cell) != now.get(cell)]
    return tuple(
        CellChange(oktmo[district], group, before.get((district, group)), now.get((district, group)))
        for district, group in sorted(changed, key=lambda cell: (oktmo[cell[0]], cell[1]))
    )


def _read_cells(session: Session, report_id: int | None) -> dict[tuple[int, str], StatedValue]:
    found = session.execute(
        select(col(Population.district_id), col(Population.group), col(Population.value), col(Population.source)).where(
            col(Population.report_id) == report_id
        )
    )
    return {(district, group): StatedValue(value, source) for district, group, value, source in found}

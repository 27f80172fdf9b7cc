"""Scenarios of widening, saved by name for a municipality and the month of the figures that they start from."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from cmn_core.period import Period
from cmn_core.programme.scenario import Scenario
from cmn_core.programme.words import clean_line
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.districts import district_id, read_district_ids
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.moments import region_moment
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import District
from cmn_core.store.tables import Scenario as ScenarioRow
from cmn_core.wording import format_moment

LONGEST_NAME = 200
_GONE = "Этого варианта нет: ссылка неверна, либо его не было. Откройте вариант из списка."


@dataclass(frozen=True, slots=True)
class SavedScenario:
    """A scenario with what stands around it."""

    scenario_id: int
    name: str
    district: str
    """ОКТМО."""
    period: Period
    version: int
    changed_by: str
    changed_at: datetime
    """By the region's clock."""
    scenario: Scenario


def add_scenario(
    database: Database, district: str, period: Period, name: str, scenario: Scenario, by: Author
) -> SavedScenario:
    """Keep a new scenario of a municipality."""
    with database.write(changes_figures=False) as session:
        actor_of(session).demand("plan_widening", district)
        number = district_id(read_district_ids(session), district)
        moment = region_moment(by.at)
        row = ScenarioRow(
            district_id=number,
            year=period.year,
            month=period.month,
            name=_checked_name(name),
            made_by=by.name,
            made_at=moment,
            changed_by=by.name,
            changed_at=moment,
            content=scenario.model_dump(mode="json"),
        )
        session.add(row)
        session.flush()
        write_audit(session, "scenario_saved", by, district_id=number, scenario=row.id, name=row.name)
        return _as_saved(row, district)


def save_scenario(
    database: Database, scenario_id: int, name: str, scenario: Scenario, *, seen: int, by: Author
) -> SavedScenario:
    """Replace a scenario; raise StoreError where somebody has changed it since the version `seen`."""
    with database.write(changes_figures=False) as session:
        row, district = _find(session, scenario_id)
        if row.version != seen or row.deleted_at is not None:
            at = format_moment(region_moment(row.changed_at))
            raise StoreError(
                f"Пока вы считали, вариант «{row.name}» изменил(а) {row.changed_by}, {at}. Ничего не записано: "
                "сохраните свой под другим названием."
            )
        row.name, row.content, row.version = _checked_name(name), scenario.model_dump(mode="json"), row.version + 1
        row.changed_by, row.changed_at = by.name, region_moment(by.at)
        write_audit(session, "scenario_saved", by, district_id=row.district_id, scenario=row.id, name=row.name)
        session.flush()
        return _as_saved(row, district)


def delete_scenario(database: Database, scenario_id: int, by: Author) -> None:
    """Take a scenario off the list; it can be brought back."""
    _mark_deleted(database, scenario_id, region_moment(by.at), "scenario_deleted", by)


def restore_scenario(database: Database, scenario_id: int, by: Author) -> None:
    """Put a scenario back on the list."""
    _mark_deleted(database, scenario_id, None, "scenario_restored", by)


def list_scenarios(database: Database, district: str, *, deleted: bool = False) -> tuple[SavedScenario, ...]:
    """Return a municipality's scenarios, the last changed first; `deleted`: those taken off the list."""
    with database.read() as session:
        actor_of(session).demand("plan_widening", district)
        rows = session.scalars(
            select(ScenarioRow)
            .join(District, col(District.id) == col(ScenarioRow.district_id))
            .where(col(District.oktmo) == district, col(ScenarioRow.deleted_at).is_not(None) == deleted)
            .order_by(col(ScenarioRow.changed_at).desc(), col(ScenarioRow.id).desc())
        ).all()
        return tuple(_as_saved(row, district) for row in rows)


def read_scenario(database: Database, scenario_id: int) -> SavedScenario:
    """Return a scenario, deleted or not; raise StoreError where there is none of this number."""
    with database.read() as session:
        return _as_saved(*_find(session, scenario_id))


def _mark_deleted(database: Database, scenario_id: int, at: datetime | None, action: str, by: Author) -> None:
    with database.write(changes_figures=False) as session:
        row, _ = _find(session, scenario_id)
        if (row.deleted_at is None) is (at is None):
            session.rollback()
            return
        row.deleted_at = at
        write_audit(session, action, by, district_id=row.district_id, scenario=scenario_id, name=row.name)


def _find(session: Session, scenario_id: int) -> tuple[ScenarioRow, str]:
    found = session.execute(
        select(ScenarioRow, col(District.oktmo))
        .join(District, col(District.id) == col(ScenarioRow.district_id))
        .where(col(ScenarioRow.id) == scenario_id)
    ).one_or_none()
    # A number that does not exist is refused like another's: nobody learns which ones there are.
    actor_of(session).demand("plan_widening", found[1] if found else None)
    if found is None:
        raise StoreError(_GONE)
    return found[0], found[1]


def _as_saved(row: ScenarioRow, district: str) -> SavedScenario:
    assert row.id is not None
    return SavedScenario(
        row.id, row.name, district, Period(row.year, row.month), row.version, row.changed_by,
        region_moment(row.changed_at), Scenario.model_validate(row.content),
    )  # fmt: skip


def _checked_name(name: str) -> str:
    clean = clean_line(name)
    if not clean or len(clean) > LONGEST_NAME:
        raise StoreError(f"Название варианта: от 1 до {LONGEST_NAME} знаков, сейчас {len(clean)}.")
    return clean

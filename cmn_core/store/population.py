"""«Численность»: denominators by municipality, year and group, each upload laid over the values before it.

All uploads of a year are versions of one report of the region: one value a cell, whoever sends it. A version
holds every cell, those that it filled and those that it left as they were, so that undo and bringing back move
the pointer only, as with any report.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import func, insert, select
from sqlmodel import Session, col

from cmn_core.intake.reading import PopulationRow, Reading
from cmn_core.period import Period
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.decisions import SavedReport
from cmn_core.store.districts import district_id, read_district_ids, read_oktmo
from cmn_core.store.engine import Database
from cmn_core.store.facts import PopulationValue
from cmn_core.store.failures import SavingRefused
from cmn_core.store.in_force import put_in_force
from cmn_core.store.refusals import LARGEST_COUNT, check_problems
from cmn_core.store.report_keys import ReportKey, is_of_key
from cmn_core.store.same_bytes import compute_digest
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import CurrentReport, Population, Report
from cmn_core.store.uploads import Upload, add_version

NO_SOURCE = "источник не указан"
_Cell = tuple[int, str]
"""Municipality and group."""


def population_key(year: int) -> ReportKey:
    """Return the key under which the versions of a year's denominators stand."""
    return ReportKey(None, "all", "population", Period(year, 1))


def save_population(
    database: Database, reading: Reading, content: bytes, *, author: str, now: datetime, confirmed: bool = False
) -> tuple[SavedReport, ...]:
    """Save the cells that a reading fills, a version for each year that it names.

    A year whose cells all have these values already is «unchanged». Unlike a report, the same bytes may come again:
    laid over what others filled meanwhile they are a new version.
    """
    problems = check_problems(reading, confirmed, frozenset())
    if reading.layout != "population" or not reading.population:
        raise SavingRefused("В файле нет ни одного значения численности. Заполните хотя бы одну ячейку шаблона.")
    by = Author(author, now)
    digest = compute_digest(reading, content)
    with database.write() as session:
        actor_of(session).demand("keep_settings")
        districts = read_district_ids(session)
        saved = []
        for year in sorted({row.year for row in reading.population}):
            filled = _read_filled(reading, year, districts)
            upload = Upload(reading.file, content, digest, date(year, 1, 1), problems)
            saved.append(_save_year(session, year, filled, upload, by, districts))
        if all(item.outcome == "unchanged" for item in saved):
            session.rollback()
        return tuple(saved)


def read_population(database: Database, year: int) -> tuple[PopulationValue, ...]:
    """Return the denominators in force of a year, by ОКТМО."""
    with database.read() as session:
        actor_of(session).demand("see_figures")
        oktmo = read_oktmo(session)
        cells = read_population_in_force(session, year)
    values = (
        PopulationValue(oktmo[cell.district_id], year, cell.group, cell.value, cell.source, cell.version)
        for cell in cells
    )
    return tuple(sorted(values, key=lambda value: (value.district, value.group)))


def read_population_in_force(session: Session, year: int) -> Sequence[Population]:
    """Return the cells of the version in force."""
    return session.scalars(
        select(Population)
        .join(CurrentReport, col(CurrentReport.report_id) == col(Population.report_id))
        .where(col(CurrentReport.year) == year, col(CurrentReport.layout) == "population")
        .order_by(col(Population.district_id), col(Population.group))
    ).all()


def _save_year(
    session: Session,
    year: int,
    filled: Mapping[_Cell, PopulationRow],
    upload: Upload,
    by: Author,
    districts: Mapping[str, int],
) -> SavedReport:
    key = population_key(year)
    standing = {(cell.district_id, cell.group): cell for cell in read_population_in_force(session, year)}
    if all(_says_the_same(standing.get(cell), row) for cell, row in filled.items()):
        return _as_unchanged(session, key, districts)
    added = add_version(session, key, upload, by, districts)
    versions = _read_cell_versions(session, year)
    cells = [_keep(cell, added.report_id) for place, cell in standing.items() if place not in filled]
    cells += [_fill(place, row, added.report_id, versions.get(place, 0) + 1) for place, row in filled.items()]
    session.execute(insert(Population), cells)
    put_in_force(session, key, added.report_id, districts)
    write_audit(session, "population_saved", by, report_id=added.report_id, year=year, cells=len(filled))
    return SavedReport(added.report_id, added.version, "saved")


def _read_filled(reading: Reading, year: int, districts: Mapping[str, int]) -> dict[_Cell, PopulationRow]:
    filled: dict[_Cell, PopulationRow] = {}
    for row in reading.population:
        if row.year != year:
            continue
        cell = (district_id(districts, row.district), row.group)
        if filled.get(cell, row).value != row.value:
            raise SavingRefused(f"Значение в строке {row.row} указано дважды и по-разному. Оставьте в файле одно.")
        if row.value > LARGEST_COUNT:
            raise SavingRefused(f"Число {row.value} в строке {row.row} слишком велико. Исправьте его в файле.")
        filled[cell] = row
    return filled


def _read_cell_versions(session: Session, year: int) -> dict[_Cell, int]:
    """Return the last version ever given to each cell, undone ones too: a number is never used twice."""
    found = session.execute(
        select(col(Population.district_id), col(Population.group), func.max(col(Population.version)))
        .where(col(Population.year) == year)
        .group_by(col(Population.district_id), col(Population.group))
    )
    return {(district, group): version for district, group, version in found}


def _says_the_same(cell: Population | None, row: PopulationRow) -> bool:
    return cell is not None and cell.value == row.value and cell.source == (row.source or NO_SOURCE)


def _as_unchanged(session: Session, key: ReportKey, districts: Mapping[str, int]) -> SavedReport:
    in_force = session.scalars(
        select(Report)
        .join(CurrentReport, col(CurrentReport.report_id) == col(Report.id))
        .where(is_of_key(CurrentReport, key, districts))
    ).one()
    note = f"Численность на {key.period.year} год уже такая: ничего не изменилось."
    return SavedReport(in_force.id or 0, in_force.version, "unchanged", (note,))


def _fill(place: _Cell, row: PopulationRow, report_id: int, version: int) -> dict[str, object]:
    return {
        "report_id": report_id,
        "district_id": place[0],
        "year": row.year,
        "group": row.group,
        "value": row.value,
        "source": row.source or NO_SOURCE,
        "version": version,
        "filled_by_id": report_id,
        "sheet": row.sheet,
        "row": row.row,
    }


def _keep(cell: Population, report_id: int) -> dict[str, object]:
    return {**cell.model_dump(exclude={"id"}), "report_id": report_id}

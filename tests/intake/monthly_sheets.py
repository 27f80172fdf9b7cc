"""Monthly forms as sheets of cells, for rules that need no file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cmn_core.intake.cells.grid import CellValue, Grid, Sheet, cell_address
from cmn_core.intake.read_report import Expectation, read_grid
from cmn_core.intake.reading import Reading
from cmn_core.reference import Layout, shipped_reference

Row = Sequence[CellValue]

MONTHLY = shipped_reference().layouts.monthly
TITLE = "Ежемесячный отчёт за ноябрь 2020 г."
FIRST = 3
"""The first row under either heading."""

A = "МБОУ «Первая СОШ»"
B = "БУ ДО «Центр творчества»"
SCHOOL: dict[str, CellValue] = {
    "organisation": A, "kind": "ООО", "pupils_10_19": 300, "pupils_15_19": 90, "young_teachers": 4, "involved": 45,
    "mentees": 35, "mentors": 12, "mentors_15_19": 7, "young_mentees": 2, "surveyed_mentees": 20,
    "satisfied_mentees": 15, "surveyed_mentors": 10, "satisfied_mentors": 9,
}  # fmt: skip
"""A row in which every number agrees with the others and with PROGRAMME."""
CENTRE: dict[str, CellValue] = {
    **dict.fromkeys(SCHOOL, 0), "organisation": B, "kind": "ОДО", "pupils_10_19": 80, "pupils_15_19": 10,
}  # fmt: skip
PROGRAMME: dict[str, CellValue] = {
    "organisation": A, "programme": "Вектор", "mentoring_form": "ученик – ученик",
    "role_model": "лидер – последователь", "mentors": 14, "mentees": 40, "mentees_10_19": 38,
    "partner": None, "start_date": date(2020, 9, 1),
}  # fmt: skip


def captions(layout: Layout) -> list[CellValue]:
    """Return the captions of a table as its template prints them."""
    threshold = str(shipped_reference().limits.satisfaction_threshold)
    return [column.caption.replace("{threshold}", threshold) for column in layout.columns]


def organisations_sheet(rows: Sequence[dict[str, CellValue] | Row], *, heading: Sequence[Row] | None = None) -> Sheet:
    """Lay rows under the heading of «Организации»."""
    return _sheet(MONTHLY.organisations, rows, heading)


def programmes_sheet(rows: Sequence[dict[str, CellValue] | Row], *, heading: Sequence[Row] | None = None) -> Sheet:
    """Lay rows under the heading of «Программы»."""
    return _sheet(MONTHLY.programmes, rows, heading)


def read_month(
    organisations: Sequence[dict[str, CellValue] | Row] = (SCHOOL,),
    programmes: Sequence[dict[str, CellValue] | Row] = (PROGRAMME,),
) -> Reading:
    """Read both tables under their own headings."""
    return read_sheets(organisations_sheet(organisations), programmes_sheet(programmes))


def read_sheets(*sheets: Sheet, expected: Expectation | None = None, marks: dict[str, str] | None = None) -> Reading:
    """Read sheets as one workbook."""
    return read_grid(Grid("xlsx", list(sheets), marks=marks or {}), expected or Expectation(), shipped_reference())


def changed(sheet: Sheet, **changes: object) -> Sheet:
    """Return a sheet with other marks beside its values."""
    return replace(sheet, **changes)  # type: ignore[arg-type]


def at(field: str, row: int = FIRST, layout: Layout = MONTHLY.organisations) -> str:
    """Name the cell of a field."""
    return cell_address(row, 1 + [column.field for column in layout.columns].index(field))


def faults(reading: Reading) -> list[tuple[str | None, str | None, str]]:
    """List problems as (sheet, cell, code)."""
    return [(item.sheet, item.cell, item.code) for item in reading.problems]


def _sheet(layout: Layout, rows: Sequence[dict[str, CellValue] | Row], heading: Sequence[Row] | None) -> Sheet:
    lines = heading if heading is not None else [[TITLE], captions(layout)]
    cells = [[row[column.field] for column in layout.columns] if isinstance(row, dict) else list(row) for row in rows]
    return Sheet(layout.sheet, [*map(list, lines), *cells])

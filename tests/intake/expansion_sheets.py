"""Expansion forms as sheets of cells, for rules that need no file."""

from collections.abc import Sequence
from datetime import date

from cmn_core.intake.cells.grid import Area, CellValue, Grid, Sheet
from cmn_core.intake.read_report import Expectation, read_grid
from cmn_core.intake.reading import Reading
from cmn_core.reference import shipped_reference

TITLE = (
    "Данные о расширении практик наставничества среди обучающихся в муниципальные образовательные "
    "организации Омской области в возрасте от 10 до 19 лет"
)
HEADING: list[list[CellValue]] = [
    [TITLE],
    [],
    [
        "Наименование муниципальной образовательной организации",
        "Привлечено в программы наставничества на 01.10.2020, чел.",
        "Привлечено дополнительно на 23.11.2020 г.",
        None,
        "Программа наставничества",
        None,
    ],
    [
        None,
        None,
        "Количество вовлеченных обучающихся в возрасте от 10 до 19 лет – наставников, чел.",
        "Количество вовлеченных обучающихся в возрасте от 10 до 19 лет – наставляемых, чел.",
        "Наименование программы наставничества",
        "Форма наставничества",
    ],
]
HEADING_MERGES = (Area(1, 1, 1, 6), Area(3, 1, 4, 1), Area(3, 2, 4, 2), Area(3, 3, 3, 4), Area(3, 5, 3, 6))
FIRST = len(HEADING) + 1
"""The first row under the heading."""

A = "МБОУ «Первая СОШ»"
B = "МБОУ «Вторая СОШ»"
PAIR = "ученик – ученик"


def form_sheet(
    rows: Sequence[Sequence[CellValue]],
    *,
    merged: Sequence[Area] = (),
    name: str = "Лист1",
    heading: Sequence[Sequence[CellValue]] = HEADING,
    **marks: object,
) -> Sheet:
    """Lay data rows under the seed's heading."""
    cells = [list(row) for row in (*heading, *rows)]
    return Sheet(name, cells, merged=(*HEADING_MERGES, *merged), **marks)  # type: ignore[arg-type]


def read_rows(rows: Sequence[Sequence[CellValue]], **options: object) -> Reading:
    """Read data rows laid under the seed's heading."""
    return read_sheets(form_sheet(rows, **options))  # type: ignore[arg-type]


def read_sheets(*sheets: Sheet, expected: Expectation | None = None) -> Reading:
    """Read sheets as one workbook."""
    return read_grid(Grid("xlsx", list(sheets)), expected or Expectation(), shipped_reference())


def faults(reading: Reading, *, infos: bool = True) -> list[tuple[str | None, str]]:
    """List problems as (cell, code)."""
    return [(item.cell, item.code) for item in reading.problems if infos or item.severity != "info"]


FIRST_DATE, SECOND_DATE = date(2020, 10, 1), date(2020, 11, 23)

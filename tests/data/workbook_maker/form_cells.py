"""The expansion form as cells: the seed's headings, and a few rows that are right."""

from collections.abc import Sequence
from datetime import date

from tests.data.workbook_maker.book import Book, Cell, Page

TITLE = (
    "Данные о расширении практик наставничества среди обучающихся в муниципальные образовательные "
    "организации Омской области в возрасте от 10 до 19 лет"
)
ORGANISATION = "Наименование муниципальной образовательной организации"
BEFORE = "Привлечено в программы наставничества на 01.10.2020, чел."
ADDED = "Привлечено дополнительно на 23.11.2020 г."
MENTORS = "Количество вовлеченных обучающихся в возрасте от 10 до 19 лет – наставников, чел."
MENTEES = "Количество вовлеченных обучающихся в возрасте от 10 до 19 лет – наставляемых, чел."
PROGRAMME_GROUP = "Программа наставничества"
PROGRAMME = "Наименование программы наставничества"
FORM = "Форма наставничества"

CAPTIONS: list[list[Cell]] = [
    [ORGANISATION, BEFORE, ADDED, None, PROGRAMME_GROUP, None],
    [None, None, MENTORS, MENTEES, PROGRAMME, FORM],
]
HEADING: list[list[Cell]] = [[TITLE], [], *CAPTIONS]
HEADING_MERGES = ("A1:F1", "A3:A4", "B3:B4", "C3:D3", "E3:F3")
FIRST = 5
"""The first row of data under `HEADING`."""

A, B, C = "МБОУ «Берёзовская СОШ»", "МБОУ «Лесная СОШ»", "МБОУ «Озёрная ООШ»"
P, P2, P3 = "Вместе к успеху", "Равный равному", "Старт в профессию"
PUPILS, STUDENT, EMPLOYER = "ученик – ученик", "студент – ученик", "работодатель – ученик"

ROW_A: list[Cell] = [A, 64, 12, 31, P, PUPILS]
ROW_B: list[Cell] = [B, 40, 5, 18, P2, STUDENT]
ROW_C: list[Cell] = [C, 22, 0, 6, P3, EMPLOYER]
GOOD: list[list[Cell]] = [ROW_A, ROW_B, ROW_C]
GOOD_TOTALS = (3, 3, 126, 17, 55)

DAYS = (date(2020, 10, 1), date(2020, 11, 23))


def page(rows: Sequence[Sequence[Cell]], *, merges: Sequence[str] = (), **marks: object) -> Page:
    """Lay data rows under the seed's heading, its captions on two rows."""
    return Page([*HEADING, *rows], merges=(*HEADING_MERGES, *merges), **marks)  # type: ignore[arg-type]


def book(rows: Sequence[Sequence[Cell]], *, merges: Sequence[str] = (), **marks: object) -> Book:
    """Return a workbook of one sheet with data rows under the seed's heading."""
    return Book([page(rows, merges=merges, **marks)])

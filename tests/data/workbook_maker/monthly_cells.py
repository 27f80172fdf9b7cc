"""The monthly form as cells: the headings of both tables, and a few rows that agree with each other."""

from collections.abc import Mapping, Sequence
from datetime import date

from tests.data.workbook_maker.book import Book, Cell, Page

TITLE = "Ежемесячный отчёт о внедрении Целевой модели наставничества за ноябрь 2020 г."
ORGANISATIONS, PROGRAMMES = "Организации", "Программы"
ORGANISATION_CAPTIONS: list[Cell] = [
    "Организация", "Вид (ООО/ОДО/СПО)", "Обучающихся 10–19", "из них 15–19", "Молодых специалистов (0–3 года)",
    "Вовлечено 10–19 всего, каждый один раз", "Наставляемых 10–19", "Наставников 10–19", "из них 15–19",
    "Молодых специалистов-наставляемых", "Опрошено наставляемых", "из них удовлетворены (оценка 7 и выше)",
    "Опрошено наставников", "из них удовлетворены (оценка 7 и выше)",
]  # fmt: skip
PROGRAMME_CAPTIONS: list[Cell] = [
    "Организация", "Программа", "Форма", "Ролевая модель", "Наставников", "Наставляемых", "из них 10–19",
    "Предприятие-партнёр", "Дата начала",
]  # fmt: skip
FIRST = 4
"""The first row of data under title, a blank row and captions."""

A, B, C = "МБОУ «Берёзовская СОШ»", "МБУ ДО «Дом творчества»", "БПОУ «Тарский колледж»"
PUPILS, TEACHERS, FACTORY = "Ученик – ученик", "Учитель – учитель", "Работодатель – студент"
LEADER, MASTER = "лидер – последователь", "опытный учитель – молодой специалист"
COLLEAGUE = "коллега – будущий коллега"
AUTUMN = date(2020, 9, 1)

ORG_A: list[Cell] = [A, "ООО", 320, 90, 4, 51, 40, 14, 6, 2, 30, 24, 10, 9]
ORG_B: list[Cell] = [B, "ОДО", 150, 40, 1, 18, 15, 3, 2, 0, 9, 9, 2, 2]
ORG_C: list[Cell] = [C, "СПО", 400, 380, 5, 60, 48, 12, 12, 3, 20, 15, 11, 10]
ORGS: list[list[Cell]] = [ORG_A, ORG_B, ORG_C]

PROG_A: list[Cell] = [A, "Вместе", PUPILS, LEADER, 14, 42, 42, None, AUTUMN]
PROG_A2: list[Cell] = [A, "Первые шаги", TEACHERS, MASTER, 3, 3, 0, None, AUTUMN]
PROG_B: list[Cell] = [B, "Старт", PUPILS, LEADER, 3, 15, 15, None, AUTUMN]
PROG_C: list[Cell] = [C, "Завод", FACTORY, COLLEAGUE, 12, 50, 49, "АО «Омский завод»", AUTUMN]
PROGS: list[list[Cell]] = [PROG_A, PROG_A2, PROG_B, PROG_C]

KINDS = {"ООО": "school", "ОДО": "supplementary", "СПО": "vocational"}


def organisations_page(rows: Sequence[Sequence[Cell]] = ORGS, **marks: object) -> Page:
    """Lay rows under the heading of «Организации»."""
    return _page(ORGANISATIONS, ORGANISATION_CAPTIONS, rows, marks)


def programmes_page(rows: Sequence[Sequence[Cell]] = PROGS, **marks: object) -> Page:
    """Lay rows under the heading of «Программы»."""
    return _page(PROGRAMMES, PROGRAMME_CAPTIONS, rows, marks)


def month_book(
    organisations: Sequence[Sequence[Cell]] = ORGS,
    programmes: Sequence[Sequence[Cell]] = PROGS,
    marks: Mapping[str, str] | None = None,
) -> Book:
    """Return a workbook of both tables under their own headings."""
    return Book([organisations_page(organisations), programmes_page(programmes)], marks=marks or {})


def changed(row: Sequence[Cell], captions: Sequence[Cell] = ORGANISATION_CAPTIONS, **cells: Cell) -> list[Cell]:
    """Return a row with other cells, named by their column letters."""
    return [cells.get(chr(ord("A") + place), value) for place, value in enumerate(row[: len(captions)])]


def _page(name: str, captions: Sequence[Cell], rows: Sequence[Sequence[Cell]], marks: Mapping[str, object]) -> Page:
    return Page([[TITLE], [], captions, *rows], **{"name": name, **marks})  # type: ignore[arg-type]

"""Workbooks of many rows in the expansion form."""

from io import BytesIO

import xlsxwriter

_TITLE = (
    "Данные о расширении практик наставничества среди обучающихся в муниципальные образовательные организации "
    "Омской области в возрасте от 10 до 19 лет"
)
_CAPTIONS = (
    "Наименование муниципальной образовательной организации",
    "Привлечено в программы наставничества на 01.10.2020, чел.",
    "Количество вовлеченных обучающихся в возрасте от 10 до 19 лет – наставников, чел.",
    "Количество вовлеченных обучающихся в возрасте от 10 до 19 лет – наставляемых, чел.",
    "Наименование программы наставничества",
    "Форма наставничества",
)
_FORMS = ("Ученик – ученик", "Учитель – учитель", "Студент – ученик", "Работодатель – ученик")


def make_workbook(rows: int) -> bytes:
    """Write a rightly filled form of so many organisations."""
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Форма")
        sheet.merge_range(0, 0, 0, 5, _TITLE)
        sheet.merge_range(1, 0, 2, 0, _CAPTIONS[0])
        sheet.merge_range(1, 1, 2, 1, _CAPTIONS[1])
        sheet.merge_range(1, 2, 1, 3, "Привлечено дополнительно на 23.11.2020 г.")
        sheet.merge_range(1, 4, 1, 5, "Программа наставничества")
        for column in range(2, 6):
            sheet.write(2, column, _CAPTIONS[column])
        for row in range(rows):
            name = f"МБОУ «Средняя общеобразовательная школа № {row + 1}»"
            counts = (10 + row % 40, row % 7, 3 + row % 11)
            sheet.write_row(3 + row, 0, (name, *counts, f"Программа {row + 1}", _FORMS[row % 4]))
    return written.getvalue()

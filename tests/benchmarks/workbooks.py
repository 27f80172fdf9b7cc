"""Workbooks of many rows in the expansion form and in the monthly one."""

from io import BytesIO

import xlsxwriter

from cmn_core.reference import shipped_reference
from cmn_core.reference.layouts import monthly_captions

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


_PROGRAMMES = 9
"""Of each organisation of a monthly form."""


def make_monthly_workbook(rows: int) -> bytes:
    """Write a rightly filled monthly form: so many rows of both tables, nine programmes an organisation."""
    reference = shipped_reference()
    layout = reference.layouts.monthly
    captions = monthly_captions(layout, reference.limits.satisfaction_threshold)
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        people, programmes = (book.add_worksheet(part.sheet) for part in (layout.organisations, layout.programmes))
        people.write_row(0, 0, captions.organisations.values())
        programmes.write_row(0, 0, captions.programmes.values())
        for place in range(rows // (_PROGRAMMES + 1)):
            name = f"МБОУ «Средняя общеобразовательная школа № {place + 1}»"
            people.write_row(1 + place, 0, (name, "ООО", 500, 120, 4, 60, 50, 12, 5, 2, 30, 25, 10, 9))
            for number in range(_PROGRAMMES):
                form = reference.forms.federal[number % 4]
                texts = (name, f"Программа {number + 1}", form.label, form.role_models[0].label)
                row = 1 + place * _PROGRAMMES + number
                programmes.write_row(row, 0, (*texts, 10, 40, 40, "АО «Завод»", "01.09.2020"))
    return written.getvalue()


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

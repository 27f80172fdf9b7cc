"""Reports as files, made by hand for the upload page."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter

from cmn_core.intake.cells.grid import CellValue

NAZYVAYEVSK = "Называевский муниципальный район Омской области"
MUNICIPAL, STATE = "муниципальной", "государственной"
Row = Sequence[CellValue]


def make_report(
    rows: Sequence[Row],
    *,
    place: str = NAZYVAYEVSK,
    owner: str = MUNICIPAL,
    dates: tuple[str, str] | None = ("01.10.2020", "23.11.2020"),
    sheets: Sequence[str] = ("Отчёт",),
) -> bytes:
    """Write an expansion form, the same rows on each sheet."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as workbook:
        for name in sheets:
            sheet = workbook.add_worksheet(name)
            sheet.write_string(0, 0, place)
            for number, line in enumerate((_heading(owner, dates), *rows), start=1):
                sheet.write_row(number, 0, line)
    return stream.getvalue()


def _heading(owner: str, dates: tuple[str, str] | None) -> Row:
    first, second = (f" на {day}" for day in dates) if dates else ("", "")
    return (
        f"Наименование {owner} образовательной организации",
        f"Привлечено в программы наставничества{first}, чел.",
        f"Привлечено дополнительно{second} наставников, чел.",
        "Количество вовлеченных обучающихся – наставляемых, чел.",
        "Наименование программы наставничества",
        "Форма наставничества",
    )


def school(
    name: str, before: CellValue = 5, mentors: CellValue = 1, mentees: CellValue = 2, programme: str = "Путь"
) -> Row:
    """A row of a school with one programme."""
    return (name, before, mentors, mentees, programme, "ученик – ученик")

"""A table as xlsx and csv: numbers are numbers, text is text, a value under its target stays under it."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from cmn_core.documents.table_workbook import TableColumn, write_table_csv, write_table_xlsx

COLUMNS = (
    TableColumn("Муниципалитет"),
    TableColumn("Вовлечено, чел.", "count"),
    TableColumn("Охват, %", "pct"),
    TableColumn("Данные на дату", "date"),
)
ROWS = (
    ("Тарский", 1234, Decimal("9.96"), date(2020, 11, 23)),
    ("=1+1", None, Decimal("10"), None),
    ("Омский", "нет данных", Decimal("33.5"), date(2020, 11, 1)),
)


def test_xlsx_keeps_numbers_dates_and_text():
    content = write_table_xlsx("Охват", "Доля детей, %", COLUMNS, ROWS, target_pct=Decimal(10))
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert values == [
        [column.caption for column in COLUMNS],
        ["Тарский", 1234, 9.96, datetime(2020, 11, 23)],
        ["=1+1", None, 10, None],
        ["Омский", "нет данных", 33.5, datetime(2020, 11, 1)],
    ]
    assert sheet["A6"].data_type == "s"
    assert sheet["C5"].number_format.startswith("0.00")
    assert sheet["D5"].number_format == "dd.mm.yyyy"
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.auto_filter.ref) == ("B5", "$4:$4", "A4:D7")


def test_csv_opens_in_a_russian_excel():
    content = write_table_csv(COLUMNS, ROWS)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").split("\r\n") == [
        "Муниципалитет;Вовлечено, чел.;Охват, %;Данные на дату",
        "Тарский;1234;9,96;23.11.2020",
        "'=1+1;;10;",
        "Омский;нет данных;33,5;01.11.2020",
        "",
    ]


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+7", "-1", "@SUM(A1)", "\t=1"])
def test_csv_never_hands_out_a_formula(text):
    line = write_table_csv(COLUMNS[:1], [(text,)]).decode("utf-8-sig").split("\r\n")[1]
    assert line.lstrip('"').startswith("'")


def test_csv_does_not_round_up_to_the_target():
    value = Decimal("9.99999")
    assert write_table_csv(COLUMNS[2:3], [(value,)]).decode("utf-8-sig").split("\r\n")[1] == "9,9999"


def test_demonstration_label_stands_over_the_table():
    content = write_table_xlsx("Охват", "Доля, %", COLUMNS, ROWS, demonstration=True)
    assert load_workbook(BytesIO(content)).worksheets[0]["A3"].value == "Демонстрационные данные"


def test_a_row_with_long_text_is_as_high_as_its_lines():
    words = "Стоит в заголовке шаблона ежемесячного отчёта. " * 4
    content = write_table_xlsx("Пороги", "", [TableColumn("Порог"), TableColumn("На что влияет")], [
        ["Коротко", words.strip()], ["Коротко", "тоже"],
    ])  # fmt: skip
    sheet = load_workbook(BytesIO(content)).active
    assert sheet.row_dimensions[5].height >= 4 * 15
    assert sheet.row_dimensions[6].height is None

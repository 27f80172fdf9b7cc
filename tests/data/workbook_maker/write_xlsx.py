"""Excel's own format: by xlsxwriter, which leaves every cell as it is told."""

from collections.abc import Callable
from datetime import date, datetime, time
from io import BytesIO

import xlsxwriter

from tests.data.workbook_maker.book import (
    Book,
    Cell,
    ExcelError,
    Formula,
    Page,
    Percent,
    Quoted,
    address,
    area,
    covered_cells,
)
from tests.data.workbook_maker.fixed_zip import repack

_ERRORS = {"#DIV/0!": "1/0", "#N/A": "NA()", "#REF!": "#REF!", "#VALUE!": '"а"+1', "#NAME?": "НЕТ()"}


def write_xlsx(book: Book, change: Callable[[str, bytes], bytes] | None = None) -> bytes:
    """Return the book as xlsx; `change` mends parts of the package afterwards."""
    buffer = BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True, "date_1904": book.since_1904})
    workbook.set_properties({"author": "", "created": datetime(2020, 11, 23, 9)})
    for name, value in book.marks.items():
        workbook.set_custom_property(name, value, "text")
    formats = {
        "date": workbook.add_format({"num_format": "dd.mm.yyyy"}),
        "time": workbook.add_format({"num_format": "h:mm"}),
        "percent": workbook.add_format({"num_format": "0%"}),
        "quoted": workbook.add_format({"quote_prefix": True}),
        "border": workbook.add_format({"border": 1}),
    }
    for page in book.pages:
        _write_page(workbook, page, formats)
    workbook.close()
    return repack(buffer.getvalue(), change)


def _write_page(workbook, page: Page, formats) -> None:
    sheet = workbook.add_worksheet(page.name)
    for merge in page.merges:
        top, left, bottom, right = (number - 1 for number in area(merge))
        sheet.merge_range(top, left, bottom, right, "")
    covered = covered_cells(page)
    for row, cells in enumerate(page.rows, 1):
        for column, value in enumerate(cells, 1):
            if value is not None and (row, column) not in covered:
                _write_cell(sheet, row - 1, column - 1, value, formats)
    if page.formatted_rows:
        for row in range(page.formatted_rows[0], page.formatted_rows[1] + 1):
            for column in range(6):
                sheet.write_blank(row - 1, column, None, formats["border"])
    if page.filtered:
        sheet.autofilter(page.filtered)
    for row in page.hidden_rows:
        sheet.set_row(row - 1, None, None, {"hidden": True})
    for row in page.zero_height_rows:
        sheet.set_row(row - 1, 0)
    for cell, note in page.notes.items():
        row, column = address(cell)
        sheet.write_comment(row - 1, column - 1, note)
    if page.state == "hidden":
        sheet.hide()
    elif page.state == "veryHidden":
        sheet.very_hidden()


def _write_cell(sheet, row: int, column: int, value: Cell, formats) -> None:
    match value:
        case Formula(text, stored):
            sheet.write_formula(row, column, f"={text}", None, "" if stored is None else stored)
        case ExcelError(text):
            sheet.write_formula(row, column, f"={_ERRORS[text]}", None, text)
        case Quoted(text):
            sheet.write_string(row, column, text, formats["quoted"])
        case Percent(number):
            sheet.write_number(row, column, number, formats["percent"])
        case bool():
            sheet.write_boolean(row, column, value)
        case date():
            sheet.write_datetime(row, column, value, formats["date"])
        case time():
            sheet.write_datetime(row, column, value, formats["time"])
        case str():
            sheet.write_string(row, column, value)
        case _:
            sheet.write_number(row, column, value)

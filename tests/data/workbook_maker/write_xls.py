"""The format of Excel 97–2003, by xlwt; what it cannot write, a case does not ask for."""

from datetime import date, datetime, time
from io import BytesIO

import xlwt

from tests.data.workbook_maker.book import Book, ExcelError, Formula, Page, Quoted, area, covered_cells

_ERROR_CODES = {"#NULL!": 0x00, "#DIV/0!": 0x07, "#VALUE!": 0x0F, "#REF!": 0x17, "#NAME?": 0x1D, "#N/A": 0x2A}


def write_xls(book: Book) -> bytes:
    """Return the book as xls."""
    workbook = xlwt.Workbook(encoding="utf-8")
    workbook.dates_1904 = book.since_1904
    for page in book.pages:
        _write_page(workbook.add_sheet(page.name), page, book.since_1904)
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _write_page(sheet, page: Page, since_1904: bool) -> None:
    covered = covered_cells(page)
    for merge in page.merges:
        top, left, bottom, right = (number - 1 for number in area(merge))
        sheet.merge(top, bottom, left, right)
    day = xlwt.easyxf(num_format_str="DD.MM.YYYY")
    hour = xlwt.easyxf(num_format_str="h:mm")
    for row, cells in enumerate(page.rows):
        for column, value in enumerate(cells):
            if value is None or (row + 1, column + 1) in covered:
                continue
            match value:
                case ExcelError(text):
                    sheet.row(row).set_cell_error(column, _ERROR_CODES[text])
                case Formula(text, _):
                    sheet.write(row, column, xlwt.Formula(text))
                case datetime() | date():
                    # xlwt counts from 1900 even in a workbook of 1904.
                    sheet.write(row, column, _days_since_1904(value) if since_1904 else value, day)
                case time():
                    sheet.write(row, column, value, hour)
                case Quoted(text):
                    sheet.write(row, column, text)
                case _:
                    sheet.write(row, column, value)
    for row in page.hidden_rows:
        sheet.row(row - 1).hidden = True
    for row in page.zero_height_rows:
        sheet.row(row - 1).height_mismatch = True
        sheet.row(row - 1).height = 0
    sheet.visibility = {"visible": 0, "hidden": 1, "veryHidden": 2}[page.state]


def _days_since_1904(moment: date) -> int:
    return date(moment.year, moment.month, moment.day).toordinal() - date(1904, 1, 1).toordinal()

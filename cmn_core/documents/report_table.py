"""Any table of values as a sheet of the report: the same table that a page shows and a file carries."""

from datetime import date
from decimal import Decimal

from xlsxwriter import Workbook

from cmn_core.documents.report_content import ReportContent
from cmn_core.documents.report_sheet import FIRST_ROW, ReportSheet, start_sheet
from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableValue, column_width
from cmn_core.documents.xlsx_sheets import SheetFormats

_FEWEST_SIGNS = 120
"""A narrow table's sheet is as wide as its title, or printing one page wide would blow it up."""


def write_table_sheet(
    workbook: Workbook, formats: SheetFormats, content: ReportContent, name: str, table: ShownTable, *, frozen: int = 1
) -> ReportSheet:
    """Write a table with its title and filter; the first `frozen` columns stay in sight."""
    widths = [
        column_width(column, [row[place] for row in table.rows]) for place, column in enumerate(table.columns)
    ]  # fmt: skip
    last_text = max(place for place, column in enumerate(table.columns) if column.kind == "text")
    widths[last_text] += max(0.0, _FEWEST_SIGNS - sum(widths))
    page = start_sheet(workbook, formats, content, name=name, title=table.title, subtitle=table.subtitle, widths=widths)
    page.headings(FIRST_ROW, [column.caption for column in table.columns])
    for number, row in enumerate(table.rows):
        bold = number < table.totals
        place = FIRST_ROW + 1 + number
        for column, value in enumerate(row):
            _write_value(page, place, column, value, bold=bold)
        page.fit(place, *((column, value) for column, value in enumerate(row) if isinstance(value, str)))
    if table.rows:
        page.sheet.autofilter(FIRST_ROW, 0, FIRST_ROW + len(table.rows), len(table.columns) - 1)
    page.finish(frozen=(FIRST_ROW + 1, frozen), repeat=(FIRST_ROW, FIRST_ROW))
    return page


def _write_value(page: ReportSheet, row: int, column: int, value: TableValue, *, bold: bool) -> None:
    if value is None or isinstance(value, str):
        page.text(row, column, value, bold=bold)
    elif isinstance(value, date):
        page.day(row, column, value, bold=bold)
    elif isinstance(value, Decimal):
        page.pct(row, column, value, bold=bold)
    else:
        page.count(row, column, value, bold=bold)

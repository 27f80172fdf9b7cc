"""Text with a delimiter, as Excel and LibreOffice save it in Russia and elsewhere."""

import csv
from collections.abc import Sequence
from datetime import date
from io import StringIO

from tests.data.workbook_maker.book import Cell, ExcelError, Formula, Quoted


def write_csv(
    rows: Sequence[Sequence[Cell]], *, encoding: str = "utf-8", delimiter: str = ";", ends: str = "\r\n"
) -> bytes:
    """Return the cells as text; merged cells are blanks here, as every program saves them."""
    width = max(len(row) for row in rows)
    text = StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=ends)
    for row in rows:
        cells = [_as_text(cell) for cell in row]
        writer.writerow(cells + [""] * (width - len(cells)))
    return text.getvalue().encode(encoding)


def _as_text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Formula(_, value):
            return "" if value is None else str(value)
        case ExcelError(text) | Quoted(text):
            return text
        case date():
            return f"{cell:%d.%m.%Y}"
        case _:
            return str(cell)

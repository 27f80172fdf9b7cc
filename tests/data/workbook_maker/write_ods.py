"""OpenDocument, the format of LibreOffice, by odfpy."""

from datetime import date, time
from io import BytesIO

from odf.namespaces import OFFICENS
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from tests.data.workbook_maker.book import Book, Cell, ExcelError, Formula, Page, Percent, Quoted, area, covered_cells
from tests.data.workbook_maker.fixed_zip import repack


def write_ods(book: Book) -> bytes:
    """Return the book as ods."""
    document = OpenDocumentSpreadsheet()
    hidden = Style(name="hidden", family="table")
    hidden.addElement(TableProperties(display="false"))
    document.automaticstyles.addElement(hidden)
    for page in book.pages:
        document.spreadsheet.addElement(_table(page, hidden))
    buffer = BytesIO()
    document.write(buffer)
    return repack(buffer.getvalue())


def _table(page: Page, hidden: Style):
    table = Table(name=page.name, stylename=hidden) if page.state != "visible" else Table(name=page.name)
    covered = covered_cells(page)
    spans = {area(merge)[:2]: area(merge) for merge in page.merges}
    for row, cells in enumerate(page.rows, 1):
        shown = {"visibility": "filter" if page.filtered else "collapse"} if row in page.hidden_rows else {}
        line = TableRow(**shown)
        width = max([len(cells), *(right for top, _, bottom, right in spans.values() if top <= row <= bottom)])
        for column in range(1, width + 1):
            value = cells[column - 1] if column <= len(cells) else None
            if (row, column) in covered:
                line.addElement(CoveredTableCell())
                continue
            line.addElement(_cell(value, spans.get((row, column))))
        table.addElement(line)
    return table


def _cell(value: Cell, span: tuple[int, int, int, int] | None):
    extent = {}
    if span:
        top, left, bottom, right = span
        extent = {"numberrowsspanned": bottom - top + 1, "numbercolumnsspanned": right - left + 1}
    match value:
        case None:
            return TableCell(**extent)
        case Formula(text, stored):
            formula = {"formula": f"of:={text}", **extent}
            return (
                _texted(TableCell(**formula, **_number(stored)), stored) if stored is not None else TableCell(**formula)
            )
        case ExcelError(text):
            cell = TableCell(valuetype="string", formula="of:=1/0", **extent)
            cell.setAttrNS(OFFICENS, "string-value", "")
            return _texted(cell, text)
        case bool():
            return TableCell(valuetype="boolean", booleanvalue="true" if value else "false", **extent)
        case date():
            return _texted(TableCell(valuetype="date", datevalue=value.isoformat(), **extent), f"{value:%d.%m.%Y}")
        case time():
            return _texted(TableCell(valuetype="time", timevalue=f"PT{value:%H}H{value:%M}M00S", **extent), str(value))
        case Percent(number):
            return _texted(TableCell(valuetype="percentage", value=str(number), **extent), f"{number:.0%}")
        case Quoted(text) | str(text):
            cell = TableCell(valuetype="string", **extent)
            for line in text.split("\n"):
                cell.addElement(P(text=line))
            return cell
        case _:
            return _texted(TableCell(**_number(value), **extent), value)


def _number(value: int | float | str) -> dict[str, str]:
    return {"valuetype": "string"} if isinstance(value, str) else {"valuetype": "float", "value": str(value)}


def _texted(cell, shown: object):
    cell.addElement(P(text=str(shown)))
    return cell

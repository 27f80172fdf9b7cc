"""Load the sender's own xlsx or xlsm so that it can be saved again as a plain xlsx."""

import re
from io import BytesIO
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from cmn_core.intake.cells.grid import Grid
from cmn_core.intake.marks import CORRECTIONS_SHEET

MOST_STORED_ROWS = 50_000
MOST_STORED_CELLS = 200_000
"""Empty ones with a look of their own included: openpyxl keeps an object for each, merged ones too."""
_ROW, _CELL = re.compile(rb"<(?:\w+:)?row\b"), re.compile(rb"<(?:\w+:)?c\b")


def is_bearable(content: bytes, grid: Grid) -> bool:
    """Tell whether openpyxl can load a workbook in the time and memory that a worker has."""
    merged = sum(
        (area.bottom - area.top + 1) * (area.right - area.left + 1) for sheet in grid.sheets for area in sheet.merged
    )
    rows = cells = 0
    with ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                part = package.read(name)
                rows += sum(1 for _ in _ROW.finditer(part))
                cells += sum(1 for _ in _CELL.finditer(part))
    return rows <= MOST_STORED_ROWS and cells + merged <= MOST_STORED_CELLS


def load_own(content: bytes) -> Workbook:
    """Load a workbook with its formatting, without macros and without the list of an earlier check."""
    workbook = load_workbook(BytesIO(content), keep_vba=False, keep_links=True, rich_text=True)
    workbook.template = False
    if CORRECTIONS_SHEET in workbook.sheetnames:
        del workbook[CORRECTIONS_SHEET]
    return workbook


def written_cells(sheet: Worksheet) -> list[Cell]:
    """Return the cells that exist; `iter_rows` would make every cell up to the farthest one."""
    return [cell for cell in sheet._cells.values() if isinstance(cell, Cell)]


def raw_date_cells(workbook: Workbook) -> dict[str, set[str]]:
    """Name the cells whose number openpyxl turned into a date, or into an error where no date comes of it."""
    return {
        sheet.title: {cell.coordinate for cell in written_cells(sheet) if cell.data_type in ("d", "e")}
        for sheet in workbook.worksheets
    }

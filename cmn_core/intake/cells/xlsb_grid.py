"""A binary Excel workbook (xlsb) as a grid: values only, its parts are no XML."""

import io

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from cmn_core.intake.cells.grid import Grid, Sheet
from cmn_core.intake.cells.levelled_values import level_rows
from cmn_core.intake.cells.package import Package
from cmn_core.intake.cells.refusals import corrupt_file
from cmn_core.intake.cells.xlsx_book import has_macros


def read_xlsb(package: Package, content: bytes) -> Grid:
    """Read what calamine can; hidden rows, formulas and errors stay unknown."""
    package.drain()
    try:
        sheets = _read_sheets(content)
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # a panic derives from BaseException
        raise corrupt_file("values") from error
    return Grid(kind="xlsx", sheets=sheets, has_macros=has_macros(package))


def _read_sheets(content: bytes) -> list[Sheet]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [
        Sheet(
            name=about.name,
            rows=level_rows(book.get_sheet_by_name(about.name).to_python(skip_empty_area=False)),
            hidden=about.visible != SheetVisibleEnum.Visible,
        )
        for about in book.sheets_metadata
        if about.typ == SheetTypeEnum.WorkSheet
    ]

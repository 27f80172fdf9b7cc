"""The door: a stranger's bytes → cells with addresses, or a refusal that tells why."""

from cmn_core.intake.cells.csv_grid import read_csv
from cmn_core.intake.cells.grid import Grid, Sheet
from cmn_core.intake.cells.ods_grid import read_ods
from cmn_core.intake.cells.package import Package
from cmn_core.intake.cells.refusals import not_a_spreadsheet, password_protected, too_large
from cmn_core.intake.cells.signature import recognise_bytes, recognise_package
from cmn_core.intake.cells.xls_grid import read_xls
from cmn_core.intake.cells.xlsb_grid import read_xlsb
from cmn_core.intake.cells.xlsx_grid import read_xlsx
from cmn_core.reference.budgets import Budgets, read_budgets
from cmn_core.wording import format_size


def open_grid(content: bytes, file_name: str, budgets: Budgets | None = None) -> Grid:
    """Read a workbook of any kind, told by its content; raise UnreadableFile with a code of the contract."""
    budgets = budgets or read_budgets()
    if len(content) > budgets.file_bytes:
        raise too_large("file", budgets, found=format_size(len(content)))
    grid = _read_kind(recognise_bytes(content), content, file_name, budgets)
    if _count_filled_rows(grid.sheets) > budgets.rows:
        raise too_large("rows", budgets)
    return grid


def _read_kind(kind: str, content: bytes, file_name: str, budgets: Budgets) -> Grid:
    if kind == "zip":
        return _read_package(content, file_name, budgets)
    if kind == "csv":
        return read_csv(content, file_name, budgets)
    if kind == "xls":
        return read_xls(content)
    if kind == "encrypted":
        raise password_protected()
    raise not_a_spreadsheet(kind, file_name)


def _read_package(content: bytes, file_name: str, budgets: Budgets) -> Grid:
    package = Package(content, budgets)
    kind = recognise_package(package)
    if kind == "xlsx":
        return read_xlsx(package, content, budgets)
    if kind == "xlsb":
        return read_xlsb(package, content)
    if kind == "ods":
        return read_ods(package, budgets)
    raise not_a_spreadsheet(kind, file_name)


def _count_filled_rows(sheets: list[Sheet]) -> int:
    return sum(any(value is not None for value in row) for sheet in sheets if not sheet.hidden for row in sheet.rows)

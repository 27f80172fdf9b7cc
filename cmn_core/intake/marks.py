"""The marks that our own workbooks carry, and the sheets of theirs that hold no report."""

from cmn_core.intake.cells.grid import Grid, Sheet

LAYOUT = "cmn_layout"
VERSION = "cmn_version"
OKTMO = "cmn_oktmo"
PERIOD = "cmn_period"
SCOPE = "cmn_scope"
MARKS = (LAYOUT, VERSION, OKTMO, PERIOD, SCOPE)

MARKS_SHEET = "Служебный лист ЦМН"
"""Hidden; repeats the marks for editors that drop document properties: names in A, values in B."""
GUIDE_SHEET = "Как заполнять"
LISTS_SHEET = "Списки ЦМН"
"""Hidden; what the drop-downs of a template offer."""
CORRECTIONS_SHEET = "Что исправить"
SERVICE_SHEETS = frozenset((MARKS_SHEET, GUIDE_SHEET, LISTS_SHEET, CORRECTIONS_SHEET))
"""Neither read as a form nor reported as hidden."""


def is_service_sheet(name: str | None) -> bool:
    """Tell whether a sheet is one that our own templates and annotated copies add."""
    return name in SERVICE_SHEETS


def find_marks(grid: Grid) -> dict[str, str]:
    """Return a workbook's marks: its document properties, else what the hidden service sheet repeats."""
    sheet = next((sheet for sheet in grid.sheets if sheet.name == MARKS_SHEET), None)
    repeated = _read_marks_sheet(sheet) if sheet else {}
    stated = {key: grid.marks[key] for key in MARKS if grid.marks.get(key)}
    return {**repeated, **stated}


def _read_marks_sheet(sheet: Sheet) -> dict[str, str]:
    pairs = ((str(row[0] or ""), _as_text(row[1])) for row in sheet.rows if len(row) > 1)
    return {key: value for key, value in pairs if key in MARKS and value}


def _as_text(value: object) -> str:
    """Level what an editor may have made of a mark: «52654000» comes back as a number from a csv-minded one."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()

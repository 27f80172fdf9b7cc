"""Pieces of the sender's sheet around its faults, as a reader of the workbook sees them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from cmn_core.intake.cells.grid import CellValue, Grid, Position, Sheet, cell_address
from cmn_core.intake.headings import text_of
from cmn_core.intake.problems import Problem, shorten
from cmn_core.intake.reading import Reading, SheetReading
from cmn_core.intake.table_cells import WIDEST_MERGE_ROWS
from cmn_core.reference import Reference
from cmn_core.wording import format_date

MOST_ROWS = 3_000
"""Faulty rows of a file that are shown in their places; the rest are told by their addresses."""
_LONGEST_TEXT = 70
_COLUMNS_WITHOUT_FORM = 6
_PERSONAL = frozenset({"personal_data"})


@dataclass(frozen=True, slots=True)
class FragmentColumn:
    """A column as Excel letters it, with the caption that it was read by."""

    letters: str
    caption: str


@dataclass(frozen=True, slots=True)
class SheetFragment:
    """The rows of a sheet that have faults, each with its neighbours."""

    sheet: str | None
    columns: tuple[FragmentColumn, ...]
    rows: dict[int, tuple[str, ...]]
    """Row number → what its cells show, column by column."""
    data_rows: tuple[int, ...]
    """Numbers of the rows that hold data, ascending: where neighbours are taken from."""

    def rows_around(self, row: int) -> tuple[int, ...]:
        """Return a row between the data rows above and below it, as far as they were cut out."""
        return tuple(number for number in _with_neighbours(row, self.data_rows) if number in self.rows)


def row_of(cell: str) -> int:
    """Return the row of an address: «C12» → 12."""
    return int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def letters_of(cell: str) -> str:
    """Return the column letters of an address: «C12» → «C»."""
    return cell.rstrip("0123456789")


def read_fragments(grid: Grid, reading: Reading, reference: Reference) -> tuple[SheetFragment, ...]:
    """Cut the rows with faults out of a grid; cells that name a person are never shown."""
    faults = [item for item in reading.problems if item.cell and item.code not in _PERSONAL]
    found = []
    for sheet in grid.sheets:
        of_sheet = [item for item in faults if item.sheet == sheet.name]
        if of_sheet:
            found.append(_cut(sheet, of_sheet, reading, reference))
    return tuple(found)


def _cut(sheet: Sheet, faults: list[Problem], reading: Reading, reference: Reference) -> SheetFragment:
    tables = [item for item in reading.sheets if item.name == sheet.name]
    columns = _find_columns(tables, faults)
    data_rows = tuple(sorted({row for name, row in reading.places if name == sheet.name}))
    faulty = sorted({row_of(item.cell or "") for item in faults})[:MOST_ROWS]
    shown = sorted({number for row in faulty for number in _with_neighbours(row, data_rows)})
    names = _merged_names(sheet, tables)
    return SheetFragment(
        sheet=sheet.name,
        columns=_caption_columns(columns, tables, reading, reference),
        rows={
            row: tuple(shown_text(sheet, names.get((row, column), (row, column))) for column in columns)
            for row in shown
        },
        data_rows=data_rows,
    )


def _merged_names(sheet: Sheet, tables: Sequence[SheetReading]) -> dict[Position, Position]:
    """Return where an organisation's merged name stands, for each of the cells that it is merged over."""
    named = {table.columns.get("organisation") for table in tables}
    return {
        (row, area.left): (area.top, area.left)
        for area in sheet.merged
        if area.left in named and area.bottom - area.top <= WIDEST_MERGE_ROWS
        for row in range(area.top, area.bottom + 1)
    }


def _with_neighbours(row: int, data_rows: tuple[int, ...]) -> tuple[int, ...]:
    """Return a row with the data rows next to it, in order."""
    place = bisect_left(data_rows, row)
    below = place + 1 if data_rows[place : place + 1] == (row,) else place
    return (*data_rows[max(place - 1, 0) : place], row, *data_rows[below : below + 1])


def _find_columns(tables: Sequence[SheetReading], faults: list[Problem]) -> list[int]:
    """Return the tables' columns and those of faults outside them; without a table some from the fault on."""
    faulty = {column_number(letters_of(item.cell or "")) for item in faults}
    if not tables:
        first = min(faulty)
        return list(range(first, first + _COLUMNS_WITHOUT_FORM))
    return sorted(faulty.union(*(table.columns.values() for table in tables)))


def column_number(letters: str) -> int:
    """Return the number of a column: «A» → 1, «AB» → 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _caption_columns(
    columns: list[int], tables: Sequence[SheetReading], reading: Reading, reference: Reference
) -> tuple[FragmentColumn, ...]:
    """Letter and caption the columns; where two tables share a sheet, a column has a caption of each."""
    captions: dict[int, list[str]] = {number: [] for number in columns}
    for table in tables:
        layout = reference.layouts.table(reading.layout or "expansion", table.part)
        for field, number in table.columns.items():
            captions[number].append(layout.column(field).short)
    return tuple(
        FragmentColumn(letters_of(cell_address(1, number)), " / ".join(dict.fromkeys(found)))
        for number, found in captions.items()
    )


def shown_text(sheet: Sheet, place: Position) -> str:
    """Return what a cell shows; a formula without a value shows itself."""
    if place in sheet.unvalued_formulas and place in sheet.formulas:
        return shorten(f"={sheet.formulas[place]}", _LONGEST_TEXT)
    return shorten(_as_text(sheet.value(*place)), _LONGEST_TEXT)


def _as_text(value: CellValue) -> str:
    if isinstance(value, bool):
        return "ИСТИНА" if value else "ЛОЖЬ"
    if isinstance(value, datetime):
        return f"{value:%d.%m.%Y %H:%M}"
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, float):
        return str(value).replace(".", ",")
    return "" if value is None else text_of(value)

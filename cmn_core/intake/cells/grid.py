"""A workbook as plain cells with their addresses: what every reader returns and every layout reads."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal

WorkbookKind = Literal["xlsx", "xlsm", "xls", "ods", "csv"]
CellValue = str | int | float | bool | datetime | date | time | timedelta | None
"""Whole numbers are int; a moment at midnight is a date."""
Position = tuple[int, int]
"""Row and column as Excel counts them, both from 1."""


@dataclass(frozen=True, slots=True)
class Area:
    """A merged rectangle, bounds inclusive, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """One sheet: dense rows from A1, and what stands beside the values."""

    name: str | None
    rows: list[list[CellValue]]
    """`rows[0][0]` is A1; rows may differ in length; an absent or empty cell is None. Empty rows may be one shared
    list: make new rows, never change these."""
    hidden: bool = False
    """A hidden sheet that goes beyond what the row budget leaves has no rows."""
    hidden_rows: frozenset[int] = frozenset()
    """Rows that hold something and are hidden: by hand, by a filter, folded away, or of no height."""
    merged: tuple[Area, ...] = ()
    formulas: dict[Position, str] = field(default_factory=dict)
    """Formula text without '=', where a cell has one."""
    error_cells: dict[Position, str] = field(default_factory=dict)
    """Excel error text («#REF!») by cell; the value in `rows` is that text too."""
    unvalued_formulas: frozenset[Position] = frozenset()
    """Formulas stored without a value; the value in `rows` is None."""

    def value(self, row: int, column: int) -> CellValue:
        """Return the value at a 1-based address, None outside the sheet."""
        if 1 <= row <= len(self.rows) and 1 <= column <= len(self.rows[row - 1]):
            return self.rows[row - 1][column - 1]
        return None


@dataclass(slots=True)
class Grid:
    """A whole workbook as cells."""

    kind: WorkbookKind
    sheets: list[Sheet]
    marks: dict[str, str] = field(default_factory=dict)
    """Custom document properties: where our own templates keep version, ОКТМО, layout, period and scope."""
    has_macros: bool = False
    has_external_links: bool = False


class UnreadableFile(Exception):  # noqa: N818 - a fault of the data on its way to become a Problem
    """Tell why bytes cannot become a grid: a problem code of the contract, with details for its message."""

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


def cell_address(row: int, column: int) -> str:
    """Name a cell as Excel shows it: (12, 3) → «C12»."""
    letters = ""
    while column:
        column, remainder = divmod(column - 1, 26)
        letters = chr(ord("A") + remainder) + letters
    return f"{letters}{row}"

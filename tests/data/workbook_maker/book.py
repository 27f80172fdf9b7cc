"""A workbook to be made, before any format: cells as Python values, and what stands beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula without «=» and the value that an office program stored with it; None: stored without one."""

    text: str
    value: int | float | str | None = None


@dataclass(frozen=True, slots=True)
class ExcelError:
    """A cell whose value is an error, with or without a formula."""

    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A number typed after an apostrophe: text, with the quote kept as a style."""

    text: str


@dataclass(frozen=True, slots=True)
class Percent:
    """A number that shows as per cent."""

    value: float


Cell = str | int | float | bool | date | datetime | time | None | Formula | ExcelError | Quoted | Percent
State = Literal["visible", "hidden", "veryHidden"]


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet from A1; merges as «A3:A5»."""

    rows: Sequence[Sequence[Cell]]
    name: str = "Лист1"
    merges: Sequence[str] = ()
    hidden_rows: frozenset[int] = frozenset()
    filtered: str | None = None
    """The range of an autofilter; its hidden rows are in `hidden_rows`."""
    state: State = "visible"
    formatted_rows: tuple[int, int] | None = None
    """First and last of rows that hold borders and no value."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """Comments by cell."""
    zero_height_rows: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook of one or more sheets."""

    pages: Sequence[Page]
    since_1904: bool = False
    marks: Mapping[str, str] = field(default_factory=dict)
    """Custom document properties."""


def address(cell: str) -> tuple[int, int]:
    """Return row and column, both from 1, of «C12»."""
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(cell[len(letters) :]), column


def area(merge: str) -> tuple[int, int, int, int]:
    """Return top, left, bottom, right of «A3:B5»."""
    first, last = merge.split(":")
    return (*address(first), *address(last))


def covered_cells(page: Page) -> set[tuple[int, int]]:
    """Return the cells that lie under a merge, its first cell excepted."""
    covered = set()
    for merge in page.merges:
        top, left, bottom, right = area(merge)
        covered |= {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)} - {
            (top, left)
        }
    return covered

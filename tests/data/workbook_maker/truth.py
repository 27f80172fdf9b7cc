"""What a made workbook must be read as, written down from the specification before any reader saw the file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tests.data.workbook_maker.book import Book
from tests.data.workbook_maker.write_csv import write_csv
from tests.data.workbook_maker.write_ods import write_ods
from tests.data.workbook_maker.write_xls import write_xls
from tests.data.workbook_maker.write_xlsx import write_xlsx

DataRow = tuple[str | None, int, str | None, int | None, int | None, int | None, str | None, str | None]
"""Sheet, row, organisation, the three counts, programme, form."""
Fault = tuple[str, str | None, str | None]
"""Code, sheet, cell."""

FIRST_DATE, SECOND_DATE = "2020-10-01", "2020-11-23"


@dataclass(frozen=True, slots=True)
class Truth:
    """The reading that a file must give."""

    rows: Sequence[DataRow] = ()
    problems: Sequence[Fault] = ()
    scope: str | None = "municipal"
    district: str | None = None
    dates: Sequence[str] = (FIRST_DATE, SECOND_DATE)
    as_of: str | None = SECOND_DATE
    period: str | None = "2020-11"
    layout: str | None = "expansion"
    totals: tuple[int, int, int, int, int] | None = None
    """Organisations, programmes and the three sums, where they were worked by hand."""
    population: Sequence[Sequence[object]] = ()
    organisations: Sequence[Sequence[object]] = ()
    """Both tables of a monthly form: sheet, row, organisation, kind and twelve counts …"""
    programmes: Sequence[Sequence[object]] = ()
    """… sheet, row, organisation, programme, form, role model, three counts, partner, date of beginning."""
    threshold: int | None = None
    """The score from which a person counts as satisfied."""
    asked: Mapping[str, str] = field(default_factory=dict)
    """Municipality and period that the person asked for."""


REFUSED = Truth(layout=None, scope=None, dates=(), as_of=None, period=None)
"""The part of a truth that every file has which is no report."""


@dataclass(frozen=True, slots=True)
class Case:
    """A file, the rule that it tries, and its truth."""

    file: str
    rule: str
    content: bytes
    truth: Truth


def data(first_row: int, rows: Sequence[Sequence[object]], sheet: str | None = "Лист1") -> list[DataRow]:
    """Return rows that are read as they stand."""
    return [(sheet, first_row + index, *row) for index, row in enumerate(rows)]  # type: ignore[misc]


def at(row: int, *cells: object, sheet: str | None = "Лист1") -> DataRow:
    """Return one row of the truth."""
    return (sheet, row, *cells)  # type: ignore[return-value]


def fault(code: str, cell: str | None = None, sheet: str | None = "Лист1") -> Fault:
    """Return a problem at a cell of a sheet."""
    return (code, sheet, cell)


_WRITERS: dict[str, Callable[[Book], bytes]] = {
    "xlsx": write_xlsx,
    "xls": write_xls,
    "ods": write_ods,
    "csv": lambda book: write_csv(book.pages[0].rows, encoding="utf-8-sig"),
}


def cases_in(formats: str, stem: str, rule: str, book: Book, truth: Truth) -> list[Case]:
    """Make the same book in several formats; the truth is one, save that a csv has no sheet."""
    return [
        Case(f"{stem}.{kind}", rule, _WRITERS[kind](book), without_sheets(truth) if kind == "csv" else truth)
        for kind in formats.split()
    ]


def without_sheets(truth: Truth) -> Truth:
    """Return the truth of the same cells in a csv."""
    return replace(
        truth,
        rows=[(None, *row[1:]) for row in truth.rows],
        problems=[(code, None, cell) for code, _, cell in truth.problems],
        population=[(None, *row[1:]) for row in truth.population],
        organisations=[(None, *row[1:]) for row in truth.organisations],
        programmes=[(None, *row[1:]) for row in truth.programmes],
    )

"""A table as a value: a page shows it, and a file carries it."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from cmn_core.documents.table_workbook import TableColumn, TableValue, write_table_csv, write_table_xlsx
from cmn_core.wording import format_count, format_date, format_pct

_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table with its title and what it measures."""

    title: str
    subtitle: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[TableValue, ...], ...]
    target_pct: Decimal | None = None
    """Per cents under it never show as it."""
    totals: int = 0
    """How many of the first rows speak of the whole and stand out."""

    def having(self, words: str) -> "ShownTable":
        """Keep the rows in one of whose texts all the words stand, case and ё levelled."""
        wanted = _level(words).split()
        if not wanted:
            return self
        found = tuple(row for row in self.rows if _has_all(row, wanted))
        return replace(self, rows=found, totals=0)


def tell_value(value: TableValue, column: TableColumn, table: ShownTable) -> str:
    """Write a value as people read it, on the screen and on paper."""
    if value is None:
        return _NOTHING
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, Decimal):
        return format_pct(value, column.target_pct or table.target_pct)
    return format_count(value) if isinstance(value, int) else value


def table_xlsx(table: ShownTable, *, demonstration: bool) -> bytes:
    """Write a table as a workbook."""
    return write_table_xlsx(
        table.title,
        table.subtitle,
        table.columns,
        table.rows,
        demonstration=demonstration,
        target_pct=table.target_pct,
    )


def table_csv(table: ShownTable) -> bytes:
    """Write a table as a csv."""
    return write_table_csv(table.columns, table.rows)


def _has_all(row: tuple[TableValue, ...], wanted: list[str]) -> bool:
    told = _level(" ".join(value for value in row if isinstance(value, str)))
    return all(word in told for word in wanted)


def _level(text: str) -> str:
    return text.lower().replace("ё", "е")

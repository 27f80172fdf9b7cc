"""Compare the totals that a sender wrote with the rows above them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from cmn_core.intake.line_kinds import reads_as_grand_total
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.intake.table_cells import TableCells
from cmn_core.reference import Reference
from cmn_core.wording import format_count

Counts = dict[str, int | None]
"""Field → the number as written; None stands for an unreadable or missing one; an absent field adds nothing."""


@dataclass(frozen=True, slots=True)
class TotalLine:
    """A total's row, and which of the table's breaks it is."""

    row: int
    label: str
    place: int
    heads: bool = False
    """It stands above its rows."""


class Sections:
    """Sums over stretches of a table's data rows, between its captions and totals; built once, cheap to ask."""

    def __init__(self, fields: Sequence[str], counts: Sequence[Counts], breaks: Sequence[int]) -> None:
        """Take the counts of the data rows, and how many of them stand above each caption and total."""
        self._breaks = breaks
        self._end = len(counts)
        self._sums = {field: [0, *accumulate(row.get(field) or 0 for row in counts)] for field in fields}
        self._unread = {
            field: [0, *accumulate(field in row and row[field] is None for row in counts)] for field in fields
        }

    def part(self, place: int, heads: bool) -> Counts:
        """Sum the rows since the break above; where there are none or it heads them, those down to the next break."""
        start, end = (self._breaks[place - 1] if place else 0), self._breaks[place]
        if start < end and not heads:
            return self._between(start, end)
        start = end
        below = bisect_right(self._breaks, start, place)
        return self._between(start, self._breaks[below] if below < len(self._breaks) else self._end)

    def whole(self, place: int) -> Counts:
        """Sum the rows above; all of them for a total that heads the table or is its only break."""
        above = self._breaks[place]
        return self._between(0, above if above and not self.is_unbroken() else self._end)

    def is_unbroken(self) -> bool:
        """Tell a table with one total and no captions."""
        return len(self._breaks) == 1

    def _between(self, start: int, end: int) -> Counts:
        """Sum by field; a column with an unreadable number has no sum."""
        return {
            field: None
            if self._unread[field][end] > self._unread[field][start]
            else self._sums[field][end] - self._sums[field][start]
            for field in self._sums
        }


def check_totals(
    table: TableCells, sections: Sections, totals: Sequence[TotalLine], reference: Reference
) -> Iterator[Problem]:
    """Report each total that differs from its rows, as a subtotal or a grand total, whichever it fits better."""
    for line in totals:
        fields = [field for field in table.count_fields if _is_stated(table, line, field)]
        stated = {field: table.count(line.row, field).count for field in fields}
        parts, whole = sections.part(line.place, line.heads), sections.whole(line.place)
        expected = whole if sections.is_unbroken() or _is_grand(line, stated, parts, whole) else parts
        for field, value in stated.items():
            summed = expected[field]
            if value is not None and summed is not None and value != summed:
                yield make_problem(
                    reference.problem_texts,
                    "total_mismatch",
                    sheet=table.sheet.name,
                    cell=table.address(line.row, field),
                    value=table.raw(line.row, field),
                    shown=table.shown(line.row, field),
                    column=table.layout.column(field).short,
                    expected=format_count(summed),
                )


def _is_stated(table: TableCells, line: TotalLine, field: str) -> bool:
    return table.merged_from(line.row, field) is None and table.count(line.row, field).code in (None, "dash_as_zero")


def _is_grand(line: TotalLine, stated: Counts, parts: Counts, whole: Counts) -> bool:
    """Decide by the sums first, by the label where they do not tell."""
    fits_parts = sum(1 for field, value in stated.items() if value is not None and value == parts[field])
    fits_whole = sum(1 for field, value in stated.items() if value is not None and value == whole[field])
    if fits_parts != fits_whole:
        return fits_whole > fits_parts
    return reads_as_grand_total(line.label)

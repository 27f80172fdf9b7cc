"""Compare the totals that a sender wrote with the rows above them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cmn_core.intake.expansion_lines import COUNT_FIELDS
from cmn_core.intake.line_kinds import reads_as_grand_total
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.intake.table_cells import TableCells
from cmn_core.reference import Reference
from cmn_core.wording import format_count

Counts = dict[str, int | None]
"""Field → the number as written; None stands for an unreadable or missing one; an absent field adds nothing."""


@dataclass(frozen=True, slots=True)
class TotalLine:
    """A total's row and what it may be the sum of."""

    row: int
    label: str
    section: tuple[Counts, ...]
    """Rows since the caption or subtotal above."""
    everything: tuple[Counts, ...]


def check_totals(table: TableCells, totals: Sequence[TotalLine], reference: Reference) -> Iterator[Problem]:
    """Report each total that differs from its rows, as a subtotal or a grand total, whichever it fits better."""
    for line in totals:
        stated = {field: table.count(line.row, field).count for field in COUNT_FIELDS if _is_stated(table, line, field)}
        parts, whole = _sums(line.section), _sums(line.everything)
        expected = whole if _is_grand(line, stated, parts, whole) else parts
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
                    column=reference.layouts.expansion.column(field).short,
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
    return not line.section or reads_as_grand_total(line.label)


def _sums(rows: Sequence[Counts]) -> Counts:
    """Sum by field; a column with an unreadable number has no sum."""
    sums: Counts = {}
    for field in COUNT_FIELDS:
        values = [row[field] for row in rows if field in row]
        sums[field] = None if any(value is None for value in values) else sum(value or 0 for value in values)
    return sums

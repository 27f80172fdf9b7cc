"""Walk an expansion table and tell its rows apart: data, totals, section breaks, signatures."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cmn_core.intake.heading_dates import is_date_row
from cmn_core.intake.line_kinds import is_caption, is_column_numbers, is_signature, is_total
from cmn_core.intake.table_cells import TableCells

COUNT_FIELDS = ("involved_before", "added_mentors", "added_mentees")
LineKind = Literal["data", "total", "section", "signature"]


@dataclass(frozen=True, slots=True)
class Line:
    """A row that means something."""

    row: int
    kind: LineKind
    label: str = ""


def walk_lines(table: TableCells) -> Iterator[Line]:
    """Yield the rows under the heading that carry data, sums, section breaks or signatures; the rest is no data."""
    data_seen = False
    for row in table.rows:
        if not data_seen and is_date_row(table.sheet, row):
            continue
        kind = _kind_of(table, row)
        if kind:
            data_seen = data_seen or kind == "data"
            yield Line(row, kind, table.lead_text(row))


def _kind_of(table: TableCells, row: int) -> LineKind | None:
    label = table.lead_text(row)
    if is_total(label):
        return "total"
    texts = table.own_texts(row)
    if not any(texts.values()):
        unvalued = any(table.position(row, field) in table.sheet.unvalued_formulas for field in COUNT_FIELDS)
        return "data" if unvalued else _kind_of_label(label)
    if _is_numbers_row(table, texts) or table.repeats_heading(row):
        return None
    has_counts = any(texts[field] or table.count(row, field).code for field in COUNT_FIELDS)
    has_programme = bool(texts["programme"] or texts["mentoring_form"])
    if is_signature(label) and not any(table.count(row, field).count is not None for field in COUNT_FIELDS):
        return "signature"
    if has_counts:
        return "data"
    if has_programme:
        return "signature" if _is_stray_signature(texts) else "data"
    return _kind_of_lone_label(table, row, texts["organisation"])


def _kind_of_label(label: str) -> LineKind | None:
    return "signature" if label and is_signature(label) else None


def _kind_of_lone_label(table: TableCells, row: int, organisation: str) -> LineKind | None:
    """Judge a row with nothing but words in the organisation's column."""
    if not organisation:
        return None
    if is_caption(organisation, table.is_merged_across(row), table.is_numbered(row)):
        return "section"
    return "data"


def _is_stray_signature(texts: dict[str, str]) -> bool:
    """Tell a signature that stands under the programmes: «Директор», with nothing in any other column."""
    return not texts["organisation"] and not texts["mentoring_form"] and is_signature(texts["programme"])


def _is_numbers_row(table: TableCells, texts: dict[str, str]) -> bool:
    if len(texts["programme"]) > 2 or len(texts["organisation"]) > 2:
        return False
    in_order = sorted(table.columns, key=lambda field: table.columns[field])
    return is_column_numbers([texts[field] for field in in_order])

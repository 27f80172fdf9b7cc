"""Bring what the readers of workbooks return to one kind of values: whole numbers, dates, None for nothing."""

import math
from collections.abc import Iterable, Sequence
from datetime import datetime, time

from cmn_core.intake.cells.grid import CellValue

_EXACT_INTEGERS = 2**53
"""Larger floats have lost their last digits and stay floats."""
_MIDNIGHT = time(0, 0)


def level_rows(rows: Iterable[Sequence[CellValue]], last_row: int = 0) -> list[list[CellValue]]:
    """Level every value; rows without any share one empty list, and those after `last_row` that end a sheet go."""
    empty: list[CellValue] = []
    levelled = []
    for row in rows:
        values = [None if value == "" else value if type(value) is str else level_value(value) for value in row]
        levelled.append(empty if values.count(None) == len(values) else values)
    while len(levelled) > last_row and levelled[-1] is empty:
        levelled.pop()
    levelled += [empty] * (last_row - len(levelled))
    return levelled


def level_value(value: CellValue) -> CellValue:
    """Make 17.0 an int, a moment at midnight a date, '' None; a float that is no number becomes its text."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, float):
        return _level_float(value)
    if isinstance(value, datetime) and value.time() == _MIDNIGHT:
        return value.date()
    return value


def _level_float(value: float) -> CellValue:
    if not math.isfinite(value):
        return str(value)
    return int(value) if value.is_integer() and abs(value) < _EXACT_INTEGERS else value

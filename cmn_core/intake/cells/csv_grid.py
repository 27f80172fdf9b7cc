"""Delimited text as a grid: every value stays text, a row is a record."""

import csv
import io
from itertools import chain

from cmn_core.intake.cells.csv_text import decode_text, guess_delimiter, stated_delimiter
from cmn_core.intake.cells.grid import CellValue, Grid, Sheet
from cmn_core.intake.cells.refusals import corrupt_file, not_a_spreadsheet, too_large
from cmn_core.reference.budgets import Budgets

_LAST_RECORD = "\x1e"
"""Fed after the text; if it does not come back alone, a quote was left open and swallowed records."""
_LAST_ROW = 1_048_576
"""Of a sheet in Excel; more records, even blank ones, are no table."""


def read_csv(content: bytes, file_name: str, budgets: Budgets) -> Grid:
    """Read delimited text; records are counted as the csv module yields them, blank ones too."""
    text = decode_text(content)
    delimiter = guess_delimiter(text) if text else None
    if not text or not delimiter:
        raise not_a_spreadsheet("plain_text", file_name)
    rows = _read_records(text, delimiter, budgets)
    if stated_delimiter(text):
        rows[0] = []
    return Grid(kind="csv", sheets=[Sheet(name=None, rows=rows)])


def _read_records(text: str, delimiter: str, budgets: Budgets) -> list[list[CellValue]]:
    lines = chain(io.StringIO(text if text.endswith(("\n", "\r")) else text + "\n", newline=""), [_LAST_RECORD])
    rows: list[list[CellValue]] = []
    empty: list[CellValue] = []
    filled = 0
    try:
        for record in csv.reader(lines, delimiter=delimiter):
            is_filled = any(record)
            rows.append([field or None for field in record] if is_filled else empty)
            filled += is_filled
            if filled > budgets.rows + 1 or len(rows) > _LAST_ROW:
                raise too_large("rows", budgets)
    except csv.Error as error:
        raise corrupt_file("quotes", record=str(len(rows) + 1)) from error
    if rows.pop() != [_LAST_RECORD]:
        raise corrupt_file("quotes", record=str(len(rows) + 1))
    return rows

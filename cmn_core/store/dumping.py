"""The rows of a table in a portable form, one after another, however many there are."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table, select
from sqlmodel import Session

from cmn_core.store.portable import as_portable

_AT_ONCE, _FILES_AT_ONCE = 500, 4
"""Rows held in memory; those that carry a file are up to 20 MB each."""


def dump_table(session: Session, table: Table) -> Iterator[list[Any]]:
    """Yield the rows by their keys, values in the order of the columns."""
    holds_files = any(column.type.python_type is bytes for column in table.columns)
    portions = {"yield_per": _FILES_AT_ONCE if holds_files else _AT_ONCE}
    for row in session.execute(select(*table.columns).order_by(*table.primary_key), execution_options=portions):
        yield [as_portable(value) for value in row]

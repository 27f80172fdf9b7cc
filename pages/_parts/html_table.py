"""A table on the screen: plain HTML, whole names, numbers to the right; every text letter by letter."""

from collections.abc import Mapping, Sequence
from html import escape
from types import MappingProxyType

import streamlit as st

from cmn_core.documents.shown_table import ShownTable, tell_value
from cmn_core.documents.table_workbook import TableValue

MOST_ROWS = 50
_TOTAL = ' class="cmn-total"'


Links = Mapping[tuple[int, int], str]
"""Addresses by the row and column of the cell that leads there."""


def show_table(table: ShownTable, *, most: int = MOST_ROWS, links: Links = MappingProxyType({})) -> None:
    """Show a table's first rows; say how many there are where not all are shown."""
    st.html(write_html(table, most, links))
    if len(table.rows) > most:
        st.caption(f"Показаны первые {most} из {len(table.rows)} строк; все строки — в файле по кнопке «Скачать».")


def write_html(table: ShownTable, most: int, links: Links = MappingProxyType({})) -> str:
    """Write a table as HTML."""
    head = "".join(f'<th scope="col" class="cmn-{column.kind}">{escape(column.caption)}</th>'
                   for column in table.columns)  # fmt: skip
    body = "".join(
        f"<tr{_TOTAL if place < table.totals else ''}>{_row(place, row, table, links)}</tr>"
        for place, row in enumerate(table.rows[:most])
    )
    caption = f'<caption class="cmn-unseen">{escape(table.title)}</caption>'
    return (
        '<div class="cmn-scroll" tabindex="0">'
        f'<table class="cmn-table">{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _row(number: int, row: Sequence[TableValue], table: ShownTable, links: Links) -> str:
    cells = []
    for place, (value, column) in enumerate(zip(row, table.columns, strict=True)):
        shown = escape(tell_value(value, column, table))
        address = links.get((number, place))
        # Leaving for another page loads it anew: the scope is in the address.
        inside = f'<a href="{escape(address)}" target="_self">{shown}</a>' if address else shown
        cells.append(f'<td class="cmn-{column.kind}">{inside}</td>')
    return "".join(cells)

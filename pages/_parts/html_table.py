"""A table on the screen: plain HTML, whole names, numbers to the right; every text letter by letter."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from html import escape

import streamlit as st

from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn, TableValue
from cmn_core.wording import format_count, format_date, format_pct

MOST_ROWS = 50
_NOTHING = "–"


def show_table(table: ShownTable, *, most: int = MOST_ROWS) -> None:
    """Show a table's first rows; say how many there are where not all are shown."""
    st.html(write_html(table, most))
    if len(table.rows) > most:
        st.caption(f"Показаны первые {most} из {len(table.rows)} строк; все строки — в файле по кнопке «Скачать».")


def write_html(table: ShownTable, most: int) -> str:
    """Write a table as HTML."""
    head = "".join(f'<th scope="col" class="cmn-{column.kind}">{escape(column.caption)}</th>'
                   for column in table.columns)  # fmt: skip
    body = "".join(
        f'<tr class="cmn-total">{_row(row, table)}</tr>' if place < table.totals else f"<tr>{_row(row, table)}</tr>"
        for place, row in enumerate(table.rows[:most])
    )
    caption = f'<caption class="cmn-unseen">{escape(table.title)}</caption>'
    return (
        '<div class="cmn-scroll" tabindex="0">'
        f'<table class="cmn-table">{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _row(row: Sequence[TableValue], table: ShownTable) -> str:
    return "".join(
        f'<td class="cmn-{column.kind}">{escape(_shown(value, column, column.target_pct or table.target_pct))}</td>'
        for value, column in zip(row, table.columns, strict=True)
    )


def _shown(value: TableValue, column: TableColumn, target_pct: Decimal | None) -> str:
    if value is None:
        return _NOTHING
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, Decimal):
        return format_pct(value, target_pct)
    return format_count(value) if isinstance(value, int) else value

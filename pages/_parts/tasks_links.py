"""A task's line, and the ways from it to where it is done."""

import streamlit as st

from pages._parts.upload_html import text

REPORT = "report"
"""In the address of «Мои задачи»: the number of the report that is open."""


def describe_line(name: str, *told: str, late: bool = False) -> str:
    """Write a task's line as html: its name, and what is told of it under it."""
    mark = " cmn-late" if late else ""
    return f"<div class='cmn-task{mark}'><b>{text(name)}</b><span>{text('; '.join(filter(None, told)))}</span></div>"


def show_report_link(label: str, report_id: int) -> None:
    """Draw a button that opens a report on this page, under an address of its own."""
    st.button(label, key=f"open_report_{report_id}", type="tertiary", on_click=open_report, args=(report_id,))


def open_report(report_id: int) -> None:
    """Open a report on this page."""
    st.query_params[REPORT] = str(report_id)


def close_report() -> None:
    """Go back to the list."""
    st.query_params.pop(REPORT, None)


def named_report() -> int | None:
    """Return the number of the report that the address names, None for none."""
    written = st.query_params.get(REPORT, "")
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 10 else None

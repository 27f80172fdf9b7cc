"""Html of the upload page: every text of a file is escaped here, so that no cell is ever read as markup."""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

import streamlit as st

_STYLE = Path(__file__).parent / "upload.css"


def text(value: object) -> str:
    """Escape a text for html."""
    return escape(str(value))


def show_html(body: str) -> None:
    """Draw a piece of html whose texts were escaped."""
    st.html(body)


def show_upload_style() -> None:
    """Put the page's stylesheet in."""
    st.html(_STYLE)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, css: str = "") -> str:
    """Build a table of ready html cells."""
    captions = "".join(f"<th scope='col'>{cell}</th>" for cell in head)
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return (
        f"<div class='up-scroll' tabindex='0'><table class='up-table {css}'>"
        f"<thead><tr>{captions}</tr></thead><tbody>{lines}</tbody></table></div>"
    )

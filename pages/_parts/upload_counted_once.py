"""Rows whose numbers repeat an earlier row of their organisation: counted once unless a person says otherwise."""

from collections.abc import Sequence

import streamlit as st

from cmn_core.intake.reading import ExpansionRow
from pages._parts.upload_html import show_html, text
from pages._parts.upload_state import UploadState

_ON_PAGE = 10


def show_counted_once(rows: Sequence[ExpansionRow], state: UploadState) -> None:
    """Offer «это разные дети» for each such row."""
    if not rows:
        return
    st.subheader(f"Одинаковые числа посчитаны один раз: {len(rows)}")
    st.caption("У организации две программы с одними и теми же числами. Если это разные дети, отметьте строку.")
    pages = -(-len(rows) // _ON_PAGE)
    place = st.container(gap="xsmall")
    page = st.pagination(pages, key=state.key("once_page")) if pages > 1 else 1
    with place:
        for index, row in enumerate(rows[(page - 1) * _ON_PAGE : page * _ON_PAGE]):
            _show_row(row, state.key(f"once_{page}_{index}"), state)


def _show_row(row: ExpansionRow, widget: str, state: UploadState) -> None:
    said, answer = st.columns([1.9, 1], vertical_alignment="center")
    counts = " + ".join(str(count or 0) for count in (row.involved_before, row.added_mentors, row.added_mentees))
    with said:
        show_html(
            f"<div class='up-name'><b>{text(row.organisation)}</b>"
            f"<span>строка {row.row}, «{text(row.programme or 'программа не указана')}»: {counts} чел.</span></div>"
        )
    place = (row.sheet, row.row)
    with answer:
        st.checkbox(
            "Это разные дети", value=place in state.different_children, key=widget, on_change=_take,
            args=(place, widget, state),
        )  # fmt: skip


def _take(place: tuple[str | None, int], widget: str, state: UploadState) -> None:
    if st.session_state[widget]:
        state.different_children.add(place)
    else:
        state.different_children.discard(place)

"""Fields of a programme: each saves itself when it is left, and shows what the programme holds."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from cmn_core.programme.words import LONGEST_LINE, LONGEST_PROSE
from pages._parts.failure import in_words
from pages._parts.programme_saving import Change, keep
from pages._parts.programme_state import Desk, Put, follow, left_with

_EARLIEST, _LATEST = date(2015, 1, 1), date(2100, 12, 31)
_LINE_PX = 24
_FRAME_PX = 34


def ask_line(
    desk: Desk, name: str, label: str, value: str, put: Put[str], *, placeholder: str = "", help: str | None = None,
    is_hidden: bool = False,
) -> None:  # fmt: skip
    """Draw an input for one line; `is_hidden`: the label is for those who listen, the words stand beside it already."""
    st.text_input(
        label, key=follow(name, value), max_chars=LONGEST_LINE, placeholder=placeholder, help=help,
        label_visibility="collapsed" if is_hidden else "visible", on_change=in_words(_leave_words),
        args=(desk, name, put),
    )  # fmt: skip


def ask_prose(
    desk: Desk, name: str, label: str, value: str, put: Put[str], *, lines: int = 3, placeholder: str = "",
    is_hidden: bool = False,
) -> None:  # fmt: skip
    """Draw an input for paragraphs, so many lines high."""
    st.text_area(
        label, key=follow(name, value), max_chars=LONGEST_PROSE, height=_LINE_PX * lines + _FRAME_PX,
        placeholder=placeholder, label_visibility="collapsed" if is_hidden else "visible",
        on_change=in_words(_leave_words), args=(desk, name, put),
    )  # fmt: skip


def ask_number(
    desk: Desk, name: str, label: str, value: int | None, put: Put[int | None], *, least: int, most: int,
    placeholder: str = "", is_hidden: bool = False,
) -> None:  # fmt: skip
    """Draw an input for a count; empty: not known yet."""
    st.number_input(
        label, value=None, min_value=least, max_value=most, step=1, key=follow(name, value), placeholder=placeholder,
        label_visibility="collapsed" if is_hidden else "visible", on_change=in_words(_leave), args=(desk, name, put),
    )  # fmt: skip


def ask_day(desk: Desk, name: str, label: str, value: date | None, put: Put[date | None]) -> None:
    """Draw an input for a day; empty: a blank to fill by hand."""
    st.date_input(
        label, value=None, key=follow(name, value), format="DD.MM.YYYY", min_value=_EARLIEST, max_value=_LATEST,
        on_change=in_words(_leave), args=(desk, name, put),
    )  # fmt: skip


def ask_choice(desk: Desk, name: str, label: str, words: Mapping[str, str], value: str, put: Put[str]) -> None:
    """Draw a choice of one by its code."""
    st.selectbox(
        label, list(words), format_func=words.__getitem__, key=follow(name, value), on_change=in_words(_leave),
        args=(desk, name, put),
    )  # fmt: skip


def offer_change(
    desk: Desk, name: str, label: str, change: Change, *, taken_off: str = "", help: str | None = None,
    disabled: bool = False,
) -> None:  # fmt: skip
    """Draw a quiet button that changes the programme; `taken_off`: what is said after, with the way back."""
    st.button(
        label, key=f"programme_{name}", type="tertiary", help=help, disabled=disabled, on_click=in_words(keep),
        args=(change, desk, taken_off),
    )  # fmt: skip


def _leave_words(desk: Desk, name: str, put: Put[str]) -> None:
    typed = str(left_with(name) or "")
    keep(lambda programme: put(programme, typed), desk)


def _leave(desk: Desk, name: str, put: Put[object]) -> None:
    value = left_with(name)
    keep(lambda programme: put(programme, value), desk)

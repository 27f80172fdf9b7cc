"""Choices of one page (measure, order, part shown): kept in the address by their codes, so a link shows the same.

The address is the truth, as for the scope: the widgets follow it and write into it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from pages._parts.failure import in_words
from pages._parts.plain_text import plain

_LONGEST_QUOTE = 40


@dataclass(frozen=True, slots=True)
class PageChoice:
    """What can be chosen."""

    name: str
    """In the address."""
    label: str
    words: Mapping[str, str]
    """Words that people see by code; the first is the default and stays out of the address."""

    @property
    def default(self) -> str:
        """The code that holds without a choice."""
        return next(iter(self.words))


@dataclass(frozen=True, slots=True)
class SeveralChoice:
    """What can be chosen, several at once; in the address the codes stand with commas between."""

    name: str
    label: str
    words: Mapping[str, str]
    most: int


def parse_choice(written: str | None, choice: PageChoice) -> tuple[str, str]:
    """Return the chosen code, and a note where what is written is no choice."""
    if not written:
        return choice.default, ""
    if written in choice.words:
        return written, ""
    quoted = written if len(written) <= _LONGEST_QUOTE else f"{written[:_LONGEST_QUOTE]}…"
    return choice.default, f"{choice.label}: «{quoted}» из ссылки не понято, показано: {choice.words[choice.default]}."


def read_choices(*choices: PageChoice) -> tuple[str, ...]:
    """Read choices from the address; what is no choice leaves it and is said quietly."""
    parsed = [parse_choice(st.query_params.get(choice.name), choice) for choice in choices]
    notes = []
    for choice, (_, note) in zip(choices, parsed, strict=True):
        if note:
            del st.query_params[choice.name]
            notes.append(note)
    if notes:
        st.caption(plain(" ".join(notes)))
    return tuple(code for code, _ in parsed)


def parse_several(written: str | None, choice: SeveralChoice) -> tuple[tuple[str, ...], str]:
    """Return the chosen codes, none where nothing is written, and a note on what is no choice."""
    codes = dict.fromkeys(code.strip() for code in (written or "").split(",") if code.strip())
    known = tuple(code for code in codes if code in choice.words)
    if len(known) == len(codes) <= choice.most:
        return known, ""
    return known[: choice.most], f"{choice.label}: из ссылки показано не всё, что в ней записано."


def read_several(choice: SeveralChoice, offered: tuple[str, ...]) -> tuple[str, ...]:
    """Read several choices from the address; without any what is offered holds."""
    chosen, note = parse_several(st.query_params.get(choice.name), choice)
    if note:
        st.query_params.pop(choice.name, None)
        if chosen:
            st.query_params[choice.name] = ",".join(chosen)
        st.caption(plain(note))
    return chosen or offered


def show_several(choice: SeveralChoice, codes: tuple[str, ...]) -> None:
    """Show a choice of several as a list to pick from."""
    key = f"choice_{choice.name}"
    st.session_state[key] = list(codes)
    st.multiselect(
        choice.label,
        list(choice.words),
        format_func=choice.words.__getitem__,
        key=key,
        max_selections=choice.most,
        placeholder=choice.label,
        label_visibility="collapsed",
        on_change=in_words(_choose_several),
        args=(choice,),
    )


def show_segments(choice: PageChoice, code: str) -> None:
    """Show a choice of few as segments in a row."""
    st.segmented_control(
        choice.label,
        list(choice.words),
        required=True,
        format_func=choice.words.__getitem__,
        key=_follow(choice, code),
        on_change=in_words(_choose),
        args=(choice,),
        label_visibility="collapsed",
    )


def show_column(choice: PageChoice, code: str) -> None:
    """Show a choice of several as a column, all of them in sight."""
    _show(st.radio, choice, code, label_visibility="collapsed")


def show_select_box(choice: PageChoice, code: str) -> None:
    """Show a choice of many as a list to open."""
    _show(st.selectbox, choice, code)


def _show(draw: Callable[..., object], choice: PageChoice, code: str, **looks: str) -> None:
    draw(
        choice.label,
        list(choice.words),
        format_func=choice.words.__getitem__,
        key=_follow(choice, code),
        on_change=in_words(_choose),
        args=(choice,),
        **looks,
    )


def _follow(choice: PageChoice, code: str) -> str:
    key = f"choice_{choice.name}"
    st.session_state[key] = code
    return key


def _choose(choice: PageChoice) -> None:
    code = st.session_state[f"choice_{choice.name}"]
    if code in (None, choice.default):
        st.query_params.pop(choice.name, None)
    else:
        st.query_params[choice.name] = code


def _choose_several(choice: SeveralChoice) -> None:
    codes = st.session_state[f"choice_{choice.name}"]
    if codes:
        st.query_params[choice.name] = ",".join(codes)
    else:
        st.query_params.pop(choice.name, None)

"""What «Данные» remembers between its runs; the only place that touches `st.session_state` for it."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from cmn_core.reference import Reference
from pages._parts.author import signed
from pages._parts.failure import in_words
from pages._parts.plain_text import plain

_KEY = "data_page"
Undo = Callable[..., object]
"""Takes `author` and `now`."""


@dataclass(frozen=True, slots=True)
class Word:
    """What was just done, and the way back."""

    section: str
    sentence: str
    undo: Undo | None = None
    is_refusal: bool = False


@dataclass(slots=True)
class DataState:
    """One person's work on the page."""

    number: int = 0
    """Counts changes: the keys of the widgets carry it, so that after one they show what stands now."""
    word: Word | None = None
    reference: Reference | None = None
    """What the forms of this round began with: another person's change since then is not overwritten."""

    def seen(self, reference: Reference) -> Reference:
        """Return the reference that this round's forms show."""
        if self.reference is None:
            self.reference = reference
        return self.reference

    def key(self, name: str) -> str:
        """Name a widget of this round."""
        return f"data_{name}_{self.number}"

    def done(self, section: str, sentence: str, undo: Undo | None = None) -> None:
        """Keep the word on a change and begin a new round."""
        self._begin_round(Word(section, sentence, undo))

    def refuse(self, section: str, sentence: str) -> None:
        """Keep the word on a change that was refused and begin a new round."""
        self._begin_round(Word(section, sentence, is_refusal=True))

    def _begin_round(self, word: Word) -> None:
        self.word = word
        self.number += 1
        self.reference = None


def data_state() -> DataState:
    """Return this session's state."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = DataState()
    state: DataState = st.session_state[_KEY]
    return state


def show_word(state: DataState, section: str) -> None:
    """Say what was just done in this section and offer to take it back."""
    word = state.word
    if word is None or word.section != section:
        return
    with st.container(key="data_word", horizontal=True, vertical_alignment="center"):
        (st.error if word.is_refusal else st.success)(plain(word.sentence))
        if word.undo is not None:
            st.button("Вернуть как было", key=state.key("undo"), on_click=in_words(_undo), args=(word, state))


def _undo(word: Word, state: DataState) -> None:
    state.word = None
    if word.undo is not None:
        word.undo(**signed())
    state.done(word.section, f"Возвращено как было. Отменено: {word.sentence}")

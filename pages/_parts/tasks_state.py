"""What «Мои задачи» remembers between its runs: the word on what was just done."""

from dataclasses import dataclass

import streamlit as st

from pages._parts.plain_text import plain

_KEY = "tasks_page"


@dataclass(slots=True)
class TasksState:
    """One person's work on the page."""

    number: int = 0
    """Counts deeds: the keys of the ticks carry it, so that after one none is left ticked."""
    done: str = ""
    refused: tuple[str, ...] = ()

    def key(self, name: str) -> str:
        """Name a widget of this round."""
        return f"tasks_{name}_{self.number}"

    def say(self, done: str, refused: tuple[str, ...] = ()) -> None:
        """Keep the word on a deed and begin a new round."""
        self.number += 1
        self.done, self.refused = done, refused


def tasks_state() -> TasksState:
    """Return this session's state."""
    state: TasksState = st.session_state.setdefault(_KEY, TasksState())
    return state


def show_told(state: TasksState) -> None:
    """Say once what was just done, and what was refused."""
    if state.done:
        st.success(plain(state.done))
    for refusal in state.refused:
        st.error(plain(refusal))
    state.done, state.refused = "", ()

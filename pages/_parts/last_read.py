"""What a page reads anew at every run, and what it shows of that while the database is away."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from cmn_core.store.failures import DatabaseUnavailable

T = TypeVar("T")


def read_or_last(name: str, read: Callable[[], T], question: object = None) -> T:
    """Return what is read now; while the database is away, what this session read last for the same question.

    Raises DatabaseUnavailable where there is no such thing. What the data's revision tells apart is remembered for
    everyone instead (`database.py`).
    """
    kept = f"last read {name}"
    try:
        st.session_state[kept] = (question, read())
    except DatabaseUnavailable:
        if kept not in st.session_state or st.session_state[kept][0] != question:
            raise
    value: T = st.session_state[kept][1]
    return value

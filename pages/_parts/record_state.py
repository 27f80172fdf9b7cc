"""What «Журнал» remembers between its runs; the only place that touches `st.session_state` for it."""

from dataclasses import dataclass

import streamlit as st

from cmn_core.store.audit_check import ChainCheck
from cmn_core.store.audit_reading import RecordFilter

_KEY = "record_page"


@dataclass(slots=True)
class RecordState:
    """One person's reading."""

    checked: ChainCheck | None = None
    """What the last check found; the record may have grown since."""
    asked: RecordFilter | None = None
    """What the lines on the screen were filtered by."""

    def is_new_question(self, asked: RecordFilter) -> bool:
        """Tell whether the filter was changed, and remember it; the first one is no change."""
        changed = self.asked is not None and self.asked != asked
        self.asked = asked
        return changed


def record_state() -> RecordState:
    """Return this session's state."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = RecordState()
    state: RecordState = st.session_state[_KEY]
    return state

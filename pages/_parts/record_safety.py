"""Is the record whole, and are there backups: said above the lines of «Журнал»."""

import streamlit as st

from cmn_core.keeping.standing import describe_backups, describe_erasing
from cmn_core.store.audit_check import LINES, check_audit
from cmn_core.store.audit_reading import read_record_head
from cmn_core.wording import count_of
from pages._parts.author import now
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.finding import show_notes
from pages._parts.last_read import read_or_last
from pages._parts.plain_text import plain
from pages._parts.record_state import RecordState
from pages._parts.turns import TURNS


def show_chain(data: CurrentData, state: RecordState) -> None:
    """Show the head of the chain and, where it was asked for, whether all lines are what was written."""
    head = read_or_last("record head", lambda: read_record_head(data.database))
    with st.container(key="record_chain", horizontal=True, vertical_alignment="center"):
        show_notes(
            [f"Строки только добавляются; каждая запечатана вместе с предыдущей. Печать последней: {head.seal[:16]}…"],
            f"{count_of(head.lines, *LINES)}.",
        )
        st.button("Проверить журнал", on_click=in_words(_check), args=(data, state))
    if state.checked is None:
        return
    if state.checked.fault is None:
        checked = count_of(state.checked.head.lines, *LINES)
        st.success(f"Журнал цел: проверено {checked}, ничего не удалено, не изменено и не вставлено.")
    else:
        st.error(plain(f"Журнал нарушен. {state.checked.fault.what} Сообщите администратору и сохраните копию базы."))


def show_backups(data: CurrentData) -> None:
    """Say when the last backup was made; warn where it is too old."""
    told = read_or_last("backups", lambda: describe_backups(data.database, now()))
    erasing = read_or_last("erasing", lambda: describe_erasing(data.database))
    if told.is_warning:
        st.warning(plain(told.sentence))
        show_notes([erasing])
    else:
        show_notes([told.sentence, erasing])


def _check(data: CurrentData, state: RecordState) -> None:
    # Walking a long record takes seconds, in which other people's pages need not wait.
    with TURNS.aside():
        state.checked = check_audit(data.database)

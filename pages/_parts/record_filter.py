"""The filter of «Журнал»: who, what, since and until when; the municipality is the scope's."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from cmn_core.reference.record import read_record_words
from cmn_core.store.audit_reading import NOBODY, RecordFilter, list_record_people
from cmn_core.wording import capital
from pages._parts.database import CurrentData
from pages._parts.last_read import read_or_last
from pages._parts.page_choices import PageChoice, read_choices, show_select_box
from pages._parts.scope import current_scope

_SINCE, _UNTIL = "since", "until"
_EVERYTHING = "all"
ACTION = PageChoice(
    "action", "Что сделано",
    {_EVERYTHING: "все действия"} | {item.code: capital(item.label) for item in read_record_words().action},
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AskedLines:
    """The filter with the codes that the address carries."""

    conditions: RecordFilter
    person: str
    action: str


def read_filter(data: CurrentData) -> AskedLines:
    """Read the filter from the address."""
    person, action = read_choices(_people(data), ACTION)
    conditions = RecordFilter(
        since=_read_day(_SINCE),
        until=_read_day(_UNTIL),
        person=None if person == _EVERYTHING else int(person),
        action=None if action == _EVERYTHING else action,
        district=current_scope().district,
    )
    return AskedLines(conditions, person, action)


def show_filter(data: CurrentData, asked: AskedLines) -> None:
    """Draw the filter in a row."""
    with st.container(key="record_filter", horizontal=True, vertical_alignment="bottom"):
        show_select_box(_people(data), asked.person)
        show_select_box(ACTION, asked.action)
        for key, label in ((_SINCE, "С"), (_UNTIL, "По")):
            st.date_input(label, value=None, key=key, bind="query-params", format="DD.MM.YYYY")


def _people(data: CurrentData) -> PageChoice:
    named = read_or_last("record people", lambda: list_record_people(data.database))
    people = {str(number): name for number, name in named.items()}
    words = {_EVERYTHING: "все", str(NOBODY): "командная строка и сама программа"} | people
    return PageChoice("person", "Кто", words)


def _read_day(key: str) -> date | None:
    """Return a day that the widget of this name holds; before its first run, the one that the address carries."""
    held = st.session_state.get(key)
    if isinstance(held, date):
        return held
    try:
        return date.fromisoformat(st.query_params.get(key, ""))
    except ValueError:
        return None

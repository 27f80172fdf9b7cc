"""What «Варианты расширения» remembers: the scenario in the making stands in the address, so that a reload keeps it.

Other pages' links do not carry it: the session holds what was begun of each municipality and puts it back. This is the
only place that touches `st.session_state` for the page.
"""

from dataclasses import dataclass, field

import streamlit as st

from cmn_core.reference import Reference
from cmn_core.store.scenarios import restore_scenario
from pages._parts.author import acting
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.plain_text import plain
from pages._parts.widening_plan import BETWEEN, WITHIN, Plan, format_plan, parse_plan

PARAMETER, SECTION = "plan", "section"
_KEY = "widening_page"
_NOT_UNDERSTOOD = "Вариант из ссылки не понят и не показан."


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done, and which scenario can be brought back."""

    sentence: str
    deleted: int | None = None


@dataclass(slots=True)
class WideningState:
    """One person's work on the page."""

    plans: dict[str, Plan] = field(default_factory=dict)
    """By ОКТМО, those that are begun."""
    names: dict[str, str] = field(default_factory=dict)
    """What is typed as the scenario's name, by ОКТМО."""
    done: dict[str, Deed] = field(default_factory=dict)
    """The word on what was done last, by ОКТМО."""


def widening_state() -> WideningState:
    """Return this session's state."""
    state: WideningState = st.session_state.setdefault(_KEY, WideningState())
    return state


def begun_plan(oktmo: str) -> Plan:
    """Return a municipality's plan as it stands at this moment, for a widget's callback."""
    return widening_state().plans.get(oktmo, Plan())


def hold_plan(oktmo: str, reference: Reference) -> Plan:
    """Read a municipality's plan from the address; without one there, put back what the session holds."""
    written = st.query_params.get(PARAMETER, "")
    state = widening_state()
    if written.split(BETWEEN)[0].split(WITHIN)[0] == oktmo:
        plan = parse_plan(written, reference)
        if plan is not None:
            state.plans[oktmo] = plan
            return plan
        st.caption(plain(_NOT_UNDERSTOOD))
    # The address of another municipality's plan stays behind when the municipality is changed.
    plan = begun_plan(oktmo)
    write_plan(oktmo, plan, reference)
    return plan


def write_plan(oktmo: str, plan: Plan, reference: Reference) -> None:
    """Keep a plan in the address and in the session; one that is not begun leaves both."""
    state = widening_state()
    if plan.is_begun:
        state.plans[oktmo] = plan
        st.query_params[PARAMETER] = format_plan(oktmo, plan, reference)
    else:
        state.plans.pop(oktmo, None)
        st.query_params.pop(PARAMETER, None)


def change_plan(oktmo: str, plan: Plan, reference: Reference) -> None:
    """Keep a plan that a person has changed: the word on what was done before does not speak of it."""
    widening_state().done.pop(oktmo, None)
    write_plan(oktmo, plan, reference)


def begin_anew(oktmo: str, reference: Reference) -> None:
    """Leave a municipality's plan and its name."""
    widening_state().names.pop(oktmo, None)
    change_plan(oktmo, Plan(), reference)


def say(oktmo: str, sentence: str, deleted: int | None = None) -> None:
    """Keep the word on a deed until the next one."""
    widening_state().done[oktmo] = Deed(sentence, deleted)


def show_done(oktmo: str, data: CurrentData) -> None:
    """Say what was done last, and offer to bring back what was deleted."""
    deed = widening_state().done.get(oktmo)
    if deed is None:
        return
    with st.container(key="widening_done", horizontal=True, vertical_alignment="center"):
        st.success(plain(deed.sentence))
        if deed.deleted is not None:
            st.button("Вернуть", key="widening_restore", on_click=in_words(_restore), args=(oktmo, deed.deleted, data))


def _restore(oktmo: str, number: int, data: CurrentData) -> None:
    restore_scenario(data.database, number, acting())
    say(oktmo, "Вариант возвращён в список.")

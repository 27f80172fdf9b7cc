"""What is done with the scenario in the making: saved under a name, printed, begun anew."""

from functools import partial

import streamlit as st

from cmn_core.analysis.widening import ScenarioResult
from cmn_core.documents.widening.printed import PrintedScenario
from cmn_core.store.scenarios import LONGEST_NAME, add_scenario, save_scenario
from cmn_core.wording import format_moment
from pages._parts.author import acting, current_author, now
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.finding import show_notes
from pages._parts.scope import Scope
from pages._parts.widening_plan import Plan
from pages._parts.widening_print import show_print
from pages._parts.widening_screen import read_saved
from pages._parts.widening_state import begin_anew, begun_plan, say, widening_state, write_plan

_NAME = "widening_name"


def show_keeping(data: CurrentData, scope: Scope, plan: Plan, result: ScenarioResult) -> None:
    """Show the name, the buttons and the way to paper."""
    oktmo = result.before.district
    may_save = data.database.actor.person.may("plan_widening", oktmo)
    if may_save:
        plan = _recall_opened(data, plan, oktmo)
        _ask_name(oktmo)
    with st.container(key="widening_deeds", horizontal=True):
        if may_save:
            _show_saving(data, scope, plan, oktmo)
        if plan.scenario(scope.indicator, data.reference).options:
            name = widening_state().names.get(oktmo, "").strip()
            printed = PrintedScenario(name, result, current_author(), now())
            show_print([printed], data, key="widening_print")
        if plan.is_begun:
            st.button(
                "Начать заново", type="tertiary", on_click=in_words(begin_anew), args=(oktmo, data.reference),
                key="widening_anew",
            )  # fmt: skip
    if not may_save:
        show_notes(("Посчитать и напечатать может каждый; сохраняют варианты муниципалитет и региональный центр.",))


def _recall_opened(data: CurrentData, plan: Plan, oktmo: str) -> Plan:
    """Bring back the name of the scenario that the address speaks of; what is not on the list is no longer opened."""
    if plan.opened is None:
        return plan
    found = next((each for each in read_saved(data, oktmo) if each.scenario_id == plan.opened), None)
    if found is None:
        plan = Plan(plan.options)
        write_plan(oktmo, plan, data.reference)
    else:
        widening_state().names.setdefault(oktmo, found.name)
    return plan


def _ask_name(oktmo: str) -> None:
    st.session_state[_NAME] = widening_state().names.get(oktmo, "")
    st.text_input(
        "Название варианта", key=_NAME, max_chars=LONGEST_NAME, placeholder="Название варианта, чтобы сохранить",
        label_visibility="collapsed", on_change=in_words(_keep_name), args=(oktmo,),
    )  # fmt: skip


def _keep_name(oktmo: str) -> None:
    widening_state().names[oktmo] = st.session_state[_NAME]


def _show_saving(data: CurrentData, scope: Scope, plan: Plan, oktmo: str) -> None:
    has_options = bool(plan.scenario(scope.indicator, data.reference).options)
    save = partial(in_words(_save), oktmo, data, scope)
    if plan.opened is not None:
        st.button(
            "Сохранить изменения", type="primary", disabled=not has_options, on_click=save, args=(True,),
            key="widening_save",
        )  # fmt: skip
    st.button(
        "Сохранить" if plan.opened is None else "Сохранить как новый",
        type="primary" if plan.opened is None else "secondary",
        disabled=not has_options, on_click=save, args=(False,), key="widening_add_new",
    )  # fmt: skip


def _save(oktmo: str, data: CurrentData, scope: Scope, replaces: bool) -> None:
    """Save what stands in the rows at this moment; a refusal leaves it where it is."""
    state, plan = widening_state(), begun_plan(oktmo)
    scenario = plan.scenario(scope.indicator, data.reference)
    name = state.names.get(oktmo, "")
    if replaces and plan.opened is not None:
        saved = save_scenario(data.database, plan.opened, name, scenario, seen=plan.seen, by=acting())
    else:
        saved = add_scenario(data.database, oktmo, scope.period, name, scenario, acting())
    state.names[oktmo] = saved.name
    write_plan(oktmo, Plan(plan.options, saved.scenario_id, saved.version), data.reference)
    say(oktmo, f"Вариант «{saved.name}» сохранён {format_moment(saved.changed_at)}.")

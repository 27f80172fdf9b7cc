"""Scenarios that were saved: opened again, taken off the list, laid side by side and printed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from cmn_core.analysis.widening import compute_scenario
from cmn_core.analysis.widening_overview import WideningOverview
from cmn_core.analysis.widening_words import scenario_finding
from cmn_core.documents.widening.printed import PrintedScenario
from cmn_core.documents.widening.tables import build_figures_table
from cmn_core.programme.scenario import Scenario
from cmn_core.reference import Reference
from cmn_core.store.scenarios import SavedScenario, delete_scenario
from cmn_core.wording import format_moment, format_period
from pages._parts.author import acting
from pages._parts.chart import show_chart
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.finding import show_fact, show_notes
from pages._parts.html_table import show_table
from pages._parts.page_choices import SeveralChoice, read_several, show_several
from pages._parts.plain_text import plain
from pages._parts.scope import Scope, choose_scope, current_scope
from pages._parts.widening_plan import Plan, plan_of
from pages._parts.widening_print import show_print, show_scenario_downloads
from pages._parts.widening_screen import draw_comparison, read_saved
from pages._parts.widening_state import SECTION, begun_plan, say, widening_state, write_plan

_MOST_COMPARED = 4


def show_saved(data: CurrentData, scope: Scope, overview: WideningOverview) -> None:
    """Show the list, and the chosen ones side by side."""
    oktmo = overview.figure.district
    data.database.demand("plan_widening", oktmo)
    saved = read_saved(data, oktmo)
    if not saved:
        show_notes((), "Сохранённых вариантов пока нет: сложите вариант в разделе «Расчёт» и дайте ему название.")
        return
    with st.container(key="widening_saved"):
        for each in saved:
            _show_line(each, data)
    _show_comparison(saved, data, scope, overview)


def _show_line(each: SavedScenario, data: CurrentData) -> None:
    label = data.reference.indicator(each.scenario.indicator).label
    told = (label, format_period(each.period), f"изменён {format_moment(each.changed_at)}", each.changed_by)
    with st.container(key=f"widening_line_{each.scenario_id}", horizontal=True, vertical_alignment="center"):
        st.html(f"<div class='cmn-told'><b>{escape(each.name)}</b> <span>{escape('; '.join(told))}</span></div>")
        st.button(
            "Открыть", key=f"widening_open_{each.scenario_id}", help=plain(f"Открыть «{each.name}»"),
            on_click=in_words(_open), args=(each, data.reference),
        )  # fmt: skip
        st.button(
            "Удалить", key=f"widening_delete_{each.scenario_id}", type="tertiary",
            help=plain(f"Удалить «{each.name}»"), on_click=in_words(_delete), args=(each, data),
        )  # fmt: skip


def _open(saved: SavedScenario, reference: Reference) -> None:
    """Put a saved scenario into the rows, with the month and the indicator that it was counted for."""
    widening_state().names[saved.district] = saved.name
    write_plan(saved.district, plan_of(saved, reference), reference)
    choose_scope(replace(current_scope(), period=saved.period, indicator=saved.scenario.indicator))
    st.query_params.pop(SECTION, None)


def _delete(saved: SavedScenario, data: CurrentData) -> None:
    delete_scenario(data.database, saved.scenario_id, acting())
    plan = begun_plan(saved.district)
    if plan.opened == saved.scenario_id:
        # Its rows stay: they can be saved as a new one.
        write_plan(saved.district, Plan(plan.options), data.reference)
    say(saved.district, f"Вариант «{saved.name}» удалён.", saved.scenario_id)


def _show_comparison(
    saved: Sequence[SavedScenario], data: CurrentData, scope: Scope, overview: WideningOverview
) -> None:
    choice = SeveralChoice("compare", "Сравнить варианты", _name_apart(saved), _MOST_COMPARED)
    latest = tuple(choice.words)[:2]
    chosen = read_several(choice, latest)
    reference = data.reference
    by_number = {str(each.scenario_id): each for each in saved}
    printed = [_print(by_number[number], choice.words[number], overview, reference) for number in chosen]
    indicator = reference.indicator(scope.indicator)
    show_fact(
        "Рядом",
        f"Все посчитаны от одних чисел: {indicator.label.lower()}, {format_period(scope.period)}; не больше "
        f"{_MOST_COMPARED} сразу.",
    )
    show_several(choice, chosen)
    named = tuple((each.name, each.result) for each in printed)
    charts = draw_comparison(data, named)
    with st.container(key="wide_compared"):
        show_chart(charts.wide, "widening_compared")
    with st.container(key="narrow_compared"):
        show_chart(charts.narrow, "widening_compared_narrow")
    show_notes(f"{each.name}. {scenario_finding(each.result, reference)}." for each in printed)
    table = build_figures_table(named, reference)
    show_table(table)
    with st.container(key="widening_out", horizontal=True):
        show_print(printed, data, key="widening_print_compared")
        show_scenario_downloads("compared", named, {"": table}, data)


def _print(saved: SavedScenario, name: str, overview: WideningOverview, reference: Reference) -> PrintedScenario:
    scenario = Scenario(indicator=overview.figure.indicator, options=plan_of(saved, reference).rows(reference))
    result = compute_scenario(scenario, overview.figure, reference)
    return PrintedScenario(name, result, saved.changed_by, saved.changed_at)


def _name_apart(saved: Sequence[SavedScenario]) -> dict[str, str]:
    """Name scenarios by their numbers in the address; those of one name get the moment of their last change."""
    often = Counter(each.name for each in saved)
    return {
        str(each.scenario_id): each.name
        if often[each.name] == 1
        else f"{each.name} ({format_moment(each.changed_at)}, № {each.scenario_id})"
        for each in saved
    }

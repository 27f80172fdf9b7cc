"""The scenario in the making: pairs and groups on the left, the figure that they make on the right."""

import streamlit as st

from cmn_core.analysis.widening import ScenarioResult, compute_effects, compute_scenario
from cmn_core.analysis.widening_overview import WideningOverview
from cmn_core.analysis.widening_words import WITH_SCENARIO, find_oddities, list_assumptions, scenario_finding
from cmn_core.documents.widening.tables import build_effects_table, build_figures_table, build_options_table
from cmn_core.programme.scenario import Scenario
from cmn_core.wording import capital
from pages._parts.chart import show_chart
from pages._parts.database import CurrentData
from pages._parts.finding import show_fact, show_notes
from pages._parts.html_table import show_table
from pages._parts.scope import Scope
from pages._parts.widening_keeping import show_keeping
from pages._parts.widening_lacks import list_absent
from pages._parts.widening_options import show_options
from pages._parts.widening_plan import Plan
from pages._parts.widening_print import show_scenario_downloads
from pages._parts.widening_screen import draw_scenario
from pages._parts.widening_state import hold_plan


def show_assembling(data: CurrentData, scope: Scope, overview: WideningOverview) -> None:
    """Show the rows, and at once what they come to."""
    reference, figure = data.reference, overview.figure
    plan = hold_plan(figure.district, reference)
    scenario = Scenario(indicator=scope.indicator, options=plan.rows(reference))
    result = compute_scenario(scenario, figure, reference)
    with st.container(key="widening_sides"):
        rows, picture = st.columns([1.75, 1], gap="medium")
    with rows:
        show_options(data, plan, result, list_absent(data, scope, figure.district))
    with picture:
        _show_picture(data, result)
        show_keeping(data, scope, plan, result)
    show_notes(find_oddities(result, reference))
    show_notes(overview.notes)
    _show_details(data, overview, plan, result)


def _show_picture(data: CurrentData, result: ScenarioResult) -> None:
    show_fact(scenario_finding(result, data.reference))
    charts = draw_scenario(data, ((WITH_SCENARIO, result),))
    with st.container(key="wide_scenario"):
        show_chart(charts.wide, "widening_scenario")
    with st.container(key="narrow_scenario"):
        show_chart(charts.narrow, "widening_scenario_narrow")


def _show_details(data: CurrentData, overview: WideningOverview, plan: Plan, result: ScenarioResult) -> None:
    reference = data.reference
    indicator = reference.indicator(result.after.indicator)
    filled = [each.option for each in result.options if not each.option.is_empty]
    show_fact("Из чего исходит расчёт", *list_assumptions(filled, indicator, reference))
    effects = compute_effects(Scenario(options=plan.rows(reference)), overview.figures, reference)
    figures = build_figures_table([(capital(WITH_SCENARIO), result)], reference)
    indicators = build_effects_table(effects, reference)
    with st.expander("Таблица: сейчас и с вариантом", type="compact"):
        show_table(figures)
    with st.expander("Таблица: все показатели с этим вариантом", type="compact"):
        show_fact(indicators.title, indicators.subtitle)
        show_table(indicators)
    tables = {"": figures, ", все показатели": indicators, ", пары и группы": build_options_table(result, reference)}
    show_scenario_downloads("scenario", ((WITH_SCENARIO, result),), tables, data)

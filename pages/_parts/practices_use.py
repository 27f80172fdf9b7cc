"""«Формы» and «Ролевые модели по муниципалитетам»: a coloured table of programmes or mentees, everyone's to see."""

from dataclasses import dataclass
from typing import cast

import altair as alt
import streamlit as st

from cmn_core.analysis.practice_use import RegionUse, UseMeasure
from cmn_core.analysis.practice_words import (
    forms_finding,
    models_finding,
    tell_models_unknown,
    tell_silent,
    tell_unassigned,
)
from cmn_core.charts.marks import OPENS
from cmn_core.charts.use_table import (
    COLUMN,
    UseColumn,
    build_use_table_chart,
    describe_use_table,
    list_form_columns,
    list_model_columns,
)
from cmn_core.documents.practice_tables import build_use_table
from pages._parts.chart import ShownChart, make_chart, show_picking_chart
from pages._parts.database import CurrentData
from pages._parts.downloads import Picture
from pages._parts.empty import stop_without_data
from pages._parts.finding import show_finding, show_notes
from pages._parts.html_table import show_table
from pages._parts.page_choices import read_choices
from pages._parts.practices_controls import MEASURE, SPOTS, VIEW, show_controls, tell_measured
from pages._parts.practices_data import read_use
from pages._parts.scope import Scope, choose_scope

_WIDTH = 970
_PICTURE = (1280, 1060)


@dataclass(frozen=True, slots=True)
class _UseView:
    """What differs between the tables of forms and of role models."""

    name: str
    columns: tuple[UseColumn, ...]
    upright: bool
    finding: str
    notes: tuple[str, ...]


def show_forms(data: CurrentData, scope: Scope) -> None:
    """Show forms by municipality."""
    use = read_use(data, scope)
    notes = tell_unassigned(use.region, models=False), tell_silent(use)
    columns = list_form_columns(data.reference)
    _show_use("forms", data, scope, use, _UseView("Формы", columns, False, forms_finding(use, data.reference), notes))


def show_models(data: CurrentData, scope: Scope) -> None:
    """Show role models by municipality."""
    use = read_use(data, scope)
    notes = tell_models_unknown(use), tell_unassigned(use.region, models=True), tell_silent(use)
    columns = list_model_columns(data.reference)
    finding = models_finding(use, data.reference)
    _show_use("models", data, scope, use, _UseView("Ролевые модели", columns, True, finding, notes))


def _show_use(view: str, data: CurrentData, scope: Scope, use: RegionUse, shown: _UseView) -> None:
    (measure,) = read_choices(MEASURE)
    counted = cast(UseMeasure, measure)
    what = "Сколько программ" if counted == "programmes" else "Сколько наставляемых (участий, чел.)"
    subtitle = tell_measured(f"{what} по отчётам муниципалитетов", data, scope, use)
    show_finding(shown.finding, subtitle)
    table = build_use_table(use, shown.columns, counted, shown.finding, subtitle)

    def draw(note: str) -> alt.LayerChart:
        width, height = _PICTURE
        return build_use_table_chart(
            use, shown.columns, counted, data.reference, upright=shown.upright, title=shown.finding,
            subtitle="; ".join(filter(None, [subtitle, note])), width=width, height=height,
        )  # fmt: skip

    name = f"{shown.name} по муниципалитетам {scope.period}"
    show_controls(view, data, name, {"": table}, Picture("таблица", draw), measure=measure)
    stop_without_data(use.region.as_of is not None, scope, data.reference)
    chart = _draw(data.database.url, data.revision, f"{scope.region_key} {view} {measure}", use, shown, counted, data)
    with st.container(key=f"wide_practices_{view}"):
        picked = show_picking_chart(chart, f"practices_{view}", fills=True)
    with st.container(key=f"narrow_practices_{view}"):
        show_table(table)
    if picked and picked.get(OPENS):
        _open_cell(str(picked[OPENS]), str(picked[COLUMN]), data, scope)
    show_notes(shown.notes)
    with st.expander("Таблица: числа по муниципалитетам", type="compact"):
        show_table(table)


def _open_cell(oktmo: str, column: str, data: CurrentData, scope: Scope) -> None:
    """Open who stands behind a number, or what the municipality lacks where its organisations are not one's own."""
    choose_scope(scope.of_district(oktmo))
    st.query_params.pop(MEASURE.name, None)
    if not data.database.actor.person.may("see_organisations", oktmo):
        st.query_params[VIEW.name] = SPOTS
        st.rerun()
    form, _, model = column.partition(" ")
    st.query_params.pop(VIEW.name, None)
    st.query_params["form"] = form
    if model:
        st.query_params["model"] = model
    st.rerun()


@st.cache_data(show_spinner=False, max_entries=32)
def _draw(
    url: str, revision: int, chosen: str, _use: RegionUse, _shown: _UseView, _measure: UseMeasure, _data: CurrentData
) -> ShownChart:
    chart = build_use_table_chart(_use, _shown.columns, _measure, _data.reference, upright=_shown.upright, width=_WIDTH)
    return make_chart(chart, describe_use_table(_use, _shown.columns, _measure), grows=True)

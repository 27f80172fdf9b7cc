"""Pieces of «Формы наставничества»: ratios, charts and tables of a scope, each remembered for it."""

from dataclasses import dataclass, replace
from typing import cast

import altair as alt
import streamlit as st

from cmn_core.analysis.forms_overview import FormsOverview, compute_forms_overview
from cmn_core.analysis.measures import MEASURES, MeasureCode
from cmn_core.analysis.own_forms import list_own_forms
from cmn_core.analysis.parts import select_parts
from cmn_core.charts.alt_text import describe_form_ratio
from cmn_core.charts.form_ratio import BY_NAME, BY_TOTAL, build_form_ratio_chart, sort_shares
from cmn_core.charts.look import PAGE, PHONE
from cmn_core.documents.form_tables import build_own_forms_table, build_ratio_table
from cmn_core.documents.shown_table import ShownTable
from cmn_core.reference import Reference
from cmn_core.store.own_forms import read_own_form_rows
from pages._parts.chart import ShownChart, make_chart, show_opening_chart
from pages._parts.database import CurrentData
from pages._parts.district_choice import list_seen
from pages._parts.downloads import Picture, show_downloads
from pages._parts.page_choices import PageChoice
from pages._parts.scope import Scope
from pages._parts.scope_facts import scope_facts

# Two columns: all municipalities on one screen.
_WIDE_LOOK = replace(PAGE, list_columns=2)
_WIDTH, _NARROW_WIDTH = 970, 340
_PICTURE = (1200, 900)

MEASURE = PageChoice("measure", "Мера", {code: measure.label for code, measure in MEASURES.items()})
LABELS = PageChoice("labels", "Подписи", {"shares": "доли, %", "counts": "числа"})


@dataclass(frozen=True, slots=True)
class FormsChoice:
    """How the ratios are looked at."""

    measure: MeasureCode
    sort: str
    counts: bool


@dataclass(frozen=True, slots=True)
class FormsCharts:
    """The same bars for wide screens and for telephones."""

    wide: ShownChart
    narrow: ShownChart


def list_orders(reference: Reference) -> PageChoice:
    """Return the orders in which municipalities can stand."""
    shares = {form.code: f"по доле «{form.label}»" for form in reference.forms.federal}
    return PageChoice("sort", "Порядок", {BY_NAME: "по названию", BY_TOTAL: "по числу", **shares})


def choose_forms(measure: str, sort: str, labels: str) -> FormsChoice:
    """Put the page's choices together."""
    return FormsChoice(cast(MeasureCode, measure), sort, labels == "counts")


def read_forms(data: CurrentData, scope: Scope, choice: FormsChoice) -> FormsOverview:
    """Return the ratios of a scope; counted once a revision."""
    return _count(data.database.url, data.revision, scope.region_key, choice.measure, data, scope)


def draw_forms(data: CurrentData, scope: Scope, choice: FormsChoice, overview: FormsOverview) -> FormsCharts:
    """Return the charts; drawn once a revision."""
    return _draw(data.database.url, data.revision, f"{scope.region_key} {choice}", choice, overview, data.reference)


def tabulate_forms(overview: FormsOverview, choice: FormsChoice, reference: Reference) -> ShownTable:
    """Return the table of the bars, in their order."""
    ratios = overview.ratios
    return build_ratio_table(ratios, sort_shares(ratios.districts, choice.sort), choice.measure, reference)


def read_own_forms(data: CurrentData, scope: Scope) -> ShownTable:
    """Return the forms outside the reference in the words of the reports; read when they are asked for.

    Only of the municipalities whose organisations the person may see.
    """
    return _list_own(data.database.url, data.revision, scope.region_key, _list_whose(data), data, scope)


def note_own_forms(data: CurrentData) -> str:
    """Say that other municipalities' forms are left out, where they are."""
    return "" if _list_whose(data) is None else "Показаны формы из отчётов вашего муниципалитета."


def _list_whose(data: CurrentData) -> tuple[str, ...] | None:
    """Return the municipalities that the person sees whole, None: all."""
    if data.database.actor.person.may("see_organisations"):
        return None
    return tuple(district.oktmo for district in list_seen(data))


@st.cache_resource(show_spinner=False, max_entries=48)
def _count(
    url: str, revision: int, chosen: str, measure: MeasureCode, _data: CurrentData, _scope: Scope
) -> FormsOverview:
    facts = scope_facts(_data, _scope)
    return compute_forms_overview(facts, _data.reference, _scope.period, measure, _scope.subordination)


@st.cache_data(show_spinner=False, max_entries=96)
def _draw(
    url: str, revision: int, chosen: str, _choice: FormsChoice, _overview: FormsOverview, _reference: Reference
) -> FormsCharts:
    words = describe_form_ratio(_overview.ratios, _reference)
    wide, narrow = (
        build_form_ratio_chart(
            _overview.ratios, _reference, show_counts=_choice.counts, sort=_choice.sort, width=width, look=look
        )
        for width, look in ((_WIDTH, _WIDE_LOOK), (_NARROW_WIDTH, PHONE))
    )
    return FormsCharts(make_chart(wide, words, grows=True), make_chart(narrow, words))


@st.cache_resource(show_spinner=False, max_entries=16)
def _list_own(
    url: str, revision: int, chosen: str, whose: tuple[str, ...] | None, _data: CurrentData, _scope: Scope
) -> ShownTable:
    reference = _data.reference
    parts = select_parts(scope_facts(_data, _scope), _scope.period, reference)
    entering = [part.report.report_id for each in parts.values() for part in each.parts]
    rows = read_own_form_rows(_data.database, reference.forms.own.code, entering, whose)
    return build_own_forms_table(list_own_forms(rows, parts, reference, _scope.subordination))


def show_bars(charts: FormsCharts, scope: Scope) -> None:
    """Show the bars; a click opens the municipality."""
    with st.container(key="wide_forms"):
        picked = show_opening_chart(charts.wide, "forms_wide", fills=True)
    with st.container(key="narrow_forms"):
        picked = show_opening_chart(charts.narrow, "forms_narrow") or picked
    if picked:
        st.switch_page("district.py", query_params=scope.of_district(picked).query())


def show_forms_downloads(
    overview: FormsOverview, table: ShownTable, data: CurrentData, scope: Scope, choice: FormsChoice
) -> None:
    """Offer the chart under its official heading and its table as files."""

    def draw(note: str) -> alt.LayerChart:
        width, height = _PICTURE
        return build_form_ratio_chart(
            overview.ratios,
            data.reference,
            show_counts=choice.counts,
            sort=choice.sort,
            title=overview.heading,
            subtitle="; ".join(filter(None, [overview.finding, overview.subtitle, note])),
            width=width,
            height=height,
        )

    name = f"Формы наставничества {scope.period}, {MEASURES[choice.measure].label.lower()}"
    show_downloads("forms", name, {"": table}, Picture("диаграмма", draw), demonstration=data.demonstration)

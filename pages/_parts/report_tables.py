"""What the report workbook says, on the screen: its tables, each with its own files."""

import altair as alt
import streamlit as st

from cmn_core.charts.ranking import build_ranking_chart
from cmn_core.documents.indicator_tables import build_indicators_table
from cmn_core.documents.shown_table import ShownTable
from pages._parts.database import CurrentData
from pages._parts.district_screen import read_district, read_rows
from pages._parts.downloads import Picture, show_downloads
from pages._parts.finding import show_fact
from pages._parts.forms_screen import (
    LABELS,
    MEASURE,
    choose_forms,
    list_orders,
    read_forms,
    show_forms_downloads,
    tabulate_forms,
)
from pages._parts.html_table import show_table
from pages._parts.indicator_strip import read_indicators
from pages._parts.overview_screen import OverviewScreen, read_overview
from pages._parts.page_choices import read_choices
from pages._parts.report_details import show_detail_tables
from pages._parts.scope import Scope

_FEW_ROWS = 12


def show_report_tables(data: CurrentData, scope: Scope) -> None:
    """Show the tables of the region's report, or of the chosen municipality's."""
    if scope.district:
        _show_district_tables(data, scope, scope.district)
    else:
        _show_region_tables(data, scope)
    if data.database.actor.person.may("see_organisations", scope.district):
        show_detail_tables(data, scope)


def _show_region_tables(data: CurrentData, scope: Scope) -> None:
    figures = [each.region for each in read_indicators(data, scope).values()]
    every = build_indicators_table(figures, data.reference)
    _show_heading(every)
    show_downloads("indicators", f"Показатели {scope.period}", {"": every}, demonstration=data.demonstration)
    show_table(every)
    screen = read_overview(data, scope)
    _show_heading(screen.table)
    _show_coverage_downloads(screen, data, scope)
    show_table(screen.table)
    choice = choose_forms(*read_choices(MEASURE, list_orders(data.reference), LABELS))
    overview = read_forms(data, scope, choice)
    table = tabulate_forms(overview, choice, data.reference)
    _show_heading(table)
    show_forms_downloads(overview, table, data, scope, choice)
    show_table(table)


def _show_coverage_downloads(screen: OverviewScreen, data: CurrentData, scope: Scope) -> None:
    def draw(note: str) -> alt.LayerChart:
        subtitle = "; ".join(filter(None, [screen.table.subtitle, note]))
        return build_ranking_chart(
            screen.overview.figures, data.reference, title=screen.overview.finding, subtitle=subtitle
        )

    tables = {"": screen.table, ", по месяцам": screen.months_table}
    name = f"{data.reference.indicator(scope.indicator).label}, план и факт {scope.period}"
    show_downloads("coverage", name, tables, Picture("диаграмма", draw), demonstration=data.demonstration)


def _show_district_tables(data: CurrentData, scope: Scope, oktmo: str) -> None:
    overview = read_district(data, scope, oktmo)
    rows = read_rows(data, scope, overview)
    figures = [each.of(oktmo) for each in read_indicators(data, scope).values()]
    for place, table, words in (
        ("indicators", build_indicators_table(figures, data.reference), "план и факт"),
        ("organisations", rows.organisations, "организации"),
        ("programmes", rows.practices, "программы"),
    ):
        _show_heading(table)
        name = f"{overview.figure.name} {scope.period}, {words}"
        show_downloads(place, name, {"": table}, demonstration=data.demonstration, scoped=True)
        show_table(table, most=_FEW_ROWS)


def _show_heading(table: ShownTable) -> None:
    st.space("small")
    show_fact(table.title, table.subtitle)

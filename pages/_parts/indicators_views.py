"""The views of «Показатели»: by value, plan and fact, what is lacking, months, organisations, method, all at once."""

from collections.abc import Callable, Sequence
from functools import partial

import altair as alt
import streamlit as st

from cmn_core.analysis.indicator_overview import IndicatorOverview, organisations_finding, trend_finding
from cmn_core.charts.gaps import build_gaps_chart
from cmn_core.charts.heat_table import INDICATOR, build_heat_table_chart
from cmn_core.charts.marks import OPENS
from cmn_core.charts.organisations import build_organisations_chart, sort_by_people
from cmn_core.charts.ranking import build_ranking_chart
from cmn_core.charts.trend import build_trend_chart
from cmn_core.documents.figure_tables import (
    build_all_indicators_table,
    build_figures_table,
    build_organisation_figures_table,
    build_trend_table,
)
from cmn_core.documents.shown_table import ShownTable
from cmn_core.reference import District
from cmn_core.wording import name_order
from pages._parts.chart import show_chart, show_opening_chart, show_picking_chart
from pages._parts.database import CurrentData
from pages._parts.district_choice import list_seen
from pages._parts.downloads import Picture, show_downloads
from pages._parts.empty import stop_without_data
from pages._parts.finding import show_finding, show_notes
from pages._parts.html_table import show_table
from pages._parts.indicator_method import show_method
from pages._parts.indicators_screen import (
    MOST_BARS,
    TWO_COLUMNS,
    TwoCharts,
    draw_all,
    draw_gaps,
    draw_organisations,
    draw_ranking,
    draw_trend,
    read_all,
    read_indicator,
    read_organisations,
)
from pages._parts.page_choices import (
    PageChoice,
    SeveralChoice,
    read_choices,
    read_several,
    show_segments,
    show_select_box,
    show_several,
)
from pages._parts.scope import Scope

VIEW = PageChoice(
    "view",
    "Что показать",
    {
        "ranking": "По значению",
        "table": "План и факт",
        "gaps": "Не хватает",
        "trend": "По месяцам",
        "organisations": "Организации",
        "method": "Как посчитано",
        "all": "Все показатели",
    },
)
_MOST_LINES, _LINES_OFFERED = 5, 3
_PICTURE_WIDTH, _PICTURE_HEIGHT = 1200, 800
_ALL_PICTURE = (1280, 1040)


def show_view(view: str, data: CurrentData, scope: Scope) -> None:
    """Show the chosen view under its finding."""
    if view == "all":
        _show_all(data, scope)
        return
    overview = read_indicator(data, scope)
    _VIEWS[view](data, scope, overview)


def _show_ranking(data: CurrentData, scope: Scope, overview: IndicatorOverview) -> None:
    _start("ranking", data, scope, overview, overview.finding)
    table = _tabulate(data, scope, overview)
    build = partial(build_ranking_chart, overview.figures, data.reference, look=TWO_COLUMNS)
    _show_controls(
        "ranking", data, _name(data, scope), {"": table}, _picture("по значению", build, overview, overview.finding)
    )
    show_notes((), overview.region)
    _show_opening(draw_ranking(data, scope, overview), "ranking", scope, fills=True)
    show_notes(overview.notes)
    with st.expander("Таблица: план и факт", type="compact"):
        show_table(table)


def _show_plan_and_fact(data: CurrentData, scope: Scope, overview: IndicatorOverview) -> None:
    _start("table", data, scope, overview, overview.finding)
    table = _tabulate(data, scope, overview)
    _show_controls("table", data, _name(data, scope), {"": table})
    show_table(table)
    show_notes(overview.notes)


def _show_gaps(data: CurrentData, scope: Scope, overview: IndicatorOverview) -> None:
    _start("gaps", data, scope, overview, overview.lacking)
    table = _tabulate(data, scope, overview)
    most = len(overview.figures.districts)
    build = partial(build_gaps_chart, overview.figures, data.reference, most=most, look=TWO_COLUMNS)
    _show_controls(
        "gaps", data, _name(data, scope), {"": table}, _picture("не хватает", build, overview, overview.lacking)
    )
    if overview.nobody:
        show_notes((), overview.nobody)
    else:
        _show_opening(draw_gaps(data, scope, overview), "gaps", scope)
    show_notes(overview.notes)
    with st.expander("Таблица: план и факт", type="compact"):
        show_table(table)


def _show_trend(data: CurrentData, scope: Scope, overview: IndicatorOverview) -> None:
    choice = SeveralChoice("lines", "Муниципалитеты", _named(data.reference.region.districts), _MOST_LINES)
    chosen = read_several(choice, overview.lagging(_LINES_OFFERED))
    lines = overview.lines(chosen)
    finding = trend_finding(lines[0], data.reference)
    _start("trend", data, scope, overview, finding)
    table = build_trend_table(lines, data.reference)
    build = partial(build_trend_chart, lines, data.reference, height=_PICTURE_HEIGHT)
    _show_controls(
        "trend", data, _name(data, scope), {", по месяцам": table}, _picture("по месяцам", build, overview, finding)
    )
    show_several(choice, chosen)
    charts = draw_trend(data, scope, overview, chosen)
    with st.container(key="wide_trend"):
        show_chart(charts.wide, "indicators_trend", fills=True)
    with st.container(key="narrow_trend"):
        show_chart(charts.narrow, "indicators_trend_narrow")
    with st.expander("Таблица: месяцы", type="compact"):
        show_table(table)


def _show_organisations(data: CurrentData, scope: Scope, overview: IndicatorOverview) -> None:
    seen = list_seen(data)
    if scope.district or not seen:
        data.database.demand("see_organisations", scope.district)
    choice = PageChoice("district", "Муниципалитет", _named(seen))
    (oktmo,) = read_choices(choice)
    indicator = data.reference.indicator(scope.indicator)
    figures = read_organisations(data, scope, oktmo)
    finding = organisations_finding(figures, choice.words[oktmo], indicator)
    table = build_organisation_figures_table(figures, data.reference) if figures else None
    _start("organisations", data, scope, overview, finding, table.subtitle if table else "")
    tables = {", организации": table} if table else {}
    drawn = sort_by_people(figures)[:MOST_BARS]
    build = partial(build_organisations_chart, drawn, data.reference)
    picture = _picture(f"{choice.words[oktmo]}, организации", build, overview, finding) if figures else None
    _show_controls("organisations", data, _name(data, scope), tables, picture)
    with st.container(key="controls_whose", horizontal=True):
        show_select_box(choice, oktmo)
    if table is None:
        return
    charts = draw_organisations(data, scope, oktmo, figures)
    with st.container(key="wide_bars"):
        show_chart(charts.wide, "indicators_organisations")
    with st.container(key="narrow_bars"):
        show_chart(charts.narrow, "indicators_organisations_narrow")
    if len(drawn) < len(figures):
        st.caption(f"Показаны {len(drawn)} из {len(figures)}; остальные в таблице.")
    with st.expander("Таблица: организации", type="compact"):
        show_table(table)


def _show_method(data: CurrentData, scope: Scope, overview: IndicatorOverview) -> None:
    _start("method", data, scope, overview, overview.region or overview.finding)
    _show_controls("method", data, _name(data, scope), {"": _tabulate(data, scope, overview)})
    show_method(overview, data.reference)


def _show_all(data: CurrentData, scope: Scope) -> None:
    everything = read_all(data, scope)
    show_finding(everything.finding, everything.subtitle)
    table = build_all_indicators_table(everything.figures, data.reference)

    def draw(note: str) -> alt.LayerChart:
        width, height = _ALL_PICTURE
        return build_heat_table_chart(
            everything.figures, data.reference, title=everything.finding,
            subtitle="; ".join(filter(None, [everything.subtitle, note])), width=width, height=height,
        )  # fmt: skip

    _show_controls("all", data, f"Все показатели {scope.period}", {"": table}, Picture("таблица", draw))
    stop_without_data(everything.has_data, scope, data.reference)
    with st.container(key="wide_all"):
        picked = show_picking_chart(draw_all(data, scope, everything), "indicators_all", fills=True)
    if picked and picked.get(OPENS):
        opened = scope.of_district(str(picked[OPENS])).of_indicator(str(picked[INDICATOR]))
        st.switch_page("district.py", query_params=opened.query())
    with st.container(key="narrow_all"):
        show_table(table)
    show_notes(everything.notes)
    with st.expander("Таблица: все показатели", type="compact"):
        show_table(table)


def _start(
    view: str, data: CurrentData, scope: Scope, overview: IndicatorOverview, finding: str, subtitle: str = ""
) -> None:
    """Show the finding; without any report say what to do and stop."""
    show_finding(finding, subtitle or overview.subtitle)
    if not overview.has_data:
        show_segments(VIEW, view)
        stop_without_data(False, scope, data.reference)


def _show_controls(
    view: str, data: CurrentData, name: str, tables: dict[str, ShownTable], picture: Picture | None = None
) -> None:
    """Show the choice of views, and what can be taken away under a name."""
    with st.container(key=f"controls_{view}", horizontal=True, vertical_alignment="center"):
        show_segments(VIEW, view)
        if tables:
            scoped = view == "organisations"
            show_downloads(view, name, tables, picture, demonstration=data.demonstration, scoped=scoped)


def _name(data: CurrentData, scope: Scope) -> str:
    return f"{data.reference.indicator(scope.indicator).label} {scope.period}"


def _show_opening(charts: TwoCharts, key: str, scope: Scope, *, fills: bool = False) -> None:
    """Show bars; a click opens the municipality."""
    with st.container(key=f"wide_{key}"):
        picked = show_opening_chart(charts.wide, f"indicators_{key}", fills=fills)
    with st.container(key=f"narrow_{key}"):
        picked = show_opening_chart(charts.narrow, f"indicators_{key}_narrow") or picked
    if picked:
        st.switch_page("district.py", query_params=scope.of_district(picked).query())


def _picture(name: str, build: Callable[..., alt.LayerChart], overview: IndicatorOverview, finding: str) -> Picture:
    def draw(note: str) -> alt.LayerChart:
        return build(title=finding, subtitle="; ".join(filter(None, [overview.subtitle, note])), width=_PICTURE_WIDTH)

    return Picture(name, draw)


def _tabulate(data: CurrentData, scope: Scope, overview: IndicatorOverview) -> ShownTable:
    return build_figures_table(overview.figures, data.reference, scope.subordination)


def _named(districts: Sequence[District]) -> dict[str, str]:
    ordered = sorted(districts, key=lambda district: name_order(district.short))
    return {district.oktmo: district.short for district in ordered}


_VIEWS: dict[str, Callable[[CurrentData, Scope, IndicatorOverview], None]] = {
    "ranking": _show_ranking,
    "table": _show_plan_and_fact,
    "gaps": _show_gaps,
    "trend": _show_trend,
    "organisations": _show_organisations,
    "method": _show_method,
}

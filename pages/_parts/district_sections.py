"""The lower half of «Район»: organisations, programmes, reports with their versions, how the figure was made."""

from collections.abc import Callable

import altair as alt
import streamlit as st

from cmn_core.analysis.district_overview import DistrictOverview
from cmn_core.charts.months import build_months_chart
from cmn_core.documents.district_tables import (
    build_corrections_table,
    build_parts_table,
    build_problems_table,
    build_versions_table,
)
from cmn_core.documents.figure_tables import build_months_table
from cmn_core.documents.form_tables import build_shares_table
from cmn_core.documents.indicator_tables import build_indicators_table
from cmn_core.documents.shown_table import ShownTable
from cmn_core.store.report_keys import describe_key
from cmn_core.store.versions import ReportVersion
from pages._parts.chart import show_chart
from pages._parts.database import CurrentData
from pages._parts.district_screen import read_reports, read_rows
from pages._parts.downloads import Picture, show_downloads
from pages._parts.finding import show_fact, show_notes
from pages._parts.html_table import show_table
from pages._parts.indicator_strip import read_indicators
from pages._parts.kept_files import show_kept_files
from pages._parts.page_choices import PageChoice
from pages._parts.plain_text import plain
from pages._parts.scope import Scope
from pages._parts.tasks_links import REPORT

_REPORTS = "reports"
_WORDS = {
    "organisations": "Организации",
    "programmes": "Программы",
    "indicators": "План и факт",
    "counting": "Как посчитано",
    _REPORTS: "Отчёты",
}
_PICTURE = (980, 420)


def list_sections(data: CurrentData, district: str) -> PageChoice:
    """Return the sections that the person may open: who sent what is not for everyone who sees the figures."""
    sees_reports = data.database.actor.person.may("see_reports", district)
    words = {code: label for code, label in _WORDS.items() if code != _REPORTS or sees_reports}
    return PageChoice("section", "Раздел", words)


def show_section(code: str, data: CurrentData, scope: Scope, overview: DistrictOverview) -> None:
    """Show the chosen section."""
    _SECTIONS[code](data, scope, overview)


def show_district_downloads(data: CurrentData, scope: Scope, overview: DistrictOverview) -> None:
    """Offer the months and the forms as files."""

    def draw(note: str) -> alt.LayerChart:
        width, height = _PICTURE
        subtitle = "; ".join(filter(None, [overview.subtitle, note]))
        return build_months_chart(
            overview.months, data.reference, title=overview.finding, subtitle=subtitle, width=width, height=height
        )

    with st.container(key="corner_district"):
        show_downloads(
            "district",
            f"{overview.figure.name} {scope.period}, {data.reference.indicator(scope.indicator).label.lower()}",
            _tabulate_charts(data, overview),
            Picture("по месяцам", draw),
            demonstration=data.demonstration,
        )


def show_district_tables(data: CurrentData, overview: DistrictOverview) -> None:
    """Show the months and the forms as tables."""
    for table in _tabulate_charts(data, overview).values():
        show_table(table)


def _tabulate_charts(data: CurrentData, overview: DistrictOverview) -> dict[str, ShownTable]:
    return {
        ", по месяцам": build_months_table(overview.months, data.reference),
        ", формы": build_shares_table(overview.shares, data.reference),
    }


def _show_organisations(data: CurrentData, scope: Scope, overview: DistrictOverview) -> None:
    rows = read_rows(data, scope, overview)
    table, indicator = rows.organisations, data.reference.indicator(scope.indicator)
    with st.container(key="controls_organisations", horizontal=True, vertical_alignment="center"):
        show_notes((), f"{table.title}. Считаем: {indicator.numerator}, {indicator.unit}")
        show_downloads("organisations", f"{overview.figure.name} {scope.period}, организации", {"": table},
                       demonstration=data.demonstration, scoped=True)  # fmt: skip
    if rows.drawn:
        with st.container(key="wide_organisations"):
            show_chart(rows.bars, "district_organisations")
        with st.container(key="narrow_organisations"):
            show_chart(rows.narrow_bars, "district_organisations_narrow")
        if rows.drawn < len(table.rows):
            st.caption(f"Показаны {rows.drawn} из {len(table.rows)}; остальные в таблице.")
    else:
        show_notes([f"«{indicator.label}» по организациям не считается: показатель есть только у муниципалитета."])
    with st.expander("Таблица: из чего сложилось число, лист и строка отчёта", type="compact"):
        show_table(table)


def _show_programmes(data: CurrentData, scope: Scope, overview: DistrictOverview) -> None:
    table = read_rows(data, scope, overview).practices
    with st.container(key="controls_programmes", horizontal=True, vertical_alignment="center"):
        words = st.text_input(
            "Найти",
            key="find",
            bind="query-params",
            placeholder="Найти: программа, организация или форма",
            label_visibility="collapsed",
        )
        show_downloads("programmes", f"{overview.figure.name} {scope.period}, программы", {"": table},
                       demonstration=data.demonstration, scoped=True)  # fmt: skip
    found = table.having(words or "")
    show_notes((), f"Найдено {len(found.rows)} из {len(table.rows)}" if words else f"{table.title}. {table.subtitle}")
    if found.rows:
        show_table(found)


def _show_indicators(data: CurrentData, scope: Scope, overview: DistrictOverview) -> None:
    figures = [each.of(overview.figure.district) for each in read_indicators(data, scope).values()]
    table = build_indicators_table(figures, data.reference)
    with st.container(key="controls_indicators", horizontal=True, vertical_alignment="center"):
        show_notes((), f"{table.title}. {table.subtitle}")
        show_downloads("indicators", f"{overview.figure.name} {scope.period}, план и факт", {"": table},
                       demonstration=data.demonstration)  # fmt: skip
    show_table(table)


def _show_reports(data: CurrentData, scope: Scope, overview: DistrictOverview) -> None:
    versions = read_reports(data, overview)
    table = build_versions_table(versions, overview.report_ids, data.reference, overview.figure.name)
    show_fact("Отчёты и их версии", table.subtitle)
    show_table(table)
    show_kept_files(versions, data)
    for version in versions:
        if version.report_id not in overview.report_ids:
            continue
        _link_to_way(version, data)
        details = [build_problems_table(version)] if version.problems else []
        details += [build_corrections_table(version)] if version.corrections else []
        for detail in details:
            show_fact(detail.title, detail.subtitle)
            show_table(detail)


def _link_to_way(version: ReportVersion, data: CurrentData) -> None:
    """Lead to what was done with a report, and for the centre to its judgement."""
    st.page_link(
        "tasks.py",
        label=plain(f"Решение центра и история: {describe_key(version.key, data.reference)}"),
        query_params={REPORT: str(version.report_id)},
    )


def _show_counting(data: CurrentData, scope: Scope, overview: DistrictOverview) -> None:
    explanation = overview.explanation
    versions = {version.report_id: version for version in read_reports(data, overview)}
    source = explanation.denominator_source
    show_fact(
        explanation.formula,
        explanation.arithmetic or "",
        f"Знаменатель: {explanation.denominator}, {source}. Откуда: {explanation.whole}" if source else "",
        explanation.survey,
    )
    show_table(build_parts_table(explanation, versions))
    show_notes((*overview.notes, "Лист и строка каждой организации стоят в разделе «Организации», в таблице."))


_SECTIONS: dict[str, Callable[[CurrentData, Scope, DistrictOverview], None]] = {
    "organisations": _show_organisations,
    "programmes": _show_programmes,
    "indicators": _show_indicators,
    "counting": _show_counting,
    "reports": _show_reports,
}

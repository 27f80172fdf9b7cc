"""The report workbook of the chosen scope: what is in it, and the button that makes it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import streamlit as st

from cmn_core.analysis.commentary import figure_subtitle, freshness_sentence
from cmn_core.analysis.indicators import compute_indicator
from cmn_core.documents.report_coverage import COVERAGE_SHEET
from cmn_core.documents.report_forms import FORMS_SHEET
from cmn_core.documents.report_method import METHOD_SHEET
from cmn_core.documents.report_organisations import ORGANISATIONS_SHEET
from cmn_core.documents.report_practices import PRACTICES_SHEET
from cmn_core.documents.report_summary import SUMMARY_SHEET
from cmn_core.reference import Reference
from cmn_core.wording import format_period
from pages._parts.database import CurrentData, year_facts
from pages._parts.plain_text import plain
from pages._parts.scope import Scope

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHEETS = (
    (SUMMARY_SHEET, "главное одним листом: значение, план, сколько не хватает, чьи отчёты свежие"),
    (COVERAGE_SHEET, "численность, вовлечено, доля, план и нехватка с датой сведений"),
    (FORMS_SHEET, "числа и доли форм с диаграммой Excel"),
    (ORGANISATIONS_SHEET, "сколько вовлечено в каждой организации"),
    (PRACTICES_SHEET, "программы в той форме, в которой их сдают"),
    (METHOD_SHEET, "формулы, знаменатели и отчёты, из которых сложились числа"),
)


def show_report_download(data: CurrentData, scope: Scope) -> None:
    """Offer the report of the region or of the chosen municipality; it is made when the button is pressed."""
    name = _name_of(scope, data.reference)
    st.markdown(f"Книга Excel за **{format_period(scope.period)}** · **{plain(name)}**, готовая к печати на A4:")
    st.markdown("\n".join(f"- **{title}** — {gist}" for title, gist in _SHEETS))
    st.caption(_collected(data, scope))
    st.download_button(
        f"Скачать отчёт: {name}, {format_period(scope.period)}",
        data=lambda: make_report(data, scope),
        file_name=f"Отчёт ЦМН {name} {scope.period}.xlsx",
        mime=XLSX,
        type="primary",
        on_click="ignore",
    )


def make_report(data: CurrentData, scope: Scope) -> bytes:
    """Write the workbook of a scope."""
    from cmn_core.documents.report_gathering import gather_report
    from cmn_core.documents.report_workbook import write_district_report, write_region_report

    made_at = datetime.now(ZoneInfo(data.reference.region.facts.time_zone)).replace(tzinfo=None)
    content = gather_report(data.database, scope.period, scope.district, made_at)
    if scope.district:
        return write_district_report(content, scope.district)
    return write_region_report(content)


def _name_of(scope: Scope, reference: Reference) -> str:
    return reference.region.district(scope.district).short if scope.district else reference.region.facts.name


def _collected(data: CurrentData, scope: Scope) -> str:
    """Say how complete the period is, so that nobody hands out half a month unaware."""
    figures = compute_indicator(year_facts(data, scope.period.year), data.reference, "coverage", scope.period)
    if scope.district:
        return plain(figure_subtitle(figures.of(scope.district), data.reference))
    return plain(freshness_sentence(figures))

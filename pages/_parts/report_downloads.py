"""The report workbook of the chosen scope: what is in it, and the button that makes it."""

from urllib.parse import urlencode

import streamlit as st

from cmn_core.analysis.commentary import figure_subtitle, freshness_sentence
from cmn_core.analysis.overview import COLLECTED_BY
from cmn_core.documents.report_coverage import COVERAGE_SHEET
from cmn_core.documents.report_details import PARTNERS_SHEET, QUALITY_SHEET, ROLE_MODELS_SHEET
from cmn_core.documents.report_forms import FORMS_SHEET
from cmn_core.documents.report_indicators import INDICATORS_SHEET
from cmn_core.documents.report_method import METHOD_SHEET
from cmn_core.documents.report_organisations import ORGANISATIONS_SHEET
from cmn_core.documents.report_practices import PRACTICES_SHEET
from cmn_core.documents.report_shares import SHARES_SHEET
from cmn_core.documents.report_summary import SUMMARY_SHEET
from cmn_core.documents.report_workbook import PROGRAMMES_SHEET
from cmn_core.http.files.routes import PREFIX
from cmn_core.reference import Reference
from cmn_core.wording import format_period
from pages._parts.database import CurrentData
from pages._parts.district_choice import list_seen
from pages._parts.indicator_strip import read_indicators
from pages._parts.links import show_scope_link
from pages._parts.plain_text import plain
from pages._parts.scope import Scope

_MONTHLY_ALONE = "mentee_share"
"""An indicator that no other layout feeds."""
_SHEETS = (
    (SUMMARY_SHEET, "главное одним листом: значение, план, сколько не хватает, чьи отчёты свежие", False),
    (INDICATORS_SHEET, "план и факт по всем семи показателям и нехватка до плана, с диаграммой Excel", True),
    (COVERAGE_SHEET, "знаменатель, числитель, доля, план и нехватка с датой сведений", False),
    ("Лист каждого показателя", "то же по остальным шести; у опросов — доля ответивших", True),
    (FORMS_SHEET, "числа и доли форм с диаграммой Excel", False),
    (ROLE_MODELS_SHEET, "сколько программ и наставляемых и где", True),
    (PARTNERS_SHEET, "кто дал наставников, в каких программах", True),
    (ORGANISATIONS_SHEET, "что сообщила каждая организация", False),
    (SHARES_SHEET, "свои доли каждой организации и её опросы", True),
    (PRACTICES_SHEET, "программы отчётов о расширении в той форме, в которой их сдают", False),
    (PROGRAMMES_SHEET, "программы ежемесячных отчётов с ролевыми моделями и предприятиями", True),
    (QUALITY_SHEET, "чьи отчёты свежие, что подтвердили отправители, где повторён месяц", False),
    (METHOD_SHEET, "формулы, пороги, пометки и отчёты, из которых сложились числа", False),
)
"""Sheets with their gist; the marked ones stand in the book where a monthly report entered."""


def show_report_download(data: CurrentData, scope: Scope) -> None:
    """Offer the report of the region or of the chosen municipality; it is made when its address is asked."""
    name = _name_of(scope, data.reference)
    if not data.database.actor.person.may("see_organisations", scope.district):
        _lead_to_own(data, scope)
        return
    st.markdown(f"Книга Excel за **{format_period(scope.period)}** · **{plain(name)}**, готовая к печати на A4.")
    label = f"Скачать отчёт: {name}, {format_period(scope.period)}"
    st.link_button(
        label,
        _report_address(scope),
        type="primary",
        key="take_report",
        help="Книга собирается несколько секунд и сохраняется сама.",
    )
    st.caption(_collected(data, scope))
    with st.container(key="report_sheets"):
        listed = list_sheets(monthly=has_monthly(data, scope))
        st.markdown("\n".join(f"- **{title}** — {gist}" for title, gist in listed))


def list_sheets(*, monthly: bool) -> tuple[tuple[str, str], ...]:
    """Return the sheets of the workbook with what is in them."""
    return tuple((title, gist) for title, gist, of_monthly in _SHEETS if monthly or not of_monthly)


def has_monthly(data: CurrentData, scope: Scope) -> bool:
    """Tell whether a monthly report enters the scope's figures."""
    each = read_indicators(data, scope)[_MONTHLY_ALONE]
    figure = each.of(scope.district) if scope.district else each.region
    return figure.numerator is not None


def _lead_to_own(data: CurrentData, scope: Scope) -> None:
    """Say why there is no workbook of the region, and link to those of the person's own municipalities."""
    st.caption("Книга всей области рассказывает об организациях всех муниципалитетов. Вам доступна книга вашего:")
    for district in list_seen(data):
        show_scope_link(plain(f"Отчёт: {district.short}"), "reports", scope.of_district(district.oktmo))


def _report_address(scope: Scope) -> str:
    parts = {"period": str(scope.period), "district": scope.district or "", "accepted": "1" * scope.accepted_only}
    return f"{PREFIX}/report?{urlencode(parts)}"


def _name_of(scope: Scope, reference: Reference) -> str:
    return reference.region.district(scope.district).short if scope.district else reference.region.facts.name


def _collected(data: CurrentData, scope: Scope) -> str:
    """Say how complete the period is, so that nobody hands out half a month unaware."""
    figures = read_indicators(data, scope)[COLLECTED_BY]
    if scope.district:
        return plain(figure_subtitle(figures.of(scope.district), data.reference))
    return plain(freshness_sentence(figures))

"""What «Район» shows of a scope: figures from the year's sums, rows of one municipality, each remembered for it."""

from dataclasses import dataclass

import streamlit as st

from cmn_core.access import Role
from cmn_core.analysis.counted import keep_counted, keep_practices_of
from cmn_core.analysis.district_overview import DistrictOverview, compute_district_overview
from cmn_core.analysis.indicators import compute_organisation_figures
from cmn_core.charts.alt_text import describe_district_forms, describe_months, describe_organisations
from cmn_core.charts.district_forms import build_district_forms_chart
from cmn_core.charts.look import PAGE, PHONE
from cmn_core.charts.months import build_months_chart
from cmn_core.charts.organisations import build_organisations_chart, sort_by_people
from cmn_core.documents.district_tables import build_organisations_table, build_practices_table
from cmn_core.documents.shown_table import ShownTable
from cmn_core.reference import Reference
from cmn_core.store.row_places import read_row_places
from cmn_core.store.rows_reading import read_organisation_facts, read_practices
from cmn_core.store.versions import ReportVersion, read_numbered, read_reports_of
from pages._parts.chart import ShownChart, make_chart
from pages._parts.database import CurrentData
from pages._parts.scope import Scope
from pages._parts.scope_facts import scope_facts

MOST_BARS = 30
_MONTHS, _FORMS = (315, 215), (330, 215)
_BARS_WIDTH, _NARROW_WIDTH = 960, 340


@dataclass(frozen=True, slots=True)
class DistrictCharts:
    """The two charts at the top."""

    months: ShownChart
    forms: ShownChart


@dataclass(frozen=True, slots=True)
class DistrictRows:
    """Organisations and programmes of the reports that enter."""

    organisations: ShownTable
    practices: ShownTable
    bars: ShownChart
    narrow_bars: ShownChart
    drawn: int
    """How many organisations have a bar."""


def read_district(data: CurrentData, scope: Scope, oktmo: str) -> DistrictOverview:
    """Return the figures of a municipality; counted once a revision."""
    return _count(data.database.url, data.revision, str(scope.query()), oktmo, data, scope)


def draw_district(data: CurrentData, scope: Scope, overview: DistrictOverview) -> DistrictCharts:
    """Return the charts at the top; drawn once a revision."""
    return _draw(data.database.url, data.revision, str(scope.query()), overview, data.reference)


def read_rows(data: CurrentData, scope: Scope, overview: DistrictOverview) -> DistrictRows:
    """Return a municipality's organisations and programmes; read once a revision."""
    data.database.demand("see_organisations", overview.figure.district)
    return _read_rows(data.database.url, data.revision, str(scope.query()), data, scope, overview)


def read_reports(data: CurrentData, overview: DistrictOverview) -> tuple[ReportVersion, ...]:
    """Return the versions that a municipality sent, and those of others that enter its figures.

    Nothing for those who may not know who sent what; a neighbour's or the region's only for those who may see theirs.
    """
    district, person = overview.figure.district, data.database.actor.person
    if not person.may("see_reports", district):
        return ()
    reach = (person.role, person.districts)
    return _read_reports(data.database.url, data.revision, district, overview.report_ids, reach, data)


@st.cache_resource(show_spinner=False, max_entries=128)
def _count(url: str, revision: int, chosen: str, oktmo: str, _data: CurrentData, _scope: Scope) -> DistrictOverview:
    facts = scope_facts(_data, _scope)
    period, subordination = _scope.period, _scope.subordination
    return compute_district_overview(facts, _data.reference, _scope.indicator, period, oktmo, subordination)


@st.cache_data(show_spinner=False, max_entries=128)
def _draw(url: str, revision: int, chosen: str, _overview: DistrictOverview, _reference: Reference) -> DistrictCharts:
    width, height = _MONTHS
    months = build_months_chart(_overview.months, _reference, width=width, height=height)
    width, height = _FORMS
    forms = build_district_forms_chart(_overview.shares, _reference, measure="programmes", width=width, height=height)
    return DistrictCharts(
        make_chart(months, describe_months(_overview.months, _reference), grows=True),
        make_chart(forms, describe_district_forms(_overview.shares, _reference, measure="programmes"), grows=True),
    )


@st.cache_resource(show_spinner=False, max_entries=96)
def _read_rows(
    url: str, revision: int, chosen: str, _data: CurrentData, _scope: Scope, _overview: DistrictOverview
) -> DistrictRows:
    district, report_ids, reference = _overview.figure.district, _overview.report_ids, _data.reference
    narrowed = _overview.parts.narrowed(_scope.subordination)
    told = read_organisation_facts(_data.database, district, report_ids)
    counted = keep_counted(narrowed, told, _scope.subordination)
    practices = keep_practices_of(counted, read_practices(_data.database, district, report_ids))
    figures = compute_organisation_figures(
        counted, {district: narrowed}, reference, _scope.indicator, _scope.period, district
    )
    drawn = sort_by_people(figures)[:MOST_BARS]
    words = describe_organisations(figures, reference)
    bars, narrow = (
        build_organisations_chart(drawn, reference, width=width, look=look)
        for width, look in ((_BARS_WIDTH, PAGE), (_NARROW_WIDTH, PHONE))
    )
    places = read_row_places(_data.database, district, report_ids)
    name, layouts = _overview.figure.name, narrowed.layouts
    return DistrictRows(
        organisations=build_organisations_table(counted, places, layouts, reference, name),
        practices=build_practices_table(practices, layouts, reference, name),
        bars=make_chart(bars, words),
        narrow_bars=make_chart(narrow, words),
        drawn=len(drawn),
    )


@st.cache_resource(show_spinner=False, max_entries=64)
def _read_reports(
    url: str,
    revision: int,
    district: str,
    report_ids: tuple[int, ...],
    reach: tuple[Role, frozenset[str]],
    _data: CurrentData,
) -> tuple[ReportVersion, ...]:
    own = read_reports_of(_data.database, district)
    known = {version.report_id for version in own}
    # Rarely more than one: the region's own form, or a neighbour's report after an organisation was moved.
    others = [report_id for report_id in report_ids if report_id not in known]
    return (*own, *read_numbered(_data.database, others).values())

"""The report of the region or of one municipality as a styled xlsx."""

from collections.abc import Collection

from xlsxwriter import Workbook

from cmn_core.analysis.role_models import list_role_models
from cmn_core.documents.monthly_tables import build_programmes_table
from cmn_core.documents.report_content import ReportContent
from cmn_core.documents.report_coverage import write_district_coverage, write_region_coverage
from cmn_core.documents.report_details import QUALITY_SHEET, build_details
from cmn_core.documents.report_forms import write_district_forms, write_region_forms
from cmn_core.documents.report_indicators import write_district_indicators, write_region_indicators
from cmn_core.documents.report_method import write_method
from cmn_core.documents.report_organisations import write_organisations
from cmn_core.documents.report_practices import write_practices
from cmn_core.documents.report_role_models import write_models_by_district
from cmn_core.documents.report_shares import SHARES_SHEET, build_own_shares_table
from cmn_core.documents.report_summary import write_district_summary, write_region_summary
from cmn_core.documents.report_table import write_table_sheet
from cmn_core.documents.xlsx_sheets import SheetFormats, write_workbook

PROGRAMMES_SHEET = "Программы"


def write_region_report(content: ReportContent) -> bytes:
    """Write the region's report; what the monthly form alone tells stands in it where such a report entered."""

    def fill(workbook: Workbook, formats: SheetFormats) -> None:
        _set_properties(workbook, content)
        write_region_summary(workbook, formats, content)
        if content.has_monthly:
            write_region_indicators(workbook, formats, content)
        for code in _told_codes(content):
            write_region_coverage(workbook, formats, content.of_indicator(code))
        write_region_forms(workbook, formats, content)
        _write_details(workbook, formats, content, [place.oktmo for place in content.reference.region.districts])

    return write_workbook(content.reference.palette, fill)


def write_district_report(content: ReportContent, oktmo: str) -> bytes:
    """Write one municipality's report; `content.districts` and `content.reports` hold that municipality's alone."""

    def fill(workbook: Workbook, formats: SheetFormats) -> None:
        _set_properties(workbook, content)
        write_district_summary(workbook, formats, content, oktmo)
        if content.has_monthly:
            write_district_indicators(workbook, formats, content, oktmo)
        for code in _told_codes(content):
            write_district_coverage(workbook, formats, content.of_indicator(code), oktmo)
        write_district_forms(workbook, formats, content, oktmo)
        _write_details(workbook, formats, content, [oktmo])

    return write_workbook(content.reference.palette, fill)


def _told_codes(content: ReportContent) -> tuple[str, ...]:
    """Return the indicators that have a sheet of their own: coverage always, the others with a monthly report."""
    return tuple(content.indicators) if content.has_monthly else (content.indicator.code,)


def _write_details(
    workbook: Workbook, formats: SheetFormats, content: ReportContent, districts: Collection[str]
) -> None:
    details = build_details(content)
    quality = details.pop(QUALITY_SHEET)
    for name, table in details.items():
        write_table_sheet(workbook, formats, content, name, table, frozen=2)
    monthly = content.practices_of("monthly")
    if len(districts) > 1 and monthly:
        models = list_role_models(monthly, content.reference.forms)
        write_models_by_district(workbook, formats, content, models)
    write_organisations(workbook, formats, content)
    if content.has_monthly:
        write_table_sheet(workbook, formats, content, SHARES_SHEET, build_own_shares_table(content), frozen=2)
    if not content.has_monthly or content.practices_of("expansion"):
        write_practices(workbook, formats, content)
    if content.has_monthly:
        programmes = build_programmes_table(monthly, content.reference)
        write_table_sheet(workbook, formats, content, PROGRAMMES_SHEET, programmes, frozen=2)
    write_table_sheet(workbook, formats, content, QUALITY_SHEET, quality)
    write_method(workbook, formats, content, districts)


def _set_properties(workbook: Workbook, content: ReportContent) -> None:
    properties = {"title": content.words.coverage_finding, "company": content.reference.region.facts.centre}
    workbook.set_properties({**properties, "created": content.made_at})

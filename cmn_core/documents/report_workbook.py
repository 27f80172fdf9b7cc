"""The report of the region or of one municipality as a styled xlsx."""

from collections.abc import Sequence

from xlsxwriter import Workbook

from cmn_core.analysis.figure import Figure
from cmn_core.documents.report_content import ReportContent
from cmn_core.documents.report_coverage import write_district_coverage, write_region_coverage
from cmn_core.documents.report_forms import write_district_forms, write_region_forms
from cmn_core.documents.report_method import write_method
from cmn_core.documents.report_organisations import write_organisations
from cmn_core.documents.report_practices import write_practices
from cmn_core.documents.report_summary import write_district_summary, write_region_summary
from cmn_core.documents.xlsx_sheets import SheetFormats, write_workbook


def write_region_report(content: ReportContent) -> bytes:
    """Write the region's report: summary, coverage, forms, organisations, practices, method."""

    def fill(workbook: Workbook, formats: SheetFormats) -> None:
        _set_properties(workbook, content)
        write_region_summary(workbook, formats, content)
        write_region_coverage(workbook, formats, content)
        write_region_forms(workbook, formats, content)
        _write_details(workbook, formats, content, content.figures.districts)

    return write_workbook(content.reference.palette, fill)


def write_district_report(content: ReportContent, oktmo: str) -> bytes:
    """Write one municipality's report; `content.districts` and `content.reports` hold that municipality's alone."""

    def fill(workbook: Workbook, formats: SheetFormats) -> None:
        _set_properties(workbook, content)
        write_district_summary(workbook, formats, content, oktmo)
        write_district_coverage(workbook, formats, content, oktmo)
        write_district_forms(workbook, formats, content, oktmo)
        _write_details(workbook, formats, content, (content.figures.of(oktmo),))

    return write_workbook(content.reference.palette, fill)


def _write_details(
    workbook: Workbook, formats: SheetFormats, content: ReportContent, figures: Sequence[Figure]
) -> None:
    write_organisations(workbook, formats, content)
    write_practices(workbook, formats, content)
    write_method(workbook, formats, content, figures)


def _set_properties(workbook: Workbook, content: ReportContent) -> None:
    properties = {"title": content.words.coverage_finding, "company": content.reference.region.facts.centre}
    workbook.set_properties({**properties, "created": content.made_at})

"""The sheet «Соотношение форм»: a native 100 % chart, and under it counts and shares by forms."""

from collections.abc import Sequence

from xlsxwriter import Workbook

from cmn_core.analysis.figure import FormShares
from cmn_core.analysis.measures import MEASURES
from cmn_core.documents.report_content import ReportContent
from cmn_core.documents.report_forms_chart import chart_rows, insert_forms_chart
from cmn_core.documents.report_sheet import (
    FIRST_ROW,
    LABEL_ROW,
    SUBTITLE_ROW,
    TITLE_ROW,
    ReportSheet,
    start_sheet,
)
from cmn_core.documents.xlsx_sheets import SheetFormats
from cmn_core.wording import capital, format_date

FORMS_SHEET = "Соотношение форм"
_NAME_WIDTH, _DATE_WIDTH, _FORM_WIDTH, _TOTAL_WIDTH = 24, 14, 15, 14
_FIRST_FORM = 2
_ROWS_OF_ONE_PAGE = 10


def write_region_forms(workbook: Workbook, formats: SheetFormats, content: ReportContent) -> None:
    """Write the ratios of every municipality and of the region."""
    heading = content.reference.region.facts.districts_heading
    day = content.ratios.region.as_of
    caption = heading.format(date=format_date(day)) if day else heading.replace(" на {date} г.", "")
    _write_forms(workbook, formats, content, (*content.ratios.districts, content.ratios.region), caption)


def write_district_forms(workbook: Workbook, formats: SheetFormats, content: ReportContent, oktmo: str) -> None:
    """Write the ratio of one municipality beside the region's."""
    shares = content.ratios.of(oktmo)
    region = content.ratios.region
    caption = f"Соотношение форм наставничества: {shares.name} и {content.reference.region.facts.name}"
    _write_forms(workbook, formats, content, (shares, region), caption)


def _write_forms(
    workbook: Workbook, formats: SheetFormats, content: ReportContent, rows: Sequence[FormShares], caption: str
) -> None:
    forms = content.ratios.forms
    widths = (_NAME_WIDTH, _DATE_WIDTH, *(_FORM_WIDTH for _ in forms), _TOTAL_WIDTH, _TOTAL_WIDTH)
    if any(shares.unassigned for shares in rows):
        widths = (*widths, _FORM_WIDTH)
    page = start_sheet(
        workbook,
        formats,
        content,
        name=FORMS_SHEET,
        title=content.words.ratio_finding,
        subtitle=content.words.ratio_subtitle,
        widths=widths,
    )
    counts_top = FIRST_ROW + chart_rows(len(rows), widths) + 1
    shares_top = counts_top + len(rows) + 4
    _write_counts(page, content, counts_top, rows)
    _write_shares(page, content, shares_top, rows)
    insert_forms_chart(workbook, page, content, rows, caption, counts_top + 2)
    if len(rows) > _ROWS_OF_ONE_PAGE:
        page.sheet.set_h_pagebreaks([counts_top, shares_top])
    page.finish(frozen=(LABEL_ROW, 0), repeat=(TITLE_ROW, SUBTITLE_ROW))


def _write_counts(page: ReportSheet, content: ReportContent, top: int, rows: Sequence[FormShares]) -> None:
    measure = MEASURES[content.measure]
    page.section(top, f"Сколько: {measure.label.lower()} по формам, {content.measure_unit}")
    outside = any(shares.unassigned for shares in rows)
    unassigned = f"{capital(content.reference.forms.unassigned.label)}, {content.measure_unit}"
    extra = (f"Всего, {content.measure_unit}", "Организаций", *([unassigned] if outside else []))
    _write_captions(page, content, top + 1, extra)
    for row, shares in enumerate(rows, start=top + 2):
        bold = shares.district is None
        _write_name(page, row, shares)
        counts = [shares.counts.get(form, 0) for form in content.ratios.forms]
        beside = [shares.total, shares.organisations, *([shares.unassigned] if outside else [])]
        for column, count in enumerate([*counts, *beside], start=_FIRST_FORM):
            page.count(row, column, None if shares.as_of is None else count, bold=bold)


def _write_shares(page: ReportSheet, content: ReportContent, top: int, rows: Sequence[FormShares]) -> None:
    page.section(top, "Доля формы, %")
    _write_captions(page, content, top + 1, ())
    for row, shares in enumerate(rows, start=top + 2):
        _write_name(page, row, shares)
        for column, form in enumerate(content.ratios.forms, start=_FIRST_FORM):
            page.share(row, column, shares.shares_pct.get(form), bold=shares.district is None)


def _write_captions(page: ReportSheet, content: ReportContent, row: int, extra: Sequence[str]) -> None:
    labels = [capital(content.reference.forms.label(form)) for form in content.ratios.forms]
    page.headings(row, ("Муниципалитет", "Данные на дату", *labels, *extra))


def _write_name(page: ReportSheet, row: int, shares: FormShares) -> None:
    bold = shares.district is None
    page.text(row, 0, shares.name, bold=bold)
    page.fit(row, (0, shares.name))
    page.day(row, 1, shares.as_of, bold=bold)

"""The sheet of an indicator, plan and fact: every municipality against the plan, or one municipality by months."""

from collections.abc import Iterator, Sequence

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from cmn_core.analysis.commentary import figure_subtitle, left_out_sentence, reached_finding
from cmn_core.analysis.figure import Figure, RegionFigure
from cmn_core.analysis.overview import COLLECTED_BY
from cmn_core.documents.report_content import ReportContent
from cmn_core.documents.report_sheet import FIRST_ROW, ReportSheet, start_sheet
from cmn_core.documents.xlsx_sheets import SheetFormats
from cmn_core.reference import Indicator
from cmn_core.wording import NO_DATA, format_period

COVERAGE_SHEET = "Охват, план и факт"
_WIDTHS = (26, 15, 16, 12, 10, 15, 14, 20, 36)
_RATE_WIDTH = 14
_COLOUR_NOTE = "Голубая ячейка: план достигнут; оранжевая: ниже плана. Сравниваются люди, а не округлённые проценты."
_WHOLE, _DRAWN, _VALUE, _TARGET = 1, 2, 3, 4


def plan_sheet(indicator: Indicator) -> str:
    """Return the name of an indicator's sheet."""
    return COVERAGE_SHEET if indicator.code == COLLECTED_BY else indicator.label


def write_region_coverage(workbook: Workbook, formats: SheetFormats, content: ReportContent) -> None:
    """Write a row a municipality, then the region's."""
    region = content.figures.region
    title = reached_finding(content.figures, content.reference)
    page = _start(workbook, formats, content, "Муниципалитет", title, region)
    first = FIRST_ROW + 1
    for row, figure in enumerate(content.figures.districts, start=first):
        _write_figure(page, row, figure.name, figure)
    last = first + len(content.figures.districts) - 1
    page.sheet.autofilter(FIRST_ROW, 0, last, len(page.widths) - 1)
    _write_figure(page, last + 1, content.reference.region.facts.name, region, bold=True)
    _colour_values(page, first, last + 1)
    for row, note in enumerate(_region_notes(content), start=last + 3):
        page.note(row, note)
    _finish(page)


def write_district_coverage(workbook: Workbook, formats: SheetFormats, content: ReportContent, oktmo: str) -> None:
    """Write a municipality's months of the year, then the region's figure beside."""
    figure = content.figures.of(oktmo)
    name = content.reference.region.district(oktmo).short
    title = f"{name}: {content.indicator.label.lower()} по месяцам {content.period.year} года"
    page = _start(workbook, formats, content, "Месяц", title, figure)
    months: Sequence[Figure | RegionFigure] = _since_first_report(content.months) or (figure,)
    first = FIRST_ROW + 1
    for row, month in enumerate(months, start=first):
        _write_figure(page, row, format_period(month.period), month)
    last = first + len(months)
    region = content.figures.region
    words = f"{content.reference.region.facts.name}, {format_period(region.period)}"
    _write_figure(page, last, words, region, bold=True)
    _colour_values(page, first, last)
    page.note(last + 2, _COLOUR_NOTE)
    _finish(page)


def _since_first_report(months: Sequence[Figure | RegionFigure]) -> Sequence[Figure | RegionFigure]:
    first = next((place for place, month in enumerate(months) if month.as_of is not None), len(months))
    return months[first:]


def report_words(fresh: bool | None) -> str:
    """Say whether a figure's reports are of the asked month."""
    if fresh is None:
        return "нет отчёта"
    return "свежий" if fresh else "перенесён"


def _start(
    workbook: Workbook,
    formats: SheetFormats,
    content: ReportContent,
    first: str,
    title: str,
    figure: Figure | RegionFigure,
) -> ReportSheet:
    page = start_sheet(
        workbook,
        formats,
        content,
        name=plan_sheet(content.indicator),
        title=title,
        subtitle=figure_subtitle(figure, content.reference),
        widths=(*_WIDTHS, _RATE_WIDTH) if content.indicator.is_survey else _WIDTHS,
    )
    indicator, unit = content.indicator, content.unit
    captions = (
        first,
        f"{indicator.whole_caption}, {unit}",
        f"{indicator.counted_caption}, {unit}",
        "Охват, %" if indicator.code == COLLECTED_BY else "Доля, %",
        f"План {content.period.year} года, %",
        f"Не хватает до плана, {unit}",
        "Данные на дату",
        "Отчёт за месяц",
        "Источник знаменателя",
        *(("Доля ответивших, %",) if indicator.is_survey else ()),
    )
    page.headings(FIRST_ROW, captions)
    return page


def _write_figure(page: ReportSheet, row: int, name: str, figure: Figure | RegionFigure, *, bold: bool = False) -> None:
    page.text(row, 0, name, bold=bold)
    page.count(row, _WHOLE, figure.denominator, bold=bold)
    page.count(row, _DRAWN, figure.numerator, bold=bold)
    page.pct(row, _VALUE, figure.value_pct, figure.target_pct, bold=bold)
    page.target(row, _TARGET, figure.target_pct, bold=bold)
    page.count(row, 5, figure.gap_people, bold=bold)
    page.day(row, 6, figure.as_of, bold=bold)
    page.text(row, 7, _freshness(figure), bold=bold)
    page.text(row, 8, figure.denominator_source or NO_DATA, bold=bold)
    if len(page.widths) > len(_WIDTHS):
        page.pct(row, len(_WIDTHS), figure.response_rate_pct, bold=bold)
    page.fit(row, (0, name), (8, figure.denominator_source))


def _freshness(figure: Figure | RegionFigure) -> str:
    if isinstance(figure, RegionFigure):
        return f"свежих {figure.fresh_count} из {figure.district_count}"
    return report_words(figure.fresh)


def _colour_values(page: ReportSheet, first: int, last: int) -> None:
    """Fill values blue where the target is reached, orange where not; compared in people, not in rounded shares."""
    drawn, target, whole, value = (
        xl_rowcol_to_cell(first, column, col_abs=True) for column in (_DRAWN, _TARGET, _WHOLE, _VALUE)
    )
    counted = f"ISNUMBER({value}),ISNUMBER({target})"
    for sign, fill in ((">=", page.formats.palette.above[0]), ("<", page.formats.palette.below[0])):
        rule = f"=AND({counted},{drawn}*100{sign}{target}*{whole})"
        options = {"type": "formula", "criteria": rule, "format": page.formats.fill(fill)}
        page.sheet.conditional_format(first, _VALUE, last, _VALUE, options)


def _region_notes(content: ReportContent) -> Iterator[str]:
    left_out = left_out_sentence(content.figures.region, content.reference)
    if left_out:
        yield f"{left_out}."
    yield _COLOUR_NOTE
    yield "«Перенесён»: за месяц отчёта нет, взят последний отчёт того же года со своей датой."


def _finish(page: ReportSheet) -> None:
    page.finish(frozen=(FIRST_ROW + 1, 1), repeat=(FIRST_ROW, FIRST_ROW))

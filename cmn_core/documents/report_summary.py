"""The sheet «Сводка»: the finding, the figures behind it, and what to look at first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsxwriter import Workbook

from cmn_core.analysis.figure import Figure, RegionFigure
from cmn_core.analysis.gaps import rank_gaps
from cmn_core.analysis.indicator_standings import (
    IndicatorStanding,
    list_district_standings,
    list_region_standings,
)
from cmn_core.documents.report_content import ReportContent
from cmn_core.documents.report_coverage import report_words
from cmn_core.documents.report_sheet import FIRST_ROW, SUBTITLE_ROW, TITLE_ROW, ReportSheet, start_sheet
from cmn_core.documents.xlsx_sheets import SheetFormats, cell_text
from cmn_core.wording import capital, format_moment

SUMMARY_SHEET = "Сводка"
MOST_LAGGING = 10
_WIDTHS = (52, 20, 26, 44)


@dataclass(frozen=True, slots=True)
class _Line:
    """A figure of the summary: its name with the unit, its value, and a word about it."""

    label: str
    value: int | Decimal | date | None
    note: str = ""
    is_target: bool = False


def write_region_summary(workbook: Workbook, formats: SheetFormats, content: ReportContent) -> None:
    """Write the region's finding, figures, facts, and who lacks most."""
    region = content.figures.region
    of_all = f"из {region.district_count}"
    lines = (
        *_figure_lines(content, region),
        _Line("Достигли плана, муниципалитетов", region.reached_count, of_all),
        _Line("Свежие отчёты, муниципалитетов", region.fresh_count, of_all),
        _Line("Данные на дату", region.as_of),
    )
    page = _start(workbook, formats, content)
    row = _write_lines(page, content, lines)
    row = _write_indicators(page, row, content, list_region_standings(content.indicators, content.reference))
    row = _write_facts(page, row, (*content.words.facts, content.words.ratio_finding))
    row = _write_lagging(page, row, content)
    _finish(page, row, content)


def write_district_summary(workbook: Workbook, formats: SheetFormats, content: ReportContent, oktmo: str) -> None:
    """Write a municipality's finding, figures beside the region's, and facts."""
    figure, region = content.figures.of(oktmo), content.figures.region
    lines = (
        *_figure_lines(content, figure),
        _Line(f"{content.reference.region.facts.name}: {content.indicator.label.lower()}, %", region.value_pct),
        _Line("Данные на дату", figure.as_of, report_words(figure.fresh)),
    )
    page = _start(workbook, formats, content)
    row = _write_lines(page, content, lines)
    row = _write_indicators(page, row, content, list_district_standings(content.indicators, oktmo, content.reference))
    row = _write_facts(page, row, (*content.words.facts, content.words.ratio_finding))
    _finish(page, row, content)


def _figure_lines(content: ReportContent, figure: Figure | RegionFigure) -> tuple[_Line, ...]:
    indicator, unit = content.indicator, content.unit
    return (
        _Line(f"{indicator.label}, %", figure.value_pct),
        _Line(f"План {content.period.year} года, %", figure.target_pct, is_target=True),
        _Line(f"Не хватает до плана, {unit}", figure.gap_people, "план достигнут" if figure.reached else ""),
        _Line(f"{capital(indicator.numerator)}, {unit}", figure.numerator),
        _Line(f"{capital(indicator.denominator)}, {unit}", figure.denominator, figure.denominator_source or ""),
    )


def _start(workbook: Workbook, formats: SheetFormats, content: ReportContent) -> ReportSheet:
    words = content.words
    return start_sheet(
        workbook,
        formats,
        content,
        name=SUMMARY_SHEET,
        title=words.coverage_finding,
        subtitle=words.coverage_subtitle,
        widths=_WIDTHS,
    )


def _write_lines(page: ReportSheet, content: ReportContent, lines: Sequence[_Line]) -> int:
    page.headings(FIRST_ROW, ("Показатель", "Значение"))
    page.sheet.merge_range(FIRST_ROW, 2, FIRST_ROW, 3, "Пояснение", page.formats.heading())
    target = content.figures.region.target_pct
    for row, line in enumerate(lines, start=FIRST_ROW + 1):
        page.text(row, 0, line.label)
        _write_value(page, row, line, target)
        page.sheet.merge_range(row, 2, row, 3, cell_text(line.note), page.formats.cell(indent=1))
        page.fit(row, (0, line.label), (3, line.note))
    return FIRST_ROW + len(lines) + 2


def _write_value(page: ReportSheet, row: int, line: _Line, target: Decimal | None) -> None:
    if line.is_target:
        page.target(row, 1, target, bold=True)
    elif isinstance(line.value, Decimal):
        page.pct(row, 1, line.value, target, bold=True)
    elif isinstance(line.value, date):
        page.day(row, 1, line.value, bold=True)
    else:
        page.count(row, 1, line.value, bold=True)


def _write_indicators(
    page: ReportSheet, row: int, content: ReportContent, standings: Sequence[IndicatorStanding]
) -> int:
    """Write a line an indicator; without a monthly report only coverage is told, and it stands above."""
    if not content.has_monthly:
        return row
    page.section(row, "Все показатели")
    page.headings(row + 1, ("Показатель", "Значение", "План", "Как выполнен"))
    for place, standing in enumerate(standings, start=row + 2):
        for column, text in enumerate((standing.label, standing.value, standing.plan, standing.told)):
            page.text(place, column, text)
    return row + len(standings) + 3


def _write_facts(page: ReportSheet, row: int, facts: Sequence[str]) -> int:
    if not facts:
        return row
    page.section(row, "Что важно")
    for place, fact in enumerate(facts, start=row + 1):
        page.paragraph(place, fact if fact.endswith((".", "!", "?")) else f"{fact}.")
    return row + len(facts) + 2


def _write_lagging(page: ReportSheet, row: int, content: ReportContent) -> int:
    lagging = rank_gaps(content.figures.districts)[:MOST_LAGGING]
    if not lagging:
        return row
    page.section(row, "Кому не хватает больше всего")
    captions = ("Муниципалитет", f"{content.indicator.label}, %", f"Не хватает до плана, {content.unit}")
    page.headings(row + 1, captions)
    for place, figure in enumerate(lagging, start=row + 2):
        page.text(place, 0, figure.name)
        page.fit(place)
        page.pct(place, 1, figure.value_pct, figure.target_pct)
        page.count(place, 2, figure.gap_people)
    return row + len(lagging) + 3


def _finish(page: ReportSheet, row: int, content: ReportContent) -> None:
    made = f"{content.reference.region.facts.centre}. Сформировано {format_moment(content.made_at)} {content.counted}."
    if content.snapshot:
        made += f" Снимок {content.snapshot}."
    page.note(row, made)
    page.finish(frozen=(FIRST_ROW, 0), repeat=(TITLE_ROW, SUBTITLE_ROW))

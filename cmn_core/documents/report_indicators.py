"""The sheet «Все показатели»: every municipality by every indicator, and a native chart of plan and fact."""

from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from cmn_core.analysis.figure import Figure, RegionFigure
from cmn_core.documents.report_content import ReportContent
from cmn_core.documents.report_sheet import FIRST_ROW, SUBTITLE_ROW, TITLE_ROW, ReportSheet, start_sheet
from cmn_core.documents.xlsx_sheets import FONT, SheetFormats
from cmn_core.reference import Indicator
from cmn_core.wording import format_period

INDICATORS_SHEET = "Все показатели"
_NAME_WIDTH, _WIDTH = 26, 21
_CHART_ROWS, _ROW_PIXELS, _CHARACTER_PIXELS = 24, 20, 7.1
_ROWS_OF_ONE_PAGE = 10
_COLOUR_NOTE = "Голубая ячейка: план достигнут; оранжевая: ниже плана. Сравниваются люди, а не округлённые проценты."
_EMPTY_NOTE = "Пусто: о показателе ничего не сказано, или делить не на что."


def write_region_indicators(workbook: Workbook, formats: SheetFormats, content: ReportContent) -> None:
    """Write the plan, the region, and a row a municipality."""
    _write(workbook, formats, content, [district.oktmo for district in content.reference.region.districts])


def write_district_indicators(workbook: Workbook, formats: SheetFormats, content: ReportContent, oktmo: str) -> None:
    """Write the plan, the region and the municipality."""
    _write(workbook, formats, content, [oktmo])


def _write(workbook: Workbook, formats: SheetFormats, content: ReportContent, districts: Sequence[str]) -> None:
    page = start_sheet(
        workbook,
        formats,
        content,
        name=INDICATORS_SHEET,
        title=_title(content, districts),
        subtitle=f"План и факт по показателям внедрения Целевой модели наставничества; "
        f"{format_period(content.period)}; счёт с 1 января {content.period.year} года",
        widths=(_NAME_WIDTH, *(_WIDTH for _ in content.indicators)),
    )
    rows: list[list[Figure | RegionFigure]] = [[each.region for each in content.indicators.values()]]
    rows += [[each.of(oktmo) for each in content.indicators.values()] for oktmo in districts]
    values, gaps = FIRST_ROW, FIRST_ROW + len(rows) + 5
    chart = gaps + len(rows) + 3
    _write_values(page, content, values, rows)
    _write_gaps(page, content, gaps, rows)
    _colour(page, values + 3, gaps + 2, len(rows))
    _insert_chart(workbook, page, content, values + 1, chart, with_district=len(districts) == 1)
    if len(rows) > _ROWS_OF_ONE_PAGE:
        page.sheet.set_h_pagebreaks([gaps, chart])
    page.finish(frozen=(FIRST_ROW, 1), repeat=(TITLE_ROW, SUBTITLE_ROW))


def _write_values(
    page: ReportSheet, content: ReportContent, top: int, rows: Sequence[Sequence[Figure | RegionFigure]]
) -> None:
    """Write the section's name, headings, the plan, the values and what the colours mean."""
    page.section(top, "Значение, %")
    page.headings(top + 1, ("Муниципалитет", *(f"{each.label}, %" for each in _indicators(content))))
    page.text(top + 2, 0, f"План {content.period.year} года, %", bold=True)
    for column, figure in enumerate(rows[0], start=1):
        page.target(top + 2, column, figure.target_pct, bold=True)
    for row, figures in enumerate(rows, start=top + 3):
        bold = _write_name(page, row, figures)
        for column, figure in enumerate(figures, start=1):
            if figure.value_pct is None:
                page.text(row, column, "", bold=bold)
            else:
                page.pct(row, column, figure.value_pct, figure.target_pct, bold=bold)
    page.note(top + len(rows) + 3, f"{_COLOUR_NOTE} {_EMPTY_NOTE}")


def _write_gaps(
    page: ReportSheet, content: ReportContent, top: int, rows: Sequence[Sequence[Figure | RegionFigure]]
) -> None:
    page.section(top, "Не хватает до плана")
    page.headings(top + 1, ("Муниципалитет", *(f"{each.label}, {each.unit}" for each in _indicators(content))))
    for row, figures in enumerate(rows, start=top + 2):
        bold = _write_name(page, row, figures)
        for column, figure in enumerate(figures, start=1):
            if figure.gap_people is None:
                page.text(row, column, "", bold=bold)
            else:
                page.count(row, column, figure.gap_people, bold=bold)


def _write_name(page: ReportSheet, row: int, figures: Sequence[Figure | RegionFigure]) -> bool:
    """Write who a row is of; tell whether it is the region's and stands out."""
    bold = isinstance(figures[0], RegionFigure)
    page.text(row, 0, figures[0].name, bold=bold)
    page.fit(row, (0, figures[0].name))
    return bold


def _indicators(content: ReportContent) -> tuple[Indicator, ...]:
    return tuple(content.reference.indicator(code) for code in content.indicators)


def _title(content: ReportContent, districts: Sequence[str]) -> str:
    told = [each.of(districts[0]) if len(districts) == 1 else each.region for each in content.indicators.values()]
    reached = sum(figure.reached is True for figure in told)
    known = sum(figure.reached is not None for figure in told)
    return f"{told[0].name}: план выполнен по {reached} из {known} показателей, которые есть с чем сравнить"


def _colour(page: ReportSheet, values: int, gaps: int, number: int) -> None:
    """Fill shares by the people lacking to the plan, however the shares are rounded."""
    value, lacking = xl_rowcol_to_cell(values, 1), xl_rowcol_to_cell(gaps, 1)
    for sign, fill in (("=0", page.formats.palette.above[0]), (">0", page.formats.palette.below[0])):
        rule = f"=AND(ISNUMBER({value}),ISNUMBER({lacking}),{lacking}{sign})"
        options = {"type": "formula", "criteria": rule, "format": page.formats.fill(fill)}
        page.sheet.conditional_format(values, 1, values + number - 1, len(page.widths) - 1, options)


def _insert_chart(
    workbook: Workbook, page: ReportSheet, content: ReportContent, captions: int, top: int, *, with_district: bool
) -> None:
    """Insert columns of plan and fact by indicator: of the region, and of the municipality where it is one's report."""
    palette, number = content.reference.palette, len(content.indicators)
    chart = workbook.add_chart({"type": "column"})
    fills = (palette.line, palette.muted, palette.accent) if with_district else (palette.line, palette.accent)
    for row, fill in enumerate(fills, start=captions + 1):
        chart.add_series(
            {
                "name": [page.sheet.name, row, 0],
                "categories": [page.sheet.name, captions, 1, captions, number],
                "values": [page.sheet.name, row, 1, row, number],
                "fill": {"color": fill},
                "border": {"color": palette.muted, "width": 0.5},
                "gap": 60,
                "data_labels": {"value": True, "num_format": "0.0", "font": {"name": FONT, "size": 8}},
            }
        )
    font = {"name": FONT, "size": 9, "color": palette.ink}
    title = f"План и факт, {format_period(content.period)}, %"
    chart.set_title({"name": title, "name_font": {**font, "size": 12, "bold": True}, "overlay": False})
    chart.set_x_axis({"num_font": font})
    chart.set_y_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    chart.set_legend({"position": "bottom", "font": font})
    chart.set_chartarea({"border": {"none": True}})
    width = round(sum(page.widths) * _CHARACTER_PIXELS)
    chart.set_size({"width": width, "height": _CHART_ROWS * _ROW_PIXELS})
    page.sheet.insert_chart(top, 0, chart, {"object_position": 2, "description": title})

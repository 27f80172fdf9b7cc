"""The native Excel chart of form ratios: horizontal bars of 100 %, a bar a municipality."""

from collections.abc import Sequence
from typing import Any

from xlsxwriter import Workbook

from cmn_core.analysis.figure import FormShares
from cmn_core.charts.contrast import text_colour_on
from cmn_core.documents.report_content import ReportContent
from cmn_core.documents.report_sheet import FIRST_ROW, ReportSheet
from cmn_core.documents.xlsx_sheets import FONT
from cmn_core.wording import capital

_ROW_PIXELS = 20
_BAR_PIXELS = 30
"""A bar with its gap, where there are few of them."""
_AROUND_PIXELS = 130
"""Title, axis and legend."""
_PAGE_RATIO = 0.657
"""Height to width of the printed part of A4 landscape: the chart fills the rest of the first page."""
_HEADING_PIXELS = 110
_CHARACTER_PIXELS = 7.1
_FIRST_FORM = 2


def chart_rows(bars: int, widths: Sequence[float]) -> int:
    """Return how many sheet rows a chart of so many bars covers."""
    return -(-_height(bars, widths) // _ROW_PIXELS) + 1


def insert_forms_chart(
    workbook: Workbook,
    page: ReportSheet,
    content: ReportContent,
    rows: Sequence[FormShares],
    title: str,
    first: int,
) -> None:
    """Insert the chart over the counts that begin at row `first` (0-based); labels on bars are counts."""
    chart = workbook.add_chart({"type": "bar", "subtype": "percent_stacked"})
    last = first + len(rows) - 1
    ink = content.reference.palette.ink
    for column, form in enumerate(content.ratios.forms, start=_FIRST_FORM):
        fill = content.reference.forms.colour(form)
        chart.add_series(
            {
                "name": capital(content.reference.forms.label(form)),
                "categories": [page.sheet.name, first, 0, last, 0],
                "values": [page.sheet.name, first, column, last, column],
                "fill": {"color": fill},
                "border": {"color": "#FFFFFF", "width": 0.5},
                "gap": 25,
                "data_labels": {
                    "value": True,
                    "num_format": "0;;;",
                    "font": _font(text_colour_on(fill, ink), 8),
                },
            }
        )
    chart.set_title({"name": title, "name_font": {**_font(ink, 12), "bold": True}, "overlay": False})
    chart.set_y_axis({"reverse": True, "num_font": _font(ink, 9), "line": {"none": True}, "major_tick_mark": "none"})
    chart.set_x_axis(
        {
            "num_format": "0%",
            "num_font": _font(content.reference.palette.muted, 9),
            "major_gridlines": {"visible": True, "line": {"color": content.reference.palette.line}},
            "line": {"none": True},
        }
    )
    chart.set_legend({"position": "bottom", "font": _font(ink, 10)})
    chart.set_size({"width": _width(page.widths), "height": _height(len(rows), page.widths)})
    chart.set_chartarea({"border": {"none": True}})
    for row in range(FIRST_ROW, FIRST_ROW + chart_rows(len(rows), page.widths)):
        page.sheet.set_row(row, _ROW_PIXELS * 0.75)
    page.sheet.insert_chart(FIRST_ROW, 0, chart, {"object_position": 2, "description": title})


def _width(widths: Sequence[float]) -> int:
    return round(sum(widths) * _CHARACTER_PIXELS)


def _height(bars: int, widths: Sequence[float]) -> int:
    page = round(_width(widths) * _PAGE_RATIO) - _HEADING_PIXELS
    return min(page, _AROUND_PIXELS + bars * _BAR_PIXELS)


def _font(colour: str, size: float) -> dict[str, Any]:
    return {"name": FONT, "size": size, "color": colour}

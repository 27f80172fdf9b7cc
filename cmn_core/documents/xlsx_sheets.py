"""How every written workbook looks and prints: one set of formats, A4 landscape, text that stays text."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cmn_core.reference import Palette
from cmn_core.reference.spelling import ZERO_WIDTH

FONT = "Calibri"
COUNT_FORMAT = "#,##0"
DATE_FORMAT = "dd.mm.yyyy"
DEMONSTRATION = "Демонстрационные данные"
_A4 = 9
_MOST_CELL_CHARACTERS = 32_767
_LINE_POINTS = 15.0


@dataclass(frozen=True, slots=True)
class SheetFormats:
    """Named looks of cells; `look` makes any other on the same font."""

    look: Callable[..., Format]
    title: Format
    subtitle: Format
    heading: Format
    text: Format
    count: Format
    date: Format
    form_text: Format
    """A cell of a form to be filled in: text stays as typed."""
    form_count: Format
    demonstration: Format


def write_workbook(palette: Palette, fill: Callable[[Workbook, SheetFormats], None]) -> bytes:
    """Make an xlsx by handing a workbook and its formats to `fill`; nothing in it turns text into formulas or links."""
    buffer = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": False,
    }
    with Workbook(buffer, options) as workbook:
        fill(workbook, _make_formats(workbook, palette))
    return buffer.getvalue()


def prepare_page(sheet: Worksheet, *, repeat: tuple[int, int] | None = None) -> None:
    """Set a sheet to print on A4 landscape, one page wide, with rows `repeat` (0-based) on every page."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&R&9&P из &N")
    sheet.hide_gridlines(2)
    if repeat:
        sheet.repeat_rows(*repeat)


def cell_text(text: str | None) -> str:
    """Return a text that a cell can hold whole; Excel's limit is 32 767 signs."""
    return ZERO_WIDTH.sub("", text or "")[:_MOST_CELL_CHARACTERS]


def lines_height(text: str, width: float, *, bold: bool = False, points: float = _LINE_POINTS) -> float:
    """Return the points that a wrapped text needs in a column of that width; Excel does not fit merged cells itself."""
    fitting = max(1.0, width * (0.86 if bold else 0.94))
    lines = 0
    for paragraph in text.split("\n"):
        filled = 0.0
        lines += 1
        for word in paragraph.split(" "):
            if filled and filled + 1 + len(word) > fitting:
                lines += 1
                filled = 0.0
            filled += len(word) + (1 if filled else 0)
    return lines * points


def _make_formats(workbook: Workbook, palette: Palette) -> SheetFormats:
    def look(**wishes: Any) -> Format:
        base = {"font_name": FONT, "font_size": 11, "font_color": palette.ink, "valign": "top"}
        return workbook.add_format(base | wishes)

    cell = {"border": 1, "border_color": palette.line, "text_wrap": True}
    form = {"border": 1, "border_color": palette.muted, "text_wrap": True, "valign": "vcenter"}
    return SheetFormats(
        look=look,
        title=look(bold=True, font_size=16, text_wrap=True, valign="vcenter"),
        subtitle=look(font_color=palette.muted, text_wrap=True),
        heading=look(
            bold=True, text_wrap=True, align="center", valign="vcenter", border=1,
            border_color=palette.muted, bg_color=palette.none,
        ),
        text=look(**cell),
        count=look(**cell, num_format=COUNT_FORMAT),
        date=look(**cell, num_format=DATE_FORMAT, align="center"),
        form_text=look(**form, num_format="@", indent=1),
        form_count=look(**form, num_format="0", align="center"),
        demonstration=look(bold=True, font_color=palette.warning),
    )  # fmt: skip

"""One sheet of a report: how it begins, how its numbers stand in cells, how it prints."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cmn_core.documents.report_content import ReportContent
from cmn_core.documents.xlsx_sheets import (
    COUNT_FORMAT,
    DATE_FORMAT,
    DEMONSTRATION,
    SheetFormats,
    cell_text,
    pct_number_format,
    prepare_page,
    target_number_format,
)
from cmn_core.intake.annotation.wrapped_height import lines_height
from cmn_core.wording import NO_DATA, NO_TARGET

TITLE_ROW, SUBTITLE_ROW, LABEL_ROW, FIRST_ROW = range(4)
_TITLE_POINTS = 16
_LINE_POINTS = 15.0
_ROW_AIR = 3.0


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """A worksheet with its formats, its column widths and whether its figures are invented."""

    sheet: Worksheet
    formats: SheetFormats
    widths: tuple[float, ...]
    demonstration: bool

    def headings(self, row: int, captions: Sequence[str]) -> None:
        """Write a table's headings and give them the height of the tallest."""
        for column, caption in enumerate(captions):
            self.sheet.write_string(row, column, caption, self.formats.heading())
        columns = zip(captions, self.widths, strict=False)
        self.sheet.set_row(row, max(lines_height(caption, width, bold=True) for caption, width in columns) + 6)

    def fit(self, row: int, *texts: tuple[int, str | None]) -> None:
        """Give a table's row the height of its tallest text; each text with its column."""
        heights = (lines_height(text or "", self.widths[column] - 2) for column, text in texts)
        self.sheet.set_row(row, max(heights, default=_LINE_POINTS) + _ROW_AIR)

    def section(self, row: int, title: str) -> None:
        """Write the name of a part of the sheet."""
        self.sheet.write_string(row, 0, title, self.formats.look(bold=True, font_size=13))
        self.sheet.set_row(row, 21)

    def paragraph(self, row: int, text: str) -> None:
        """Write a sentence over the sheet's whole width."""
        look = self.formats.look(text_wrap=True)
        self.sheet.merge_range(row, 0, row, len(self.widths) - 1, cell_text(text), look)
        self.sheet.set_row(row, lines_height(text, sum(self.widths)) + 3)

    def note(self, row: int, text: str) -> None:
        """Write a muted line that runs over the empty cells to its right."""
        self.sheet.write_string(row, 0, cell_text(text), self.formats.look(font_color=self.formats.palette.muted))

    def text(self, row: int, column: int, text: str | None, *, bold: bool = False) -> None:
        """Write text that stays text."""
        self.sheet.write_string(row, column, cell_text(text), self.formats.cell(bold=bold, indent=1))

    def count(self, row: int, column: int, value: int | None, *, bold: bool = False) -> None:
        """Write a whole number, or that there is none."""
        if value is None:
            self.sheet.write_string(row, column, NO_DATA, self._absent())
        else:
            self.sheet.write_number(row, column, value, self._number(COUNT_FORMAT, bold))

    def pct(
        self, row: int, column: int, value: Decimal | None, target: Decimal | None = None, *, bold: bool = False
    ) -> None:
        """Write a per cent as a number; one under its target never shows as the target."""
        if value is None:
            self.sheet.write_string(row, column, NO_DATA, self._absent())
        else:
            look = self._number(pct_number_format(value, target), bold)
            self.sheet.write_number(row, column, float(value), look)

    def share(self, row: int, column: int, value: Decimal | None, *, bold: bool = False) -> None:
        """Write a share of 100 %; none of it is a bare 0."""
        if value is None:
            self.sheet.write_string(row, column, NO_DATA, self._absent())
        else:
            self.sheet.write_number(row, column, float(value), self._number("0.0;-0.0;0", bold))

    def target(self, row: int, column: int, target: Decimal | None, *, bold: bool = False) -> None:
        """Write a target without idle decimals, or that none is set."""
        if target is None:
            self.sheet.write_string(row, column, NO_TARGET, self._absent())
        else:
            look = self._number(target_number_format(target), bold)
            self.sheet.write_number(row, column, float(target), look)

    def day(self, row: int, column: int, day: date | None, *, bold: bool = False) -> None:
        """Write a date, or that there is none."""
        if day is None:
            self.sheet.write_string(row, column, NO_DATA, self._absent("center"))
        else:
            look = self.formats.cell(num_format=DATE_FORMAT, align="center", bold=bold)
            self.sheet.write_datetime(row, column, day, look)

    def finish(self, *, frozen: tuple[int, int], repeat: tuple[int, int]) -> None:
        """Freeze panes at a row and column and set printing; the demonstration label is on every printed page."""
        self.sheet.freeze_panes(*frozen)
        prepare_page(self.sheet, repeat=repeat, footer=DEMONSTRATION if self.demonstration else "")

    def _number(self, num_format: str, bold: bool) -> Format:
        return self.formats.number(num_format, bold=bold)

    def _absent(self, align: str = "right") -> Format:
        return self.formats.cell(font_color=self.formats.palette.muted, align=align, indent=int(align == "right"))


def start_sheet(
    workbook: Workbook,
    formats: SheetFormats,
    content: ReportContent,
    *,
    name: str,
    title: str,
    subtitle: str,
    widths: Sequence[float],
) -> ReportSheet:
    """Add a sheet with its finding, what is measured under it, and the demonstration label; its table begins below."""
    sheet = workbook.add_worksheet(name)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    last, total = len(widths) - 1, sum(widths)
    title_look = formats.look(bold=True, font_size=_TITLE_POINTS, text_wrap=True, valign="vcenter")
    sheet.merge_range(TITLE_ROW, 0, TITLE_ROW, last, cell_text(title), title_look)
    sheet.set_row(TITLE_ROW, lines_height(title, total * 11 / _TITLE_POINTS, bold=True, points=22) + 4)
    subtitle_look = formats.look(font_color=formats.palette.muted, text_wrap=True)
    sheet.merge_range(SUBTITLE_ROW, 0, SUBTITLE_ROW, last, cell_text(subtitle), subtitle_look)
    sheet.set_row(SUBTITLE_ROW, lines_height(subtitle, total) + 3)
    if content.demonstration:
        sheet.write_string(LABEL_ROW, 0, DEMONSTRATION, formats.look(bold=True, font_color=formats.palette.warning))
    return ReportSheet(sheet, formats, tuple(widths), content.demonstration)

"""Any table of a page as a file: an xlsx that prints, or a csv that Excel opens."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_DOWN, Decimal
from io import StringIO
from typing import Literal

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from cmn_core.documents.xlsx_sheets import (
    COUNT_FORMAT,
    DATE_FORMAT,
    DEMONSTRATION,
    SheetFormats,
    cell_text,
    pct_number_format,
    prepare_page,
    write_workbook,
)
from cmn_core.intake.annotation.wrapped_height import LINE_POINTS, lines_height
from cmn_core.reference import Palette, shipped_reference
from cmn_core.wording import format_date, format_pct

TableValue = str | int | Decimal | date | None
_HEADER = 3
_NARROWEST, _WIDEST = 11.0, 60.0
_INDENT = 2.0
"""Characters that the indent of a text takes from its column."""
_CSV_PLACES = Decimal("0.0001")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its caption with the unit, and what its values are; `pct` are Decimals in per cent."""

    caption: str
    kind: Literal["text", "count", "pct", "date"] = "text"
    target_pct: Decimal | None = None
    """A target of this column alone: per cents under it never show as it."""
    widest: float = _WIDEST
    """Characters past which its texts wrap in a workbook."""


def write_table_xlsx(
    title: str,
    subtitle: str,
    columns: Sequence[TableColumn],
    rows: Sequence[Sequence[TableValue]],
    *,
    demonstration: bool = False,
    palette: Palette | None = None,
    target_pct: Decimal | None = None,
) -> bytes:
    """Write one table with its title and what it measures; per cents under `target_pct` never show as it."""

    def fill(workbook: Workbook, formats: SheetFormats) -> None:
        sheet = workbook.add_worksheet("Таблица")
        widths = [column_width(column, [row[place] for row in rows]) for place, column in enumerate(columns)]
        _write_heading(sheet, formats, title, subtitle, demonstration)
        for place, (column, width) in enumerate(zip(columns, widths, strict=True)):
            sheet.set_column(place, place, width)
            sheet.write_string(_HEADER, place, cell_text(column.caption), formats.heading())
        captions = zip(columns, widths, strict=True)
        sheet.set_row(_HEADER, max(lines_height(column.caption, width, bold=True) for column, width in captions) + 6)
        for number, row in enumerate(rows, start=_HEADER + 1):
            for place, (column, value) in enumerate(zip(columns, row, strict=True)):
                _write_value(sheet, formats, number, place, column, value, target_pct)
            _fit(sheet, number, row, widths)
        if rows:
            sheet.autofilter(_HEADER, 0, _HEADER + len(rows), len(columns) - 1)
        sheet.freeze_panes(_HEADER + 1, 1)
        prepare_page(sheet, repeat=(_HEADER, _HEADER), footer=DEMONSTRATION if demonstration else "")

    return write_workbook(palette or shipped_reference().palette, fill)


def write_table_csv(columns: Sequence[TableColumn], rows: Sequence[Sequence[TableValue]]) -> bytes:
    """Write a csv for a Russian Excel: utf-8 with a mark, «;», decimal comma; formula-like text gets an apostrophe."""
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow([_safe(column.caption) for column in columns])
    writer.writerows([_csv_value(value) for value in row] for row in rows)
    return buffer.getvalue().encode("utf-8-sig")


def _write_heading(sheet: Worksheet, formats: SheetFormats, title: str, subtitle: str, demonstration: bool) -> None:
    """Write lines that run over the empty cells to their right: a narrow table's title is not squeezed into it."""
    sheet.write_string(0, 0, cell_text(title), formats.look(bold=True, font_size=16))
    sheet.set_row(0, 24)
    sheet.write_string(1, 0, cell_text(subtitle), formats.look(font_color=formats.palette.muted))
    if demonstration:
        sheet.write_string(2, 0, DEMONSTRATION, formats.look(bold=True, font_color=formats.palette.warning))


def _fit(sheet: Worksheet, number: int, row: Sequence[TableValue], widths: Sequence[float]) -> None:
    """Give a row with wrapped text the height of its tallest cell; a row of one line keeps the usual one."""
    texts = ((value, width) for value, width in zip(row, widths, strict=True) if isinstance(value, str))
    height = max((lines_height(text, width - _INDENT) for text, width in texts), default=LINE_POINTS)
    if height > LINE_POINTS:
        sheet.set_row(number, height)


def _write_value(
    sheet: Worksheet,
    formats: SheetFormats,
    row: int,
    place: int,
    column: TableColumn,
    value: TableValue,
    target_pct: Decimal | None,
) -> None:
    if value is None:
        sheet.write_blank(row, place, None, formats.cell())
    elif isinstance(value, str):
        align = "left" if column.kind == "text" else "right"
        sheet.write_string(row, place, cell_text(value), formats.cell(align=align, indent=1))
    elif isinstance(value, date):
        sheet.write_datetime(row, place, value, formats.cell(num_format=DATE_FORMAT, align="center"))
    elif column.kind == "pct":
        sheet.write_number(
            row, place, float(value), formats.number(pct_number_format(Decimal(value), column.target_pct or target_pct))
        )
    else:
        sheet.write_number(row, place, float(value), formats.number(COUNT_FORMAT))


def column_width(column: TableColumn, values: Sequence[TableValue]) -> float:
    """Fit the longest value whole up to a limit past which text wraps, and the caption on a few lines."""
    longest = max((len(_shown(value)) for value in values), default=0) * 1.1 + 3
    word = max((len(part) for part in column.caption.split()), default=0) * 1.2 + 3
    return min(column.widest, max(_NARROWEST, longest, word, len(column.caption) / 3 + 3))


def _shown(value: TableValue) -> str:
    if isinstance(value, date):
        return format_date(value)
    return format_pct(value) if isinstance(value, Decimal) else str(value or "")


def _csv_value(value: TableValue) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _safe(value)
    if isinstance(value, datetime | date):
        return format_date(value)
    if isinstance(value, Decimal):
        # Cut, not rounded: 9,99996 must not become the target's 10.
        return f"{value.quantize(_CSV_PLACES, ROUND_DOWN).normalize():f}".replace(".", ",")
    return str(value)


def _safe(text: str) -> str:
    """Keep text from being run as a formula by whoever opens the file."""
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) and len(text) > 1 else text

"""How every written workbook looks and prints: one set of formats, A4 landscape, text that stays text."""

from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cmn_core.reference import Palette
from cmn_core.reference.spelling import ZERO_WIDTH
from cmn_core.wording import NBSP, format_pct

FONT = "Calibri"
COUNT_FORMAT = "#,##0"
DATE_FORMAT = "dd.mm.yyyy"
DEMONSTRATION = "Демонстрационные данные"
_A4 = 9
_MOST_CELL_CHARACTERS = 32_767


class SheetFormats:
    """Looks of cells on one font and palette; each is made once a workbook."""

    def __init__(self, workbook: Workbook, palette: Palette) -> None:
        self.palette = palette
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def look(self, **wishes: Any) -> Format:
        """Return a look without a border."""
        base = {"font_name": FONT, "font_size": 11, "font_color": self.palette.ink, "valign": "top"}
        key = tuple(sorted((base | wishes).items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(dict(key))
        return self._made[key]

    def cell(self, **wishes: Any) -> Format:
        """Return the look of a table's cell."""
        base = {"border": 1, "border_color": self.palette.line, "text_wrap": True, "valign": "vcenter"}
        return self.look(**base | wishes)

    def number(self, num_format: str, *, bold: bool = False) -> Format:
        """Return the look of a number; `_0` keeps it a digit from the border: LibreOffice loses indents there."""
        padded = ";".join(f"{part}_0" for part in num_format.split(";"))
        return self.cell(num_format=padded, bold=bold, align="right", text_wrap=False)

    def heading(self, font_size: int = 11) -> Format:
        """Return the look of a table's heading."""
        look = {"border": 1, "border_color": self.palette.muted, "bg_color": self.palette.none}
        return self.look(bold=True, text_wrap=True, align="center", valign="vcenter", font_size=font_size, **look)

    def fill(self, colour: str) -> Format:
        """Return a fill alone, for a conditional format over a cell's own look."""
        return self._workbook.add_format({"bg_color": colour})

    def unlock_unwritten(self) -> None:
        """Leave cells that have no look of their own open on protected sheets, to the last column of a row."""
        self._workbook.formats[0].set_locked(False)

    def form_text(self) -> Format:
        """Return the look of a form's cell in which text stays as typed."""
        return self._form_cell(num_format="@", indent=1)

    def form_count(self) -> Format:
        """Return the look of a form's cell for a number."""
        return self._form_cell(num_format="0", align="center")

    def form_date(self) -> Format:
        """Return the look of a form's cell for a date."""
        return self._form_cell(num_format=DATE_FORMAT, align="center")

    def _form_cell(self, **wishes: Any) -> Format:
        """Leave the cell open: people fill it in also where the sheet is protected."""
        look = {"border": 1, "border_color": self.palette.muted, "text_wrap": True, "valign": "vcenter"}
        return self.look(locked=False, **look | wishes)


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
        fill(workbook, SheetFormats(workbook, palette))
    return buffer.getvalue()


def prepare_page(sheet: Worksheet, *, repeat: tuple[int, int] | None = None, footer: str = "") -> None:
    """Print a sheet on A4 landscape, one page wide, with rows `repeat` (0-based) and the footer on every page."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer(f"&L&9{footer}&R&9&P из &N")
    sheet.hide_gridlines(2)
    if repeat:
        sheet.repeat_rows(*repeat)


def pct_number_format(value: Decimal, target: Decimal | None = None) -> str:
    """Return the number format of a per cent; a value under its target never shows as the target."""
    places = len(format_pct(value, target).rstrip(f"{NBSP}%").partition(",")[2])
    return f"0.{'0' * places}" if places else "0"


def target_number_format(target: Decimal) -> str:
    """Return the number format of a target, without idle decimals."""
    places = -int(target.normalize().as_tuple().exponent)
    return f"0.{'0' * places}" if places > 0 else "0"


def cell_text(text: str | None) -> str:
    """Return a text that a cell can hold whole; Excel's limit is 32 767 signs."""
    return ZERO_WIDTH.sub("", text or "")[:_MOST_CELL_CHARACTERS]

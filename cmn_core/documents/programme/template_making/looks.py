"""How each kind of paragraph looks, as data; twentieths of a point, half points and 240ths of a line as Word counts."""

from dataclasses import dataclass
from typing import Literal

FONT = "Times New Roman"
STAND_INS = "Liberation Serif,Tinos,PT Astra Serif,DejaVu Serif"
"""What an office without that font takes: the first two have its widths, the others come with Russian systems."""
MARGINS_MM = {"left": 30, "right": 15, "top": 20, "bottom": 20}
PAGE_MM = (210, 297)
_TWIPS_PER_MM = 1440 / 25.4


def twips(mm: float) -> int:
    """Return millimetres in twentieths of a point."""
    return round(mm * _TWIPS_PER_MM)


TEXT_WIDTH = twips(PAGE_MM[0]) - twips(MARGINS_MM["left"]) - twips(MARGINS_MM["right"])
_INDENT = twips(12.5)
_DASH_ENDS, _NUMBER_ENDS = twips(17.5), twips(20.5)
"""Where the words of a list begin: after a dash, after a number of two digits."""
_LINE, _ONE_AND_A_HALF = 240, 360


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style; a size is in points."""

    code: str
    name: str
    """Word translates its own names: «heading 1» is «Заголовок 1»."""
    size: int = 14
    bold: bool = False
    capitals: bool = False
    align: Literal["both", "center", "left", "right"] = "left"
    line: int = _LINE
    before: int = 0
    after: int = 0
    left: int = 0
    first: int = 0
    """Of the first line; below zero it hangs."""
    tabs: tuple[tuple[str, int], ...] = ()
    """Kind and place; the one to the right is led to by dots."""
    list_number: int | None = None
    outline: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    page_before: bool = False


_TABLE = 12
LOOKS = (
    Look("BodyText", "Body Text", align="both", line=_ONE_AND_A_HALF, first=_INDENT),
    Look("ListBullet", "List Bullet", align="both", line=_ONE_AND_A_HALF, first=_INDENT, list_number=1,
         tabs=(("left", _DASH_ENDS),)),
    Look("ListNumber", "List Number", align="both", line=_ONE_AND_A_HALF, first=_INDENT, list_number=2,
         tabs=(("left", _NUMBER_ENDS),)),
    Look("Heading1", "heading 1", bold=True, align="center", before=360, after=180, outline=0, keep_next=True,
         keep_lines=True),
    Look("Heading2", "heading 2", bold=True, before=240, after=120, first=_INDENT, outline=1, keep_next=True,
         keep_lines=True),
    Look("Title", "Title", size=18, bold=True, capitals=True, align="center", after=240),
    Look("Subtitle", "Subtitle", align="center", after=120),
    Look("Approval", "Согласование", size=12, after=60),
    Look("Authors", "Составители", align="right", before=200),
    Look("TOCHeading", "TOC Heading", bold=True, align="center", after=240, keep_next=True, page_before=True),
    Look("TOC1", "toc 1", after=100, tabs=(("right", TEXT_WIDTH),)),
    Look("TOC2", "toc 2", after=60, left=twips(7.5), tabs=(("right", TEXT_WIDTH),)),
    Look("Caption", "caption", bold=True, align="center", before=240, after=120, keep_next=True, keep_lines=True),
    Look("TableHeading", "Заголовок таблицы", size=_TABLE, bold=True, align="center", before=40, after=40,
         keep_next=True),
    Look("TableText", "Текст таблицы", size=_TABLE, before=40, after=40),
    Look("TableBullet", "Пункт таблицы", size=_TABLE, before=40, after=40, left=twips(4), first=-twips(4),
         tabs=(("left", twips(4)),), list_number=3, keep_lines=True),
    Look("Header", "header", size=_TABLE, align="right"),
    Look("Footer", "footer", size=_TABLE, align="center"),
)  # fmt: skip

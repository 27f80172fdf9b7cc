"""How wide a text will be, so that labels are placed and wrapped before anything is drawn."""

import re
from functools import cache

from cmn_core.wording import NBSP

# Advance widths of Liberation Sans (= Arial) in hundredths of an em: the widest face that a chart meets.
_WIDTHS = {
    **dict.fromkeys(" .,:;!/'" + NBSP, 28),
    **dict.fromkeys('-()·г"', 36),
    **dict.fromkeys("кзт", 46),
    **dict.fromkeys("1сухэ", 51),
    **dict.fromkeys("вчьпяГ", 54),
    **dict.fromkeys("аеёийнор023456789?–«»", 56),
    **dict.fromkeys("бцдлК+−<>", 58),
    **dict.fromkeys("ЗТъУ", 63),
    **dict.fromkeys("жАБВЕЁЛРХЧЬД", 68),
    **dict.fromkeys("мыИЙНПСЭЯ", 72),
    **dict.fromkeys("ЦюФОЪ", 79),
    **dict.fromkeys("шфщМ", 83),
    **dict.fromkeys("Ы%ЖШЩ", 94),
    **dict.fromkeys("—Ю№", 107),
}
_OTHER = 78
_BOLD = 1.09
_HYPHEN = re.compile(r"(?<=-)")


@cache
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text in px, as wide as the widest of the chart's fonts."""
    width = sum(_WIDTHS.get(character, _OTHER) for character in text) * size / 100
    return width * _BOLD if bold else width


@cache
def wrap_text(text: str, width_px: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into lines that fit the width; nothing is cut, a word too long goes on on the next line."""
    lines: list[str] = []
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, size, bold=bold) <= width_px:
            lines[-1] = joined
        else:
            lines.extend(_break_word(word, width_px, size, bold=bold))
    return tuple(lines)


def _break_word(word: str, width_px: float, size: float, *, bold: bool) -> list[str]:
    """Break a word at its hyphens, else anywhere."""
    pieces = [""]
    parts = _HYPHEN.split(word)
    for part in parts if all(text_width(part, size, bold=bold) <= width_px for part in parts) else word:
        if pieces[-1] and text_width(pieces[-1] + part, size, bold=bold) > width_px:
            pieces.append("")
        pieces[-1] += part
    return pieces

"""Words that people type into a programme: kept as they are, without marks that no document can hold."""

import unicodedata
from textwrap import wrap
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

LONGEST_LINE, LONGEST_PROSE = 500, 20_000
_KEPT = "\n\t"
_NO_SIGNS = "\ufffe\uffff"
"""Places of Unicode that hold no sign, ever."""


def clean_line(text: str) -> str:
    """Return one line: control marks and line breaks become blanks, runs of white space one blank."""
    return " ".join(_without_controls(text).split())


def clean_prose(text: str) -> str:
    """Return paragraphs: control marks are left out, every kind of line break becomes one."""
    lines = _without_controls(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def part_lines(text: str) -> tuple[str, ...]:
    """Return a text's paragraphs as lines, empty ones left out; one too long for a line goes on in the next."""
    return tuple(
        part
        for line in clean_prose(text).split("\n")
        for part in wrap(clean_line(line), LONGEST_LINE, break_on_hyphens=False)
    )


def _without_controls(text: str) -> str:
    # Word refuses a document with them; lone surrogates cannot be stored at all.
    return "".join(" " if _is_control(sign) else sign for sign in unicodedata.normalize("NFC", text))


def _is_control(sign: str) -> bool:
    return sign not in _KEPT and (sign in _NO_SIGNS or unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp"))


Line = Annotated[str, AfterValidator(clean_line), StringConstraints(max_length=LONGEST_LINE)]
Prose = Annotated[str, AfterValidator(clean_prose), StringConstraints(max_length=LONGEST_PROSE)]

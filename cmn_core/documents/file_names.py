"""File names made of what people wrote: fit for every system, whole enough to be told apart."""

import unicodedata
from pathlib import PurePath, PureWindowsPath

_FORBIDDEN = frozenset('\\/:*?"<>|')
_LONGEST = 150
_NAMELESS = "файл"


def clean_name(name: str) -> str:
    """Return a name without folders, control marks, and what Windows does not take; too long a one keeps its ending."""
    last = PureWindowsPath(name).name
    # «Cf» holds the marks that turn the reading round: «отчётxslx.exe» would look like a workbook.
    kept = (" " if letter in _FORBIDDEN else letter for letter in last if unicodedata.category(letter)[0] != "C")
    clean = " ".join("".join(kept).split()).strip(" .")
    if len(clean) > _LONGEST:
        ending = PurePath(clean).suffix[-10:]
        clean = clean[: _LONGEST - len(ending)] + ending
    return clean or _NAMELESS

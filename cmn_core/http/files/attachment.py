"""A file as an answer: saved and never opened in place, under a name that a stranger may have written."""

import unicodedata
from pathlib import PurePath, PureWindowsPath
from urllib.parse import quote

from starlette.responses import Response

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ANY = "application/octet-stream"
"""For strangers' files: no browser guesses what to do with it."""
_FORBIDDEN = frozenset('\\/:*?"<>|')
_LONGEST = 150
_NAMELESS = "файл"


def attach(name: str, content: bytes, media_type: str) -> Response:
    """Answer with a file that is saved under a name and kept by no cache."""
    headers = {
        "Content-Disposition": describe_attachment(name),
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, media_type=media_type, headers=headers)


def describe_attachment(name: str) -> str:
    """Write the header of a file's name: in full (RFC 5987) and in ASCII for what does not read that (RFC 6266)."""
    clean = clean_name(name)
    plain = "".join(letter if letter.isascii() else "_" for letter in clean)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(clean, safe='')}"


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

"""The one list of what is open without a sign-in; all else is shut."""

import re
from dataclasses import dataclass

_READ = frozenset({"GET", "HEAD"})
_FORM = _READ | {"POST"}


@dataclass(frozen=True, slots=True)
class OpenPath:
    """An address that anyone may ask."""

    pattern: str
    """Of the whole path."""
    methods: frozenset[str]
    reason: str


OPEN_PATHS = (
    OpenPath(r"/health", _READ, "whoever watches the server"),
    OpenPath(r"/_stcore/health", _READ, "the same, of the frame; a page that lost its connection asks it"),
    OpenPath(r"/sign-in", _FORM, "the way in"),
    OpenPath(r"/sign-in/demonstration", frozenset({"POST"}), "the way into invented data, at this computer alone"),
    OpenPath(r"/invitation/[A-Za-z0-9_-]{20,100}", _FORM, "whoever chooses the first password has none yet"),
    OpenPath(r"/sign-in/(form\.css|show_password\.js)", _READ, "the looks of these pages"),
)
_COMPILED = tuple((re.compile(entry.pattern), entry.methods) for entry in OPEN_PATHS)


def is_open(method: str, path: str) -> bool:
    """Tell whether a request needs no sign-in."""
    return any(method in methods and pattern.fullmatch(path) for pattern, methods in _COMPILED)

"""The blocks of docs/deployment.md, as they stand there."""

import re
from functools import lru_cache
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "deployment.md"


@lru_cache(maxsize=1)
def _blocks() -> dict[str, str]:
    """Return each block that is a file by the path that is named above it."""
    text = DOCUMENT.read_text(encoding="utf-8")
    return dict(re.findall(r"^`(/etc/[^`]+)`:\n\n```\w+\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))


def written_file(path: str) -> str:
    """Return what the document says a file holds."""
    return _blocks()[path]


def written_settings() -> dict[str, str]:
    """Return the environment of the service."""
    lines = written_file("/etc/cmn/cmn.env").splitlines()
    return dict(line.split("=", 1) for line in lines)


def put(text: str, changes: dict[str, str]) -> str:
    """Change what differs on this computer; each must stand in the text."""
    for written, here in changes.items():
        assert written in text, written
        text = text.replace(written, here)
    return text

"""Text from files and links, shown letter by letter where Streamlit would read Markdown in it."""

import re

_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|$~&:])")
# Streamlit replaces «:name:» after the escapes are gone, so the colon gets an invisible neighbour instead.
_NAME_COLON = re.compile(r":(?=[\w/])")
# A non-breaking space keeps a number beside its unit.
_SPACES = re.compile(r"[^\S\u00a0]+")
_WORD_JOINER = "\u2060"


def plain(text: str) -> str:
    """Escape Markdown, formulas, colours and icons, and keep line breaks out."""
    shown = _NAME_COLON.sub(f":{_WORD_JOINER}", _SPACES.sub(" ", text).strip(" "))
    return _MARKS.sub(r"\\\1", shown)

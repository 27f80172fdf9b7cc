"""Words of WordprocessingML that finishing a document needs: its elements, and styles by their names."""

import re
from collections.abc import Iterator
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML can hold, however it is written."""


def drop_unwritable(text: str) -> str:
    """Leave out the signs that a document cannot hold."""
    return _UNWRITABLE.sub("", text)


def element(tag: str, *children: Any, text: str | None = None, **attributes: str) -> Any:
    """Make an element «w:…» with attributes of the same namespace."""
    made: Any = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    for child in children:
        made.append(child)
    if text is not None:
        made.text = text
        made.set(qn("xml:space"), "preserve")
    return made


def text_of(part: Any) -> str:
    """Return the words inside an element."""
    return "".join(piece.text or "" for piece in part.iter(qn("w:t")))


def style_codes(document: Document) -> dict[str, str]:
    """Return the codes of styles by name, small letters.

    An office writes codes in its own language («1» for «heading 1»), names always in English.
    """
    return {str(style.name).lower(): style.style_id for style in document.styles}


def paragraphs_of(document: Document, code: str | None) -> Iterator[Any]:
    """Return the paragraphs of a style in the order of the text, those in tables too."""
    for paragraph in document.element.body.iter(qn("w:p")):
        if code is not None and paragraph.style == code:
            yield paragraph

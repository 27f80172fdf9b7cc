"""Numbered lists: each begins with 1, though all are of one style."""

from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from cmn_core.documents.programme.document_parts import element, paragraphs_of, style_codes


def number_anew(document: Document) -> None:
    """Give every numbered list but the first a numbering of its own."""
    code = style_codes(document).get("list number")
    beginnings = [
        paragraph for paragraph in paragraphs_of(document, code) if not _has_style(paragraph.getprevious(), code)
    ]
    if len(beginnings) < 2 or code is None:
        return
    styled = document.styles.element.find(f'w:style[@w:styleId="{code}"]/w:pPr/w:numPr/w:numId', _SPACES)
    numbering = document.part.numbering_part.element
    if styled is None:
        return
    level = numbering.find(f'w:num[@w:numId="{styled.get(qn("w:val"))}"]/w:abstractNumId', _SPACES).get(qn("w:val"))
    for beginning in beginnings[1:]:
        number = _add_numbering(numbering, level)
        while _has_style(beginning, code):
            beginning.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
            beginning = beginning.getnext()


_SPACES = {"w": qn("w:p").strip("{").partition("}")[0]}


def _add_numbering(numbering: Any, level: str) -> int:
    number = max(int(each.get(qn("w:numId"))) for each in numbering.iter(qn("w:num"))) + 1
    numbering.findall(qn("w:num"))[-1].addnext(
        element(
            "num",
            element("abstractNumId", val=level),
            element("lvlOverride", element("startOverride", val="1"), ilvl="0"),
            numId=str(number),
        )
    )
    return number


def _has_style(paragraph: Any, code: str | None) -> bool:
    return paragraph is not None and paragraph.tag == qn("w:p") and paragraph.style == code

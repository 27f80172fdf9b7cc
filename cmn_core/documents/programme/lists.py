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
    if len(beginnings) < 2:
        return
    numbering = document.part.numbering_part.element
    levels = _find_levels(document, numbering, code)
    for beginning in beginnings[1:] if levels else ():
        number = _add_numbering(numbering, levels[0])
        while _has_style(beginning, code):
            beginning.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
            beginning = beginning.getnext()


def _find_levels(document: Document, numbering: Any, code: str | None) -> list[str]:
    """Return which levels the style numbers by; none where a changed template numbers by nothing."""
    used = document.styles.element.xpath(f'w:style[@w:styleId="{code}"]/w:pPr/w:numPr/w:numId/@w:val')
    return [
        str(level) for number in used for level in numbering.xpath(f'w:num[@w:numId="{number}"]/w:abstractNumId/@w:val')
    ]


def _add_numbering(numbering: Any, level: str) -> int:
    used = numbering.findall(qn("w:num"))
    number = max(int(each.get(qn("w:numId"))) for each in used) + 1
    used[-1].addnext(
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

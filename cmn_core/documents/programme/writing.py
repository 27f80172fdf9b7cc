"""Write a programme as a Word document: the template draws the blocks, then the document is finished."""

from collections.abc import Sequence
from dataclasses import fields
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from docx.document import Document

from cmn_core.documents.programme.contents import fill_contents
from cmn_core.documents.programme.document_parts import drop_unwritable, paragraphs_of, style_codes, text_of
from cmn_core.documents.programme.lists import number_anew
from cmn_core.documents.programme.tables import settle_tables
from cmn_core.documents.programme.template import choose_template, render_template
from cmn_core.documents.xlsx_sheets import DEMONSTRATION
from cmn_core.programme.blocks import (
    ApprovalBlock,
    Block,
    ContentsBlock,
    GridTable,
    Heading,
    Listing,
    Paragraph,
    RoleModelTable,
    TitleBlock,
)

_KINDS: dict[type[Block], str] = {
    ApprovalBlock: "approval",
    TitleBlock: "title",
    ContentsBlock: "contents",
    Heading: "heading",
    Paragraph: "paragraph",
    Listing: "listing",
    RoleModelTable: "role_models",
    GridTable: "grid",
}
"""What the template calls each kind of block."""
_LONGEST_PROPERTY = 255


def write_programme(blocks: Sequence[Block], *, demonstration: bool = False, template: Path | None = None) -> bytes:
    """Return the document; raise TemplateDamaged where its template cannot be used."""
    title = next((block for block in blocks if isinstance(block, TitleBlock)), None)
    context = {
        "blocks": [_show(block, place) for place, block in enumerate(blocks)],
        "place_and_year": title.place_and_year if title else "",
        "label": DEMONSTRATION if demonstration else "",
    }
    document = render_template(template or choose_template(), context)
    settle_tables(document, blocks)
    number_anew(document)
    _keep_beginnings_of_lists(document)
    if title:
        _part_from_title_page(document)
    fill_contents(document)
    _tell_properties(document, title)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _show(block: Block, place: int) -> SimpleNamespace:
    """Return a block as the template reads it: its kind, its place among the others and its fields."""
    shown: dict[str, Any] = {field.name: getattr(block, field.name) for field in fields(block)}
    if isinstance(block, Paragraph):
        shown["lines"] = [line for line in block.text.split("\n") if line.strip()]
    return SimpleNamespace(**shown, kind=_KINDS[type(block)], place=place)


def _keep_beginnings_of_lists(document: Document) -> None:
    """Keep a paragraph that ends with a colon on the page of what it leads to."""
    for paragraph in paragraphs_of(document, style_codes(document).get("body text")):
        if text_of(paragraph).rstrip().endswith(":"):
            paragraph.get_or_add_pPr().get_or_add_keepNext()


def _part_from_title_page(document: Document) -> None:
    """Begin the first section on a new page."""
    first = next(paragraphs_of(document, style_codes(document).get("heading 1")), None)
    if first is not None:
        first.get_or_add_pPr().pageBreakBefore_val = True


def _tell_properties(document: Document, title: TitleBlock | None) -> None:
    told = document.core_properties
    told.title = drop_unwritable(title.title)[:_LONGEST_PROPERTY] if title else ""
    told.author = drop_unwritable(title.organisation)[:_LONGEST_PROPERTY] if title else ""
    told.last_modified_by = told.comments = ""
    told.language = "ru-RU"

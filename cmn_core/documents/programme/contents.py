"""The table of contents: a field of Word's, with its entries stored beforehand.

Only whoever lays the document out knows its pages. LibreOffice reckons references to pages at every opening, but not
inside of a field TOC: that it takes for words that stand. Word reckons none of either before it is asked to (F9 or
«Обновить поле»); the setting that makes it do so meets everybody who opens the file with a warning of «fields that may
refer to other files». So each reads its own branch of compatible markup: Word a field TOC whose entries are links
without a number until it is renewed, LibreOffice and others plain links with references to pages. Nobody sees a wrong
number.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from cmn_core.documents.programme.document_parts import element, style_codes, text_of

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WORD_ALONE = "w15"
"""Extensions that Word has known since 2013, and LibreOffice does not say that it does."""
_NAMESPACES = {
    "mc": _COMPATIBILITY.strip("{}"),
    _WORD_ALONE: "http://schemas.microsoft.com/office/word/2012/wordml",
}
_LEVELS = re.compile(r'\\o\s+"(\d)-(\d)"')
_MOST_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Entry:
    level: int
    text: str
    bookmark: str


def fill_contents(document: Document) -> None:
    """Store an entry a heading in each field TOC of the document; a document without one is left as it is."""
    codes = style_codes(document)
    for paragraphs, command in list(_find_fields(document)):
        found = _LEVELS.search(command)
        first, last = (int(level) for level in found.groups()) if found else (1, _MOST_LEVELS)
        entries = list(_mark_headings(document, codes, first, last))
        if not entries:
            continue
        for made in _write_entries(entries, command, codes):
            paragraphs[0].addprevious(made)
        for paragraph in paragraphs:
            paragraph.getparent().remove(paragraph)


def _find_fields(document: Document) -> Iterator[tuple[list[Any], str]]:
    """Return the paragraphs of each field TOC from its beginning to its end, with its command."""
    for paragraph in document.element.body.iter(qn("w:p")):
        command = "".join(part.text or "" for part in paragraph.iter(qn("w:instrText"))).strip()
        if command.split(" ")[0].upper() == "TOC":
            yield list(_until_end(paragraph)), command.split("PAGEREF")[0].strip()


def _until_end(paragraph: Any) -> Iterator[Any]:
    depth = 0
    while paragraph is not None:
        yield paragraph
        for mark in paragraph.iter(qn("w:fldChar")):
            depth += {"begin": 1, "end": -1}.get(mark.get(qn("w:fldCharType")), 0)
        if depth <= 0:
            return
        paragraph = paragraph.getnext()


def _mark_headings(document: Document, codes: dict[str, str], first: int, last: int) -> Iterator[_Entry]:
    """Lay a bookmark over each heading of the levels and return what the contents say of it."""
    levels = {codes[f"heading {level}"]: level for level in range(first, last + 1) if f"heading {level}" in codes}
    taken = [int(mark.get(qn("w:id"))) for mark in document.element.body.iter(qn("w:bookmarkStart"))]
    number = max(taken, default=0)
    for paragraph in document.element.body.iter(qn("w:p")):
        text = " ".join(text_of(paragraph).split())
        if paragraph.style not in levels or not text:
            continue
        number += 1
        # Word's own entries are bound by names of this kind; it makes them anew with the field.
        name = f"_Toc{number:08d}"
        paragraph.insert(1 if paragraph.pPr is not None else 0, element("bookmarkStart", id=str(number), name=name))
        paragraph.append(element("bookmarkEnd", id=str(number)))
        yield _Entry(levels[paragraph.style], text, name)


def _write_entries(entries: Iterable[_Entry], command: str, codes: dict[str, str]) -> Iterator[Any]:
    opening = [_for_word(run) for run in _field_beginning(command)]
    for entry in entries:
        yield element("p", *_look(codes.get(f"toc {entry.level}")), *opening, _link(entry))
        opening = []
    yield element("p", *_look(codes.get("toc 1")), _for_word(_mark("end")))


def _link(entry: _Entry) -> Any:
    page = (
        element("r", element("tab")),
        *_field_beginning(f"PAGEREF {entry.bookmark} \\h"),
        _mark("end"),
    )
    return element(
        "hyperlink",
        element("r", element("t", text=entry.text)),
        *(_for_others(run) for run in page),
        anchor=entry.bookmark,
        history="1",
    )


def _field_beginning(command: str) -> Iterator[Any]:
    yield _mark("begin")
    yield element("r", element("instrText", text=f" {command} "))
    yield _mark("separate")


def _mark(kind: str) -> Any:
    return element("r", element("fldChar", fldCharType=kind))


def _for_word(run: Any) -> Any:
    return _alternate(run, "Choice")


def _for_others(run: Any) -> Any:
    return _alternate(run, "Fallback")


def _alternate(run: Any, place: str) -> Any:
    """Let a run's content be read by one kind of office alone."""
    alternate = etree.SubElement(run, f"{_COMPATIBILITY}AlternateContent", nsmap=_NAMESPACES)
    branches = {
        "Choice": etree.SubElement(alternate, f"{_COMPATIBILITY}Choice", Requires=_WORD_ALONE),
        "Fallback": etree.SubElement(alternate, f"{_COMPATIBILITY}Fallback"),
    }
    branches[place].append(run[0])
    return run


def _look(code: str | None) -> Iterator[Any]:
    if code is not None:
        yield element("pPr", element("pStyle", val=code))

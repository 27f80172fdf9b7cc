"""Stored values of formulas: openpyxl drops them on saving, so they are read from the original and put back."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import IO
from xml.etree import ElementTree
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.reader.excel import ExcelReader


@dataclass(frozen=True, slots=True)
class StoredValue:
    """What a cell's XML keeps: its type attribute («str», «b», «e»; None for a number) and text, None if absent."""

    kind: str | None
    text: str | None


StoredValues = dict[str, dict[str, StoredValue]]
"""Sheet title → cell → value."""

_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_CELL = re.compile(
    r'<c r="(?P<cell>[A-Z]+\d+)"(?P<attributes>[^>]*?)>'
    r"(?P<formula><f(?:[^>]*/>|[^>]*>[^<]*</f>))?(?P<value><v ?/>|<v>[^<]*</v>)?</c>"
)
_TYPE = re.compile(r' t="[^"]*"')


def read_stored_values(content: bytes, also: Mapping[str, set[str]]) -> StoredValues:
    """Read the stored value of every formula, and of the constant cells named in `also`, by sheet title."""
    reader = ExcelReader(BytesIO(content), read_only=True)
    reader.read_manifest()
    reader.read_strings()
    reader.read_workbook()
    stored: StoredValues = {}
    for sheet, relation in reader.parser.find_sheets():
        if relation.target in reader.valid_files:
            wanted = also.get(sheet.name, set())
            content_of_part = reader.archive.read(relation.target)
            if wanted or _FORMULA.search(content_of_part):
                stored[sheet.name] = dict(_read_part(BytesIO(content_of_part), wanted, reader.shared_strings))
    return stored


def restore_stored_values(content: bytes, cells_by_part: Mapping[str, Mapping[str, StoredValue]]) -> bytes:
    """Put stored values back into the sheets of a workbook saved by openpyxl."""
    if not cells_by_part:
        return content
    buffer = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename in cells_by_part:
                data = _restore_part(data.decode("utf-8"), cells_by_part[entry.filename]).encode("utf-8")
            target.writestr(entry, data)
    return buffer.getvalue()


def _read_part(part: IO[bytes], wanted: set[str], strings: list[str]) -> Iterator[tuple[str, StoredValue]]:
    rows = None
    for event, element in ElementTree.iterparse(part, events=("start", "end")):
        tag = element.tag.rpartition("}")[2]
        if event == "start":
            rows = element if tag == "sheetData" else rows
        elif tag == "c":
            cell = element.get("r", "")
            formula, value = (element.find(f"{{*}}{name}") for name in ("f", "v"))
            if formula is not None or (cell in wanted and value is not None):
                yield cell, _read_value(element.get("t"), None if value is None else value.text or "", strings)
        elif tag == "row" and rows is not None:
            rows.clear()


def _read_value(kind: str | None, text: str | None, strings: list[str]) -> StoredValue:
    if kind == "s" and text is not None:
        return StoredValue("str", str(strings[int(text)]))
    # An ISO date (t="d") is written as openpyxl reads it, a number without one needs no type.
    return StoredValue(kind if kind in ("str", "b", "e", "d") else None, text)


def _restore_part(xml: str, cells: Mapping[str, StoredValue]) -> str:
    def restore(found: re.Match[str]) -> str:
        stored = cells.get(found["cell"])
        if stored is None:
            return found[0]
        attributes = _TYPE.sub("", found["attributes"]) + (f' t="{stored.kind}"' if stored.kind else "")
        value = "" if stored.text is None else f"<v>{escape(stored.text)}</v>"
        return f'<c r="{found["cell"]}"{attributes}>{found["formula"] or ""}{value}</c>'

    return _CELL.sub(restore, xml)

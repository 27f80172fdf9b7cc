"""What an Excel package says about itself outside its sheets' cells."""

from dataclasses import dataclass

from cmn_core.intake.cells.package import Package
from cmn_core.intake.cells.refusals import corrupt_file
from cmn_core.intake.cells.relations import Relation, main_part, read_relations
from cmn_core.intake.cells.strict_xml import Element, read_elements

_USUAL_MAIN_PART = "xl/workbook.xml"
_HIDDEN_STATES = ("hidden", "veryhidden")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet with cells and the part that holds them."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class XlsxBook:
    """Sheets in their order, marks, and what must never run or be fetched."""

    sheets: tuple[SheetPart, ...]
    marks: dict[str, str]
    has_macros: bool
    has_external_links: bool


def read_book(package: Package) -> XlsxBook:
    """Read the workbook's own parts; raise corrupt_file when no sheet with cells is left."""
    main = main_part(package) or _USUAL_MAIN_PART
    links = {link.key: link for link in read_relations(package, main)}
    declared = (element for element in read_elements(package.chunks(main), main) if element.name == "sheet")
    sheets = tuple(sheet for element in declared if (sheet := _sheet_part(element, links)))
    if not sheets:
        raise corrupt_file("no_sheets")
    return XlsxBook(
        sheets=sheets,
        marks=_read_marks(package),
        has_macros=has_macros(package),
        has_external_links=any("/externallinks/" in f"/{name}" for name in package.names),
    )


def has_macros(package: Package) -> bool:
    """Tell whether code travels with the workbook: VBA, or macro sheets of Excel 4."""
    return any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in package.names)


def _sheet_part(element: Element, links: dict[str, Relation]) -> SheetPart | None:
    """Return where a sheet's cells are; None for charts, dialogs and macro sheets."""
    link = links.get(element.attributes.get("id", ""))
    if link is None or link.kind != "worksheet":
        return None
    hidden = element.attributes.get("state", "").lower() in _HIDDEN_STATES
    return SheetPart(element.attributes.get("name", ""), link.target, hidden)


def _read_marks(package: Package) -> dict[str, str]:
    """Read custom document properties: a name, then its value in an element of its type."""
    part = next((link.target for link in read_relations(package, "") if link.kind == "custom-properties"), "")
    if not package.has(part):
        return {}
    marks: dict[str, str] = {}
    name = ""
    for element in read_elements(package.chunks(part), part):
        if element.name == "property":
            name = element.attributes.get("name", "")
        elif name and element.text.strip():
            marks[name] = element.text
    return marks

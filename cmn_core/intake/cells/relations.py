"""How the parts of an Office package point at each other (Open Packaging Conventions)."""

import posixpath
from dataclasses import dataclass

from cmn_core.intake.cells.package import Package
from cmn_core.intake.cells.strict_xml import Element, read_elements

_CONTENT_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another."""

    key: str
    kind: str
    """The last word of its type: «worksheet», «styles»; the same in strict and transitional files."""
    target: str
    """The other part's name inside the package, or an address outside."""
    is_external: bool


def read_relations(package: Package, part: str) -> list[Relation]:
    """Read the links of a part; '' stands for the package itself."""
    folder, name = posixpath.split(part)
    links = posixpath.join(folder, "_rels", f"{name}.rels")
    if not package.has(links):
        return []
    elements = read_elements(package.chunks(links), links)
    return [_relation(element, folder) for element in elements if element.name == "Relationship"]


def main_part(package: Package) -> str:
    """Return the name of the part that the package is about, '' if it does not tell."""
    return next((link.target for link in read_relations(package, "") if link.kind == "officeDocument"), "")


def part_types(package: Package) -> dict[str, str]:
    """Return the declared content type of each part that has its own."""
    if not package.has(_CONTENT_TYPES):
        return {}
    elements = read_elements(package.chunks(_CONTENT_TYPES), _CONTENT_TYPES)
    return {
        element.attributes.get("PartName", "").lstrip("/"): element.attributes.get("ContentType", "").lower()
        for element in elements
        if element.name == "Override"
    }


def _relation(element: Element, folder: str) -> Relation:
    target = element.attributes.get("Target", "")
    is_external = element.attributes.get("TargetMode", "").lower() == "external"
    if not is_external:
        target = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")
    return Relation(
        key=element.attributes.get("Id", ""),
        kind=element.attributes.get("Type", "").rpartition("/")[2],
        target=target,
        is_external=is_external,
    )

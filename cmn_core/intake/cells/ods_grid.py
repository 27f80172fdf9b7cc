"""An OpenDocument spreadsheet (ods) as a grid."""

from cmn_core.intake.cells.grid import Grid
from cmn_core.intake.cells.ods_tables import read_tables
from cmn_core.intake.cells.package import Package
from cmn_core.intake.cells.refusals import corrupt_file, password_protected
from cmn_core.intake.cells.strict_xml import read_elements
from cmn_core.reference.budgets import Budgets

_CONTENT, _META, _MANIFEST = "content.xml", "meta.xml", "META-INF/manifest.xml"


def read_ods(package: Package, budgets: Budgets) -> Grid:
    """Read a workbook whose package is already open."""
    if _is_encrypted(package):
        raise password_protected()
    sheets = read_tables(package.chunks(_CONTENT), _CONTENT, budgets)
    if not sheets:
        raise corrupt_file("no_sheets")
    marks = _read_marks(package)
    package.drain()
    return Grid(
        kind="ods",
        sheets=sheets,
        marks=marks,
        has_macros=any(name.startswith("basic/") and not name.endswith("-lc.xml") for name in package.names),
        has_external_links=any(_is_external(formula) for sheet in sheets for formula in sheet.formulas.values()),
    )


def _is_encrypted(package: Package) -> bool:
    """Look for encryption data in the list of parts, or for the one part that newer LibreOffice packs all into."""
    if package.has("encrypted-package"):
        return True
    if not package.has(_MANIFEST):
        return False
    elements = read_elements(package.chunks(_MANIFEST), _MANIFEST)
    return any(element.name == "encryption-data" for element in elements)


def _read_marks(package: Package) -> dict[str, str]:
    if not package.has(_META):
        return {}
    elements = read_elements(package.chunks(_META), _META)
    return {
        element.attributes["name"]: element.text
        for element in elements
        if element.name == "user-defined" and element.attributes.get("name") and element.text.strip()
    }


def _is_external(formula: str) -> bool:
    return "'file:" in formula or "://" in formula

"""What bytes are by their content, whatever their name says."""

import re

from cmn_core.intake.cells.csv_text import decode_text, guess_delimiter
from cmn_core.intake.cells.ole_container import OLE_SIGNATURE, OleContainer
from cmn_core.intake.cells.package import Package
from cmn_core.intake.cells.relations import main_part, part_types

_ZIP_SIGNATURES = (b"PK\x03\x04", b"PK\x07\x08")
_SIGNATURES = (
    (b"PK\x05\x06", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"{\\rtf", "rtf"),
    (b"SQLite format 3\x00", "database"),
)
# Beginning-of-file records of Excel 2 to 95 sheets saved without a container.
_BARE_SHEET = re.compile(rb"\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00")
_PDF_LOOKS_WITHIN = 1024

# Streams at an OLE container's root that tell its program; the first that is there decides.
_OLE_STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("WordDocument", "word"),
    ("PowerPoint Document", "powerpoint"),
    ("VisioDocument", "visio"),
    ("__properties_version1.0", "outlook"),
)

_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_OFFICE_TYPES = (
    ("sheet.binary", "xlsb"),
    ("spreadsheetml", "xlsx"),
    ("ms-excel", "xlsx"),
    ("wordprocessingml", "word"),
    ("ms-word", "word"),
    ("presentationml", "powerpoint"),
    ("ms-powerpoint", "powerpoint"),
    ("visio", "visio"),
)
_PART_NAMES = (
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsb"),
    ("word/document.xml", "word"),
    ("ppt/presentation.xml", "powerpoint"),
    ("index/document.iwa", "numbers"),
    ("index.zip", "numbers"),
)


def recognise_bytes(content: bytes) -> str:
    """Name what bytes are: zip, xls, csv, encrypted, or a key of `refusals.toml` [not_a_spreadsheet]."""
    if not content.strip():
        return "empty"
    if content.startswith(_ZIP_SIGNATURES):
        return "zip"
    if content.startswith(OLE_SIGNATURE):
        return _recognise_ole(content)
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            return kind
    if b"%PDF-" in content[:_PDF_LOOKS_WITHIN]:
        return "pdf"
    if _BARE_SHEET.match(content):
        return "xls"
    return _recognise_text(content)


def recognise_package(package: Package) -> str:
    """Name what a zip is: xlsx, xlsb, ods, or a key of `refusals.toml` [not_a_spreadsheet]."""
    if package.has("mimetype"):
        return _recognise_open_document(package.read("mimetype").decode("ascii", "replace").strip())
    content_type = part_types(package).get(main_part(package), "")
    for sign, kind in _OFFICE_TYPES:
        if sign in content_type:
            return kind
    return next((kind for name, kind in _PART_NAMES if package.has(name)), "archive")


def _recognise_open_document(media_type: str) -> str:
    if not media_type.startswith(_OPEN_DOCUMENT):
        return "archive"
    subject = media_type.removeprefix(_OPEN_DOCUMENT)
    if subject.startswith("spreadsheet"):
        return "ods"
    return "open_text" if subject.startswith("text") else "open_other"


def _recognise_ole(content: bytes) -> str:
    names = OleContainer(content).names
    return next((kind for stream, kind in _OLE_STREAMS if stream in names), "old_office")


def _recognise_text(content: bytes) -> str:
    text = decode_text(content)
    if text is None:
        return "binary"
    if not text.strip():
        return "empty"
    start = text[:4096].lstrip().lower()
    if start.startswith("mime-version:"):
        return "web_archive"
    if start.startswith("<"):
        return _recognise_markup(start)
    return "csv" if guess_delimiter(text) else "plain_text"


def _recognise_markup(start: str) -> str:
    if "urn:schemas-microsoft-com:office:spreadsheet" in start:
        return "xml_table"
    is_page = re.search(r"<(!doctype\s+html|html|head|body|meta|style|table|div|p|br)\b", start)
    if is_page:
        return "html"
    return "xml" if start.startswith("<?xml") else "plain_text"

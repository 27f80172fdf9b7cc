"""Workbooks put together part by part, where a library would tidy up what a test needs untidy."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import xlwt

TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_SHEET_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_STRINGS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"

# Cell formats by number: 0 general, 1 a date, 2 a duration, 3 per cent, 4 a time of day.
_STYLES = """<numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/>
<xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="21"/></cellXfs>"""


def make_package(parts, *, stored=()):
    """Zip parts in their order."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data, ZIP_STORED if name in stored else ZIP_DEFLATED)
    return buffer.getvalue()


def make_xlsx(rows, *, space=TRANSITIONAL, around="{}", settings="", strings="", state="visible", parts=None):
    """Zip one sheet «Лист1» with these rows of XML; `around` holds what stands beside the rows in its sheet."""
    kinds = space.replace("/spreadsheetml/main", "/officeDocument/relationships").replace(
        "/spreadsheetml/2006/main", "/officeDocument/2006/relationships"
    )
    has_marks = "docProps/custom.xml" in (parts or {})
    sheet = f'<worksheet xmlns="{space}">{around.format(f"<sheetData>{rows}</sheetData>")}</worksheet>'
    return make_package(
        {
            "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_MAIN}"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_STRINGS}"/></Types>',
            "_rels/.rels": _links(
                ("rId1", f"{kinds}/officeDocument", "xl/workbook.xml"),
                *([("rId2", f"{kinds}/custom-properties", "docProps/custom.xml")] if has_marks else []),
            ),
            "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{kinds}">{settings}<sheets>'
            f'<sheet name="Лист1" sheetId="1" state="{state}" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _links(
                ("rId1", f"{kinds}/worksheet", "worksheets/sheet1.xml"),
                ("rId2", f"{kinds}/styles", "/xl/styles.xml"),
                ("rId3", f"{kinds}/sharedStrings", "sharedStrings.xml"),
            ),
            "xl/worksheets/sheet1.xml": sheet,
            "xl/styles.xml": f'<styleSheet xmlns="{space}">{_STYLES}</styleSheet>',
            "xl/sharedStrings.xml": f'<sst xmlns="{space}">{strings}</sst>',
            **(parts or {}),
        }
    )


def make_ods(tables, *, styles="", parts=None):
    """Zip a spreadsheet with these tables of XML."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style", "meta", "manifest")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'<manifest:manifest {spaces}><manifest:file-entry manifest:full-path="/"/></manifest:manifest>'
    own = {"mimetype": _ODS, "content.xml": content, "META-INF/manifest.xml": manifest}
    return make_package({**own, **(parts or {})}, stored=("mimetype",))


def make_xls(fill):
    """Write an old workbook; `fill` gets the book and its first sheet."""
    buffer = BytesIO()
    book = xlwt.Workbook()
    fill(book, book.add_sheet("Лист1"))
    book.save(buffer)
    return buffer.getvalue()


def rename_stream(content, name):
    """Give the workbook's stream of an OLE container another name: what Word or a password leaves there."""
    old, new = (text.encode("utf-16-le") for text in ("Workbook", name))
    at = content.index(old)
    entry = new.ljust(64, b"\0") + (len(new) + 2).to_bytes(2, "little")
    return content[:at] + entry + content[at + 66 :]


def _links(*links):
    inner = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in links)
    return f'<Relationships xmlns="{_LINKS}">{inner}</Relationships>'

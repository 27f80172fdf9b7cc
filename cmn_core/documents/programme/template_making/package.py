"""The template as a file: its parts, what they are and how they hang together."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cmn_core.documents.programme.template_making.body import (
    write_body,
    write_header,
    write_number_footer,
    write_place_footer,
)
from cmn_core.documents.programme.template_making.marks import DECLARATION, RELATIONS, ROOT
from cmn_core.documents.programme.template_making.styles import write_fonts, write_numbering, write_styles

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The date of every part: what is made twice is the same."""
_PARTS = {
    "document": ("document.main", write_body),
    "styles": ("styles", write_styles),
    "numbering": ("numbering", write_numbering),
    "fontTable": ("fontTable", write_fonts),
    "settings": ("settings", lambda: _write_settings()),
    "header1": ("header", write_header),
    "header2": ("header", write_header),
    "footer1": ("footer", write_number_footer),
    "footer2": ("footer", write_place_footer),
}
_HANGING = {
    "rIdStyles": "styles", "rIdNumbering": "numbering", "rIdFonts": "fontTable", "rIdSettings": "settings",
    "rIdLabel": "header1", "rIdFirstLabel": "header2", "rIdNumber": "footer1", "rIdPlace": "footer2",
}  # fmt: skip


def make_template() -> bytes:
    """Return the template."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
        for name, text in _write_parts().items():
            part = ZipInfo(name, _ALWAYS)
            part.compress_type = ZIP_DEFLATED
            package.writestr(part, text.encode())
    return buffer.getvalue()


def read_parts(content: bytes) -> dict[str, bytes]:
    """Return the parts of a file by name: what two templates are compared by."""
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def save_template(path: Path) -> None:
    """Write the template to its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(make_template())


def _write_parts() -> dict[str, str]:
    return {
        "[Content_Types].xml": _write_types(),
        "_rels/.rels": _write_relations({"rIdDocument": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _write_relations(
            {key: (part.rstrip("12"), f"{part}.xml") for key, part in _HANGING.items()}
        ),
        **{f"word/{name}.xml": write() for name, (_, write) in _PARTS.items()},
    }


def _write_types() -> str:
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, (kind, _) in _PARTS.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _write_relations(hanging: dict[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{key}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for key, (kind, target) in hanging.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _write_settings() -> str:
    # A line break inside a paragraph must not stretch the line before it; mode 15: no «режим совместимости».
    return (
        f"{DECLARATION}<w:settings {ROOT}>"
        '<w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/>'
        "<w:compat><w:doNotExpandShiftReturn/>"
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat>"
        '<w:themeFontLang w:val="ru-RU"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )

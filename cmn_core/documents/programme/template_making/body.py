"""The template's text: a loop over the blocks of a programme, each kind drawn in its way."""

from cmn_core.documents.programme.template_making.looks import MARGINS_MM, PAGE_MM, TEXT_WIDTH, twips
from cmn_core.documents.programme.template_making.marks import (
    DECLARATION,
    ROOT,
    cell,
    cell_step,
    each,
    field,
    paragraph,
    row,
    row_step,
    step,
    table,
)

_HALF = TEXT_WIDTH // 2
_FORM = round(TEXT_WIDTH * 0.27)
_APPROVAL_MM = 95
"""Keeps the title in the middle of its page, however short the lines above it."""

_APPROVAL = table(
    "TableNormal",
    (_HALF, TEXT_WIDTH - _HALF),
    row(
        cell(each("line", "block.agreed", paragraph("Approval", "{{ line }}"), paragraph("Approval")), _HALF)
        + cell(each("line", "block.approved", paragraph("Approval", "{{ line }}"), paragraph("Approval")), _HALF),
        height=twips(_APPROVAL_MM),
    ),
)
_TITLE = (
    paragraph("Title", "{{ block.title }}")
    + paragraph("Subtitle", "{{ block.organisation }}")
    + paragraph("Subtitle", "{{ block.school_year }}")
    + each("line", "block.authors", paragraph("Authors", "{{ line }}"))
)
_CONTENTS = paragraph("TOCHeading", "{{ block.heading }}") + field(r'TOC \o "1-2" \h \z \u', "–", look="TOC1")
_HEADING = (
    step("if block.level == 1")
    + paragraph("Heading1", "{{ block.text }}")
    + step("else")
    + paragraph("Heading2", "{{ block.text }}")
    + step("endif")
)
_LISTING = (
    step("if block.is_numbered")
    + each("item", "block.items", paragraph("ListNumber", "{{ item }}"))
    + step("else")
    + each("item", "block.items", paragraph("ListBullet", "{{ item }}"))
    + step("endif")
)
_ROLE_MODELS = paragraph("Caption", "{{ block.caption }}") + table(
    "TableGrid",
    (_FORM, TEXT_WIDTH - _FORM),
    row(
        cell(paragraph("TableHeading", "{{ block.heading[0] }}"), _FORM)
        + cell(paragraph("TableHeading", "{{ block.heading[1] }}"), TEXT_WIDTH - _FORM),
        repeated=True,
    )
    + row_step("for row in block.rows", TEXT_WIDTH)
    + row(
        cell(paragraph("TableText", "{{ row.form }}"), _FORM)
        + cell(
            each("model", "row.models", paragraph("TableBullet", "{{ model }}"), paragraph("TableText")),
            TEXT_WIDTH - _FORM,
        )
    )
    + row_step("endfor", TEXT_WIDTH),
    caption="{{ block.caption }}",
)
_GRID = paragraph("Caption", "{{ block.caption }}") + table(
    "TableGrid",
    (TEXT_WIDTH,),
    row(
        cell_step("for caption in block.heading", TEXT_WIDTH)
        + cell(paragraph("TableHeading", "{{ caption }}"), TEXT_WIDTH)
        + cell_step("endfor", TEXT_WIDTH),
        repeated=True,
    )
    + row_step("for row in block.rows", TEXT_WIDTH)
    + row(
        cell_step("for value in row", TEXT_WIDTH)
        + cell(paragraph("TableText", "{{ value }}"), TEXT_WIDTH)
        + cell_step("endfor", TEXT_WIDTH)
    )
    + row_step("endfor", TEXT_WIDTH),
    caption="{{ block.caption }}",
    place="{{ block.place }}",
)
_KINDS = {
    "approval": _APPROVAL,
    "title": _TITLE,
    "contents": _CONTENTS,
    "heading": _HEADING,
    "paragraph": each("line", "block.lines", paragraph("BodyText", "{{ line }}")),
    "listing": _LISTING,
    "role_models": _ROLE_MODELS,
    "grid": _GRID,
}


def write_body() -> str:
    """Return the part «document»."""
    cases = "".join(
        step(f'{"elif" if place else "if"} block.kind == "{kind}"') + content
        for place, (kind, content) in enumerate(_KINDS.items())
    )
    text = step("for block in blocks") + cases + step("endif") + step("endfor")
    width, height = (twips(side) for side in PAGE_MM)
    margins = " ".join(f'w:{side}="{twips(mm)}"' for side, mm in MARGINS_MM.items())
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdLabel"/>'
        '<w:headerReference w:type="first" r:id="rIdFirstLabel"/><w:footerReference w:type="default" r:id="rIdNumber"/>'
        '<w:footerReference w:type="first" r:id="rIdPlace"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar {margins} w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
    return f"{DECLARATION}<w:document {ROOT}><w:body>{text}{section}</w:body></w:document>"


def write_number_footer() -> str:
    """Return the footer of every page but the first: its number."""
    return f"{DECLARATION}<w:ftr {ROOT}>{field('PAGE', '2', look='Footer')}</w:ftr>"


def write_place_footer() -> str:
    """Return the footer of the first page: there the place and the year stand at the foot by themselves."""
    return f"{DECLARATION}<w:ftr {ROOT}>{paragraph('Subtitle', '{{ place_and_year }}')}</w:ftr>"


def write_header() -> str:
    """Return the header of a page: empty, save where the figures are invented."""
    return f"{DECLARATION}<w:hdr {ROOT}>{paragraph('Header', '{{ label }}')}</w:hdr>"

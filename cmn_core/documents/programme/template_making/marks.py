"""WordprocessingML in short: paragraphs, fields and cells as text; children in the order that the schema asks for."""

from xml.sax.saxutils import escape

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ROOT = f'xmlns:w="{NAMESPACE}" xmlns:r="{RELATIONS}"'


def paragraph(look: str, words: str = "") -> str:
    """Return a paragraph of a look with words in it."""
    return _paragraph(look, f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>' if words else "")


def step(words: str) -> str:
    """Return a paragraph that is a step of the template's language and stands in no document."""
    return f"<w:p><w:r><w:t>{{%p {escape(words)} %}}</w:t></w:r></w:p>"


def each(item: str, listing: str, content: str, otherwise: str = "") -> str:
    """Repeat paragraphs for every item; `otherwise`: what stands where there is none."""
    instead = step("else") + otherwise if otherwise else ""
    return step(f"for {item} in {listing}") + content + instead + step("endfor")


def field(command: str, shown: str, *, look: str) -> str:
    """Return a paragraph that is a field, with what is shown until it is reckoned."""
    runs = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(command)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:t>{escape(shown)}</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return _paragraph(look, runs)


def cell(content: str, width: int) -> str:
    """Return a cell; its content ends with a paragraph."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def row(cells: str, *, repeated: bool = False, height: int = 0) -> str:
    """Return a row; `repeated`: on each page that the table reaches; `height`: at least so high."""
    wishes = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    wishes = f"<w:cantSplit/>{wishes}<w:tblHeader/>" if repeated else wishes
    return f"<w:tr><w:trPr>{wishes}</w:trPr>{cells}</w:tr>" if wishes else f"<w:tr>{cells}</w:tr>"


def row_step(words: str, width: int) -> str:
    """Return a row that is a step of the template's language."""
    return row(cell(paragraph("TableText", f"{{%tr {words} %}}"), width))


def cell_step(words: str, width: int) -> str:
    """Return a cell that is one."""
    return cell(paragraph("TableText", f"{{%tc {words} %}}"), width)


def table(look: str, widths: tuple[int, ...], rows: str, *, caption: str = "", place: str = "") -> str:
    """Return a table; `caption` and `place` are read to those who cannot see it, and by who finishes the document."""
    told = f'<w:tblCaption w:val="{caption}"/>' if caption else ""
    told += f'<w:tblDescription w:val="{place}"/>' if place else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{look}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{told}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _paragraph(look: str, runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{look}"/></w:pPr>{runs}</w:p>'

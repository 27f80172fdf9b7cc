"""A page of Word that fits a sheet of A4: one face, headings, tables with a repeated header, small print."""

from collections.abc import Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from cmn_core.documents.programme.document_parts import drop_unwritable, element
from cmn_core.documents.programme.template_making.looks import FONT
from cmn_core.documents.shown_table import ShownTable, tell_value

_SIDE_MM, _TOP_MM, _BOTTOM_MM = 20, 15, 12
_TEXT_MM = 210 - 2 * _SIDE_MM
_LINE_ENDS = str.maketrans("\t\n\r", "   ")


class WordPage:
    """A document that is filled from the top."""

    def __init__(self, title: str, size: float) -> None:
        self._size, self._is_begun = size, False
        self._document: WordDocument = Document()
        self._document.core_properties.title = title
        self._document.core_properties.author = ""
        self._document.core_properties.language = "ru-RU"
        _set_face(_paragraph_style(self._document, "Normal"), size)
        _set_face(_paragraph_style(self._document, "Heading 1"), size + 4, bold=True)
        _set_face(_paragraph_style(self._document, "Heading 2"), size + 1, bold=True)
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(_SIDE_MM)
        section.top_margin, section.bottom_margin = Mm(_TOP_MM), Mm(_BOTTOM_MM)

    @property
    def document(self) -> WordDocument:
        """Return the document, to be saved."""
        return self._document

    def title(self, text: str) -> None:
        """Begin a page with its title."""
        paragraph = self._document.add_heading(_written(text), 1)
        _close(paragraph)
        # A break before the first heading would leave an empty page.
        paragraph.paragraph_format.page_break_before = self._is_begun
        self._is_begun = True

    def heading(self, text: str) -> None:
        """Write a heading inside a page."""
        _close(self._document.add_heading(_written(text), 2), before=5)

    def text(self, text: str, *, bold: bool = False) -> None:
        """Write a paragraph."""
        paragraph = self._document.add_paragraph()
        paragraph.add_run(_written(text)).bold = bold
        _close(paragraph)

    def signature(self, text: str) -> None:
        """Write who made the page, apart from what stands above."""
        _close(self._document.add_paragraph(_written(text)), before=8)

    def items(self, texts: Sequence[str]) -> None:
        """Write sentences as a list in small print."""
        for text in texts:
            paragraph = self._document.add_paragraph(style="List Bullet")
            paragraph.add_run(_written(text)).font.size = Pt(self._size - 1)
            _close(paragraph, after=0)

    def table(self, shown: ShownTable, widths: Sequence[int], *, total: bool = False) -> None:
        """Write a table; `widths`: shares of the text's width; `total`: the last row stands out."""
        table = self._document.add_table(rows=1, cols=len(shown.columns), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for cell, column in zip(table.rows[0].cells, shown.columns, strict=True):
            self._fill(cell, column.caption, bold=True, is_number=column.kind != "text")
        for number, row in enumerate(shown.rows, start=1):
            is_total = total and number == len(shown.rows)
            cells = table.add_row().cells
            for cell, value, column in zip(cells, row, shown.columns, strict=True):
                told = tell_value(value, column, shown)
                self._fill(cell, told, bold=is_total, is_number=column.kind != "text")
        _set_widths(table, widths)
        _repeat_header(table)

    def _fill(self, cell: _Cell, text: str, *, bold: bool, is_number: bool) -> None:
        paragraph = cell.paragraphs[0]
        run = paragraph.add_run(_written(text))
        run.bold, run.font.size = bold, Pt(self._size - 1)
        if is_number:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _close(paragraph, after=0)


def _paragraph_style(document: WordDocument, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _set_face(style: ParagraphStyle, size: float, *, bold: bool = False) -> None:
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.color.rgb = None
    # Word takes the face of Cyrillic from these, and a theme's face would win over the name.
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(name), None)


def _close(paragraph: Paragraph, *, before: float = 0, after: float = 2) -> None:
    looks = paragraph.paragraph_format
    looks.space_before, looks.space_after, looks.line_spacing = Pt(before), Pt(after), 1.0


def _set_widths(table: Table, widths: Sequence[int]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(_TEXT_MM * width / sum(widths))
        for cell in column.cells:
            cell.width = column.width


def _repeat_header(table: Table) -> None:
    table.rows[0]._tr.get_or_add_trPr().append(element("tblHeader"))


def _written(text: str) -> str:
    """Return one line without the signs that a document cannot hold; blanks that keep a number beside its unit stay."""
    return drop_unwritable(text).translate(_LINE_ENDS)

"""Tables after the template has filled them: widths of columns, and which rows stay whole at the end of a page."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from cmn_core.documents.programme.document_parts import element, text_of
from cmn_core.programme.blocks import Block, GridTable

_EMU_PER_TWIP = 635
_SIGN, _BOLD_SIGN, _PADDING = 145, 170, 216
"""Twentieths of a point: a sign of a table's text and of its heading in the widest font that stands in, two margins."""
_LONGEST_WORD = 12
"""Signs of a word for which a column gives way; those that are longer are few, and an office parts them."""
_WHOLE_UP_TO = 12
"""Lines of a row: a higher one would leave much of a page empty, so it is parted."""


def settle_tables(document: Document, blocks: Sequence[Block]) -> None:
    """Give the tables the widths of their blocks and keep low rows whole.

    The template writes a block's place into the description of its table.
    """
    for table in document.element.body.iter(qn("w:tbl")):
        told = table.tblPr.find(qn("w:tblDescription"))
        place = None if told is None else told.get(qn("w:val"))
        if place is not None and place.isdecimal() and int(place) < len(blocks):
            block = blocks[int(place)]
            if isinstance(block, GridTable):
                _set_widths(table, block)
            table.tblPr.remove(told)
        if table.find(f".//{qn('w:tblHeader')}") is not None:
            _keep_low_rows_whole(table)


def _set_widths(table: Any, block: GridTable) -> None:
    grid = table.tblGrid
    widths = fit_widths(block, _total_width(table))
    for column in list(grid):
        grid.remove(column)
    for width in widths:
        grid.append(element("gridCol", w=str(width)))
    for row in table.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=False):
            cell.width = width * _EMU_PER_TWIP


def _total_width(table: Any) -> int:
    """Return the table's own width; Word may have made it «auto» or a share, then that of its columns."""
    own = table.tblPr.find(qn("w:tblW"))
    if own is not None and own.get(qn("w:type")) == "dxa":
        return int(own.get(qn("w:w")))
    return sum(int(column.get(qn("w:w"), "0")) for column in table.tblGrid)


def fit_widths(block: GridTable, total: int) -> list[int]:
    """Return the columns' widths by their shares; one that would break a word takes room from those that have some."""
    shared = [total * share / sum(block.widths) for share in block.widths]
    needed = [_needed(caption, cells) for caption, *cells in zip(block.heading, *block.rows, strict=True)]
    lacking = sum(max(0.0, need - width) for need, width in zip(needed, shared, strict=True))
    spare = sum(max(0.0, width - need) for need, width in zip(needed, shared, strict=True))
    if lacking and spare >= lacking:
        shared = [
            need if width < need else width - (width - need) * lacking / spare
            for need, width in zip(needed, shared, strict=True)
        ]
    widths = [round(width) for width in shared]
    widths[-1] += total - sum(widths)
    return widths


def _needed(caption: str, cells: Sequence[str]) -> int:
    """Return the width in which no word of a heading is parted, and no usual one of a column."""
    longest = min(_LONGEST_WORD, max((len(word) for cell in cells for word in cell.split()), default=0))
    return _PADDING + max(_BOLD_SIGN * max(map(len, caption.split()), default=0), _SIGN * longest)


def _keep_low_rows_whole(table: Any) -> None:
    widths = [int(column.get(qn("w:w"))) for column in table.tblGrid]
    for row in table.tr_lst:
        lines = [_count_lines(cell, width) for cell, width in zip(row.tc_lst, widths, strict=False)]
        if max(lines, default=0) <= _WHOLE_UP_TO and row.find(f".//{qn('w:cantSplit')}") is None:
            row.get_or_add_trPr().insert(0, element("cantSplit"))


def _count_lines(cell: Any, width: int) -> int:
    return sum(1 + len(text_of(paragraph)) * _SIGN // max(_SIGN, width - _PADDING) for paragraph in cell.p_lst)

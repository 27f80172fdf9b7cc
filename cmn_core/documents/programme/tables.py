"""Tables after the template has filled them: widths of columns, and which rows stay whole at the end of a page."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from cmn_core.documents.programme.document_parts import element, text_of
from cmn_core.programme.blocks import Block, GridTable

_EMU_PER_TWIP = 635
_WHOLE_UP_TO = 450
"""Signs of the fullest cell: a row that is longer would leave half a page empty, so it is parted."""


def settle_tables(document: Document, blocks: Sequence[Block]) -> None:
    """Give the tables the widths of their blocks and keep short rows whole.

    The template writes a block's place into the description of its table.
    """
    for table in document.element.body.iter(qn("w:tbl")):
        told = table.tblPr.find(qn("w:tblDescription"))
        place = None if told is None else told.get(qn("w:val"))
        if place is not None and place.isdecimal() and int(place) < len(blocks):
            block = blocks[int(place)]
            if isinstance(block, GridTable):
                _set_widths(table, block.widths)
            table.tblPr.remove(told)
        if table.find(f".//{qn('w:tblHeader')}") is not None:
            _keep_short_rows_whole(table)


def _set_widths(table: Any, shares: Sequence[int]) -> None:
    total, grid = int(table.tblPr.find(qn("w:tblW")).get(qn("w:w"))), table.tblGrid
    widths = [total * share // sum(shares) for share in shares]
    widths[-1] += total - sum(widths)
    for column in list(grid):
        grid.remove(column)
    for width in widths:
        grid.append(element("gridCol", w=str(width)))
    for row in table.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=False):
            cell.width = width * _EMU_PER_TWIP


def _keep_short_rows_whole(table: Any) -> None:
    for row in table.tr_lst:
        fullest = max((len(text_of(cell)) for cell in row.tc_lst), default=0)
        if fullest <= _WHOLE_UP_TO and row.find(f".//{qn('w:cantSplit')}") is None:
            row.get_or_add_trPr().insert(0, element("cantSplit"))

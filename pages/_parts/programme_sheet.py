"""The finished programme as it prints: the document's own blocks as headings, paragraphs and tables of a sheet."""

from collections.abc import Sequence
from html import escape

from cmn_core.programme.blocks import (
    ApprovalBlock,
    Block,
    ContentsBlock,
    GridTable,
    Heading,
    Listing,
    Paragraph,
    RoleModelTable,
    TitleBlock,
)


def write_sheet(blocks: Sequence[Block]) -> str:
    """Write the blocks as HTML; every text is escaped."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    body = "".join(_write(block, headings) for block in blocks)
    return f'<article class="pg-sheet" aria-label="Документ целиком"><div class="pg-page">{body}</div></article>'


def _write(block: Block, headings: Sequence[Heading]) -> str:
    match block:
        case ApprovalBlock(agreed, approved):
            return f'<div class="pg-approval"><div>{_lines(agreed)}</div><div>{_lines(approved)}</div></div>'
        case TitleBlock():
            return _write_title(block)
        case ContentsBlock(heading):
            items = "".join(f'<li class="pg-level-{item.level}">{escape(item.text)}</li>' for item in headings)
            return f'<h3 class="pg-contents">{escape(heading)}</h3><ul class="pg-contents-list">{items}</ul>'
        case Heading(level, text):
            # The page's own title stands above them.
            return f"<h{level + 2}>{escape(text)}</h{level + 2}>"
        case Paragraph(text):
            return f"<p>{escape(text)}</p>"
        case Listing(items, is_numbered):
            tag = "ol" if is_numbered else "ul"
            return f"<{tag}>{''.join(f'<li>{escape(item)}</li>' for item in items)}</{tag}>"
        case RoleModelTable():
            return _write_models(block)
        case GridTable():
            return _write_grid(block)


def _lines(lines: Sequence[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


def _write_title(block: TitleBlock) -> str:
    return (
        f'<header class="pg-title"><h2>{escape(block.title)}</h2><p>{escape(block.organisation)}</p>'
        f'<p>{escape(block.school_year)}</p><div class="pg-authors">{_lines(block.authors)}</div>'
        f'<p class="pg-place">{escape(block.place_and_year)}</p></header>'
    )


def _write_models(block: RoleModelTable) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(row.form)}</th>'
        f"<td><ul>{''.join(f'<li>{escape(model)}</li>' for model in row.models)}</ul></td></tr>"
        for row in block.rows
    )
    return _write_table(block.caption, block.heading, rows, (30, 70))


def _write_grid(block: GridTable) -> str:
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in block.rows)
    return _write_table(block.caption, block.heading, rows, block.widths)


def _write_table(caption: str, heading: Sequence[str], rows: str, widths: Sequence[int]) -> str:
    whole = sum(widths)
    columns = "".join(f'<col style="width:{width * 100 / whole:.1f}%">' for width in widths)
    head = "".join(f'<th scope="col">{escape(words)}</th>' for words in heading)
    return (
        f'<div class="pg-scroll" tabindex="0"><table><caption>{escape(caption)}</caption>'
        f"<colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )

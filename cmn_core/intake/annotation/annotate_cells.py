"""Colour the faulty cells of a workbook and put a note on each."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from cmn_core.intake.annotation.annotate_colours import SEVERITY_WORDS, severity_fill
from cmn_core.intake.annotation.annotate_own import written_cells
from cmn_core.intake.annotation.annotate_styles import CellStyles
from cmn_core.intake.problems import Problem, by_severity
from cmn_core.reference import Palette, Reference
from cmn_core.reference.spelling import ZERO_WIDTH

NOTE_HEADING = "Проверка отчёта:"
"""Begins our part of a note; a note of an earlier check is known by it and replaced."""
MOST_NOTES = 5_000
"""Past this many cells a workbook opens slowly; the rest are coloured and listed."""
_WIDTH = 380
_LINE_CHARACTERS = 52
_LINE_PIXELS = 17


def mark_cells(
    workbook: Workbook, titles: dict[str | None, str], problems: Sequence[Problem], reference: Reference
) -> None:
    """Mark every problem that has a cell; `titles` tells the sheets whose names had to change."""
    fills = {
        severity: PatternFill("solid", fgColor=severity_fill(reference.palette, severity))
        for severity in SEVERITY_WORDS
    }
    for sheet in workbook.worksheets:
        _clear_earlier_marks(sheet, reference.palette)
    placed = [(titles.get(problem.sheet, problem.sheet), problem.cell, problem) for problem in by_severity(problems)]
    placed = [entry for entry in placed if entry[0] in workbook.sheetnames and entry[1]]
    cells: dict[tuple[str, str], list[Problem]] = {}
    for title, address, problem in placed:
        cell = _anchor(workbook[str(title)], str(address))
        cells.setdefault((str(title), cell.coordinate), []).append(problem)
    styles = CellStyles()
    for number, ((title, address), found) in enumerate(cells.items()):
        cell = workbook[title][address]
        severity = found[0].severity
        styles.give(cell, severity, fill=fills[severity])
        if number < MOST_NOTES:
            _add_note(cell, found, reference)


def _anchor(sheet: Worksheet, address: str) -> Cell:
    """Return the cell, or the one that shows for it in a merged area."""
    cell = sheet[address]
    if not isinstance(cell, MergedCell):
        return cell
    area = next(area for area in sheet.merged_cells.ranges if address in area)
    return sheet.cell(area.min_row, area.min_col)


def _add_note(cell: Cell, problems: Sequence[Problem], reference: Reference) -> None:
    note = "\n\n".join([NOTE_HEADING, *(_describe(problem, reference) for problem in problems)])
    earlier = cell.comment
    text = f"{earlier.text.rstrip()}\n\n{note}" if earlier else note
    text = ZERO_WIDTH.sub("", text)
    lines = sum(1 + len(line) // _LINE_CHARACTERS for line in text.split("\n"))
    author = earlier.author if earlier else NOTE_HEADING.rstrip(":")
    cell.comment = Comment(text, author, width=_WIDTH, height=(lines + 1) * _LINE_PIXELS)


def _describe(problem: Problem, reference: Reference) -> str:
    known = reference.problem_texts.get(problem.code)
    title = known.title if known else problem.code
    word = SEVERITY_WORDS[problem.severity]
    return f"{word}. {title}.\n{problem.message}\nЧто сделать: {problem.remedy}"


def _clear_earlier_marks(sheet: Worksheet, palette: Palette) -> None:
    """Take away the notes and colours of an earlier check, so that a mended cell looks mended."""
    ours = {"00" + severity_fill(palette, severity) for severity in SEVERITY_WORDS}
    for cell in written_cells(sheet):
        if cell.comment is None or NOTE_HEADING not in cell.comment.text:
            continue
        own_words = cell.comment.text.partition(NOTE_HEADING)[0].rstrip()
        cell.comment = Comment(own_words, cell.comment.author) if own_words else None
        if cell.fill.fgColor.rgb in ours:
            cell.fill = PatternFill()

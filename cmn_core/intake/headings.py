"""Find a table's heading by its captions, wherever it stands and however its cells are merged."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cmn_core.intake.caption_matching import CaptionMatcher
from cmn_core.intake.cells.grid import CellValue, Sheet
from cmn_core.intake.counts import parse_count
from cmn_core.reference import Column, Layout
from cmn_core.reference.spelling import collapse_spaces, fold_text

HEADING_SEARCH_ROWS = 200
HEADING_SEARCH_COLUMNS = 500
HEADING_MOST_ROWS = 4
_PARTED = re.compile(r"(?<=[а-яё])[-\u00ad]\s*\n\s*(?=[а-яё])")
LEAST_COLUMNS = 3
"""Fewer recognised captions than this are words in passing, not a heading."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its rows and the columns found under it, numbers from 1."""

    top: int
    bottom: int
    columns: dict[str, int]
    captions: dict[int, tuple[str, ...]]
    """Column number → its texts from top to bottom, merged ones included."""
    missing: tuple[str, ...] = ()
    """Captions of the layout that were not found."""

    @property
    def first_column(self) -> int:
        """The leftmost column with a caption, the form's own or not."""
        return min(self.captions)

    def words(self, column: int) -> str:
        """Return a column's captions as one text."""
        return " ".join(self.captions.get(column, ()))


def find_heading(sheet: Sheet, layout: Layout) -> Heading | None:
    """Return the heading with the most recognised captions, the topmost and lowest of equals; None if there is none."""
    texts = _heading_texts(sheet)
    captions = CaptionMatcher(layout)
    likely = _likely_columns(texts, layout)
    best: Heading | None = None
    for top in range(1, min(len(sheet.rows), HEADING_SEARCH_ROWS) + 1):
        if not likely[top - 1]:
            continue
        for bottom in range(top, min(top + HEADING_MOST_ROWS, len(texts) + 1)):
            if bottom > top and _is_data_line(sheet, bottom):
                # What stands below is another table's heading, not this one's second row.
                break
            candidates = set().union(*likely[top - 1 : bottom])
            fewest = max(LEAST_COLUMNS, len(best.columns) + 1 if best else 0)
            # Rows of data have a likely column or two: no heading can come of them.
            columns = _recognise(texts[top - 1 : bottom], candidates, captions) if len(candidates) >= fewest else {}
            if len(columns) >= fewest:
                best = _make_heading(sheet, texts, top, bottom, columns, captions)
        if best and not best.missing:
            break
    return best


def find_candidate(sheet: Sheet, layout: Layout) -> tuple[int, int, int] | None:
    """Return the row that looks most like a heading: captions recognised in it, row, first filled column.

    A row of at least three texts is a candidate even when no caption of the layout is in it.
    """
    best: tuple[int, int, int] | None = None
    for row, cells in enumerate((row[:HEADING_SEARCH_COLUMNS] for row in sheet.rows[:HEADING_SEARCH_ROWS]), 1):
        texts = {number: value for number, value in enumerate(cells, 1) if isinstance(value, str) and value.strip()}
        if len(texts) < LEAST_COLUMNS or any(isinstance(value, int | float) for value in cells):
            continue
        recognised = len(recognise_captions(texts.values(), layout))
        if best is None or recognised > best[0]:
            best = (recognised, row, min(texts))
    return best


def _make_heading(
    sheet: Sheet, texts: list[dict[int, str]], top: int, bottom: int, columns: dict[str, int], captions: CaptionMatcher
) -> Heading:
    """Leave out title lines and another table's rows above, take in what is merged with the heading's cells below."""
    used = set(columns.values())
    while top < bottom and (_is_title_line(sheet, top, columns) or _is_data_line(sheet, top)):
        if _recognise(texts[top:bottom], used, captions) != columns:
            break
        top += 1
    for area in sheet.merged:
        if area.top <= bottom < area.bottom and any(area.left <= column <= area.right for column in used):
            bottom = max(bottom, min(area.bottom, bottom + HEADING_MOST_ROWS))
    spread = {
        number: tuple(dict.fromkeys(row[number] for row in texts[top - 1 : bottom] if row.get(number)))
        for number in sorted({number for row in texts[top - 1 : bottom] for number in row})
    }
    missing = tuple(column.short for column in captions.layout.columns if column.field not in columns)
    return Heading(top, bottom, columns, spread, missing)


def _is_title_line(sheet: Sheet, row: int, columns: dict[str, int]) -> bool:
    """Tell a title from a caption over several columns: it begins no further right than the organisations."""
    leftmost = min(columns.values())
    return all(number <= leftmost for number, value in enumerate(sheet.rows[row - 1], 1) if value not in (None, ""))


def _is_data_line(sheet: Sheet, row: int) -> bool:
    """Tell a row of another table that stands above: captions are no numbers."""
    cells = sheet.rows[row - 1][:HEADING_SEARCH_COLUMNS]
    return sum(1 for value in cells if parse_count(value).count is not None) >= LEAST_COLUMNS


def _heading_texts(sheet: Sheet) -> list[dict[int, str]]:
    """Return folded texts of the rows where a heading may stand, merged captions spread over their cells."""
    most = min(len(sheet.rows), HEADING_SEARCH_ROWS + HEADING_MOST_ROWS)
    texts = [
        {number: text for number, value in enumerate(row, 1) if isinstance(value, str) and (text := _fold(value))}
        for row in (row[:HEADING_SEARCH_COLUMNS] for row in sheet.rows[:most])
    ]
    for area in sheet.merged:
        value = sheet.value(area.top, area.left)
        if area.top > most or not isinstance(value, str) or area.right - area.left > 50 or not fold_text(value):
            continue
        for row in range(area.top, min(area.bottom, most, area.top + HEADING_MOST_ROWS) + 1):
            for number in range(area.left, area.right + 1):
                texts[row - 1].setdefault(number, _fold(value))
    return texts


def _fold(caption: str) -> str:
    """Level a caption; a word that was parted by hand at a line's end is one word again."""
    return fold_text(_PARTED.sub("", caption))


def _likely_columns(texts: list[dict[int, str]], layout: Layout) -> list[set[int]]:
    """Return for each row the columns with a word of any caption: the rest of a wide sheet need not be matched."""
    stems = {stem for column in layout.columns for group in (*column.words, column.whole) for stem in group}
    pattern = re.compile("|".join(sorted(re.escape(stem) for stem in stems)))
    return [{number for number, text in row.items() if pattern.search(text)} for row in texts]


def _recognise(rows: list[dict[int, str]], likely: Iterable[int], captions: CaptionMatcher) -> dict[str, int]:
    """Match columns with the layout's captions, from left to right."""
    found: dict[str, tuple[float, int]] = {}
    passed: list[str] = []
    for number in sorted(likely):
        texts = [row[number] for row in rows if row.get(number)]
        column = captions.match(texts, passed) if texts else None
        if column is None:
            continue
        passed.append(column.field)
        likeness = _likeness(texts[-1], column)
        if column.field not in found or likeness > found[column.field][0]:
            found[column.field] = (likeness, number)
    return {field: number for field, (_, number) in found.items()}


def recognise_captions(texts: Iterable[str], layout: Layout) -> set[str]:
    """Return the fields whose captions are among these texts."""
    captions = CaptionMatcher(layout)
    columns = (captions.column_of(fold_text(text)) for text in texts if text)
    return {column.field for column in columns if column}


def _likeness(caption: str, column: Column) -> float:
    from rapidfuzz import fuzz

    return float(fuzz.ratio(caption, fold_text(column.caption)))


def text_of(value: CellValue) -> str:
    """Return a cell's text with its spaces levelled; a whole float without «.0»."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return collapse_spaces(str(value))

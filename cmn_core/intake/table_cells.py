"""A table under its heading, asked by row and field: values, texts, merged cells, addresses."""

from datetime import date

from cmn_core.intake.cells.grid import Position, Sheet, cell_address
from cmn_core.intake.counts import CountReading, parse_count
from cmn_core.intake.headings import Heading, text_of
from cmn_core.reference import Layout
from cmn_core.reference.spelling import fold_text
from cmn_core.wording import format_count, format_date

WIDEST_MERGE_ROWS = 5_000
"""A merge over more rows than this is formatting, not a value for each of them."""


class TableCells:
    """Answers for one sheet; built once, cheap to ask."""

    def __init__(self, sheet: Sheet, heading: Heading, layout: Layout) -> None:
        self.sheet = sheet
        self.heading = heading
        self.layout = layout
        self.count_fields = layout.fields("count")
        self.text_fields = layout.fields("text")
        self.practice_fields = tuple(field for field in self.text_fields if field != "organisation")
        self.columns = heading.columns
        self._owners: dict[Position, Position] = {}
        used = set(heading.columns.values())
        self._across: set[int] = set()
        for area in sheet.merged:
            reached = [column for column in used if area.left <= column <= area.right]
            if len(reached) > len(used) // 2:
                self._across.add(area.top)
            if area.bottom <= heading.bottom or area.bottom - area.top > WIDEST_MERGE_ROWS:
                continue
            for column in reached:
                for row in range(area.top, area.bottom + 1):
                    if (row, column) != (area.top, area.left):
                        self._owners[(row, column)] = (area.top, area.left)
        last = heading.columns.get("organisation", 0)
        self._lead_columns = [last, *(column for column in range(1, last) if column not in used)] if last else []
        self._row = 0
        self._row_texts: dict[str, str] = {}
        self._row_counts: dict[str, CountReading] = {}
        self._heading_texts = {text for texts in heading.captions.values() for text in texts}

    @property
    def rows(self) -> range:
        """Row numbers under the heading."""
        return range(self.heading.bottom + 1, len(self.sheet.rows) + 1)

    def address(self, row: int, field: str) -> str:
        """Name a cell as Excel shows it."""
        return cell_address(row, self.columns[field])

    def position(self, row: int, field: str) -> Position:
        """Return a cell's row and column."""
        return (row, self.columns[field])

    def caption_row(self, column: int) -> int:
        """Return the lowest row of the heading in which a caption of this column begins."""
        rows = range(self.heading.bottom, self.heading.top - 1, -1)
        return next((row for row in rows if self.sheet.value(row, column) not in (None, "")), self.heading.bottom)

    def own_text(self, row: int, field: str) -> str:
        """Return the text that stands in this very cell."""
        return self.own_texts(row)[field]

    def own_texts(self, row: int) -> dict[str, str]:
        """Return the row's own texts by field; a table is walked downwards, so the last row is remembered."""
        if self._row != row:
            cells = self.sheet.rows[row - 1]
            width = len(cells)
            self._row_texts = {
                field: text_of(cells[column - 1]) if column <= width else "" for field, column in self.columns.items()
            }
            self._row_counts = {}
            self._row = row
        return self._row_texts

    def text(self, row: int, field: str) -> str:
        """Return the text that stands in the cell or in the merged cell over it."""
        owner = self._owners.get(self.position(row, field))
        return text_of(self.sheet.value(*owner)) if owner else self.own_text(row, field)

    def read_text(self, row: int, field: str) -> str:
        """Return the text of the cell or of the merged one over it; an Excel error is no text."""
        if not self._owners and not self.sheet.error_cells:
            return self.own_texts(row)[field]
        place = self.position(row, field)
        return "" if self._owners.get(place, place) in self.sheet.error_cells else self.text(row, field)

    def merged_from(self, row: int, field: str) -> int | None:
        """Return the row above from which a merged cell reaches here, None for a cell of its own."""
        owner = self._owners.get(self.position(row, field)) if self._owners else None
        return owner[0] if owner and owner[0] != row else None

    def count(self, row: int, field: str) -> CountReading:
        """Read the cell as a number of people, formulas' faults included."""
        if self._row != row:
            self.own_texts(row)
        if field not in self._row_counts:
            self._row_counts[field] = self._read_count(self.position(row, field))
        return self._row_counts[field]

    def _read_count(self, place: Position) -> CountReading:
        if place in self.sheet.error_cells:
            return CountReading(None, "formula_error")
        if place in self.sheet.unvalued_formulas:
            return CountReading(None, "formula_no_cached_value")
        return parse_count(self.sheet.value(*place))

    def raw(self, row: int, field: str) -> str | None:
        """Return what the cell shows, for a message."""
        value = self.sheet.value(*self.position(row, field))
        return None if value is None else text_of(value)

    def is_merged_across(self, row: int) -> bool:
        """Tell whether a merge takes more than half of the table's width."""
        return row in self._across

    def lead_texts(self, row: int) -> list[str]:
        """Return the words at and left of the organisation, where captions, totals and signatures stand; its own first.

        Columns of the form are left out, and so are numbers: in a csv «3» is text too.
        """
        cells = self.sheet.rows[row - 1]
        texts = (text_of(cells[column - 1]) for column in self._lead_columns if column <= len(cells))
        return [text for text in texts if any(sign.isalpha() for sign in text)]

    def row_texts(self, row: int) -> list[str]:
        """Return what every filled cell of the row holds, columns that the form does not know included."""
        return [text for value in self.sheet.rows[row - 1] if (text := text_of(value))]

    def is_numbered(self, row: int) -> bool:
        """Tell whether a number stands left of the organisation («№ п/п»)."""
        before = self.sheet.rows[row - 1][: self.columns["organisation"] - 1]
        return any(parse_count(value).count is not None for value in before if value is not None)

    def repeats_heading(self, row: int) -> bool:
        """Tell a heading repeated on a printed page: each text of the row stands in the heading too."""
        cells = self.sheet.rows[row - 1]
        if any(isinstance(value, int | float) for value in cells):
            return False
        texts = [fold_text(value) for value in cells if isinstance(value, str) and value.strip()]
        return bool(texts) and all(text in self._heading_texts for text in texts)

    def shown(self, row: int, field: str) -> str:
        """Return what the cell holds in a reader's spelling: 4,5; 01.10.2020; 1 234."""
        value = self.sheet.value(*self.position(row, field))
        if isinstance(value, date):
            return format_date(value)
        if isinstance(value, float) and not value.is_integer():
            return str(value).replace(".", ",")
        count = self.count(row, field).count
        return self.raw(row, field) or "" if count is None else format_count(count)

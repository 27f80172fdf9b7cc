"""What stands beside the values of an xlsx sheet, in one streaming pass over its XML, and how far its cells reach."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from cmn_core.intake.cells.grid import Area, Position
from cmn_core.intake.cells.refusals import corrupt_file
from cmn_core.intake.cells.strict_xml import feed_parser, make_parser

# Cells and rows that a search can settle are taken out before parsing, all but the last of each run: a search costs a
# tenth of the parser's calls. Only elements that tell their own address may go, and only before one that does too.
_EMPTY_ROW = re.compile(rb'<row r="[0-9]++"[^<>/]*+/>(?=<row r=")')
_EMPTY_CELL = re.compile(rb'<c r="[A-Z]++[0-9]++"(?: s="[0-9]++")?+ ?/>(?=<c r=")')
_PLAIN_START = rb'<c r="[A-Z]++[0-9]++"(?: s="[0-9]++")?+(?: t="(?:s|n|str|b)")?+><v>'
_PLAIN_CELL = re.compile(_PLAIN_START + rb"[^<]++</v></c>(?=" + _PLAIN_START + rb"[^<])")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_ROW_NUMBER = re.compile("[0-9]{1,7}")
_TRUE = ("1", "true")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384

Attributes = dict[str, str]
_Place = str | Position
"""A cell's address as written, or its position where the file leaves it to be counted."""


@dataclass(slots=True)
class SheetMarks:
    """Facts about a sheet's cells; positions count from 1."""

    last_row: int = 0
    last_column: int = 0
    filled_rows: int = 0
    cells: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    formulas: dict[Position, str] = field(default_factory=dict)
    errors: dict[Position, str] = field(default_factory=dict)
    unvalued: set[Position] = field(default_factory=set)


def read_sheet_marks(chunks: Iterable[bytes], part: str, check: Callable[[int, int], None]) -> SheetMarks:
    """Read the facts; `check` gets the rows and cells found so far now and then, and may raise."""
    sheet = _SheetPass(part)
    feed_parser(sheet.parser, _checked(_thinned(chunks, sheet.marks), sheet.marks, check), part)
    sheet.finish_row()
    return sheet.marks


def parse_reference(text: str) -> Position | None:
    """Turn «AB12» into its row and column."""
    found = _REFERENCE.fullmatch(text)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _thinned(chunks: Iterable[bytes], marks: SheetMarks) -> Iterator[bytes]:
    """Take out what needs no parsing; plain cells that go are counted here."""
    for chunk in chunks:
        if b'/><row r="' in chunk:
            chunk = _EMPTY_ROW.sub(b"", chunk)
        if b'/><c r="' in chunk:
            chunk = _EMPTY_CELL.sub(b"", chunk)
        chunk, taken = _PLAIN_CELL.subn(b"", chunk)
        marks.cells += taken
        yield chunk


def _checked(chunks: Iterable[bytes], marks: SheetMarks, check: Callable[[int, int], None]) -> Iterator[bytes]:
    for chunk in chunks:
        yield chunk
        check(marks.filled_rows, marks.cells)


class _SheetPass:
    """Handlers of one pass. Plain cells cost two calls; only formulas and errors have their texts gathered."""

    def __init__(self, part: str) -> None:
        self.marks = SheetMarks()
        self.parser = make_parser(part)
        self.parser.StartElementHandler = self._start_root
        self._part = part
        self._handlers: dict[str, Callable[[Attributes], None]] = {}
        self._row = 0
        self._row_hidden = False
        self._last_filled: _Place | None = None
        self._cell: _Place = (0, 0)
        self._type: str | None = None
        self._special = False
        self._formula: list[str] | None = None
        self._formula_key: str | None = None
        self._value: list[str] | None = None
        self._shared: dict[str, str] = {}

    def finish_row(self) -> None:
        """Count the row that ends."""
        if self._special:
            self._finish_special()
        if self._last_filled is None:
            return
        row, column = self._position(self._last_filled)
        if row > _LAST_ROW or column > _LAST_COLUMN:
            raise corrupt_file("xml", part=self._part)
        marks = self.marks
        marks.filled_rows += 1
        marks.last_row = max(marks.last_row, row)
        marks.last_column = max(marks.last_column, column)
        if self._row_hidden:
            marks.hidden_rows.add(row)
        self._last_filled = None

    def _start_root(self, name: str, attributes: Attributes) -> None:
        prefix = name[: name.rfind(":") + 1]
        handlers = {
            "row": self._on_row,
            "c": self._on_cell,
            "v": self._on_value,
            "is": self._on_value,
            "f": self._on_formula,
            "mergeCell": self._on_merge,
        }
        self._handlers = {prefix + name: handler for name, handler in handlers.items()}
        self.parser.StartElementHandler = self._start

    def _start(self, name: str, attributes: Attributes) -> None:
        handler = self._handlers.get(name)
        if handler is not None:
            handler(attributes)

    def _on_row(self, attributes: Attributes) -> None:
        self.finish_row()
        stated = _ROW_NUMBER.fullmatch(attributes.get("r", ""))
        self._row = int(stated[0]) if stated else self._row + 1
        self._cell = (self._row, 0)
        self._row_hidden = attributes.get("hidden") in _TRUE or _is_zero(attributes.get("ht"))

    def _on_cell(self, attributes: Attributes) -> None:
        if self._special:
            self._finish_special()
        self._cell = attributes.get("r") or self._next_place()
        self._type = attributes.get("t")
        if self._type == "e":
            self._special = True

    def _on_value(self, attributes: Attributes) -> None:
        if self._special:
            self._value = []
            self.parser.CharacterDataHandler = self._value.append
        else:
            self._fill()

    def _on_formula(self, attributes: Attributes) -> None:
        self._special = True
        self._formula = []
        self._formula_key = attributes.get("si") if attributes.get("t") == "shared" else None
        self.parser.CharacterDataHandler = self._formula.append

    def _on_merge(self, attributes: Attributes) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        start, end = parse_reference(first), parse_reference(last)
        if start and end and start != end:
            self.marks.merged.append(Area(start[0], start[1], end[0], end[1]))

    def _finish_special(self) -> None:
        """Tell what a cell with a formula or an error comes to."""
        place = self._position(self._cell)
        value = "".join(self._value or ()).strip()
        if self._formula is not None:
            self.marks.formulas[place] = self._formula_text("".join(self._formula).strip())
        # A formula that gives the empty text is stored as <c t="str"><f/><v></v>: it has a value.
        gives_nothing = self._type == "str" and self._value is not None
        if self._type == "e" and value:
            self.marks.errors[place] = value
        elif self._formula is not None and not value and not gives_nothing:
            self.marks.unvalued.add(place)
        if value or place in self.marks.unvalued:
            self._fill()
        self._special, self._formula, self._value = False, None, None
        self.parser.CharacterDataHandler = None

    def _formula_text(self, text: str) -> str:
        """Give each cell of a shared formula its master's text."""
        if self._formula_key is None:
            return text
        if text:
            self._shared[self._formula_key] = text
        return self._shared.get(self._formula_key, text)

    def _fill(self) -> None:
        self.marks.cells += 1
        self._last_filled = self._cell

    def _next_place(self) -> Position:
        row, column = self._position(self._cell)
        return row, column + 1

    def _position(self, place: _Place) -> Position:
        if isinstance(place, tuple):
            return place
        position = parse_reference(place)
        if position is None:
            raise corrupt_file("xml", part=self._part)
        return position


def _is_zero(height: str | None) -> bool:
    try:
        return height is not None and float(height) == 0
    except ValueError:
        return False

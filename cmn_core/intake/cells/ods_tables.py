"""The sheets of an OpenDocument spreadsheet, in one streaming pass over its content.xml."""

from collections.abc import Callable, Iterable

from cmn_core.intake.cells.bounds import Bounds
from cmn_core.intake.cells.grid import Sheet
from cmn_core.intake.cells.ods_names import odf_name
from cmn_core.intake.cells.ods_sheet import OdsRow, SheetBuilder
from cmn_core.intake.cells.ods_values import Attributes, read_cell
from cmn_core.intake.cells.refusals import too_large
from cmn_core.intake.cells.strict_xml import feed_parser, make_parser
from cmn_core.reference.budgets import Budgets

_SPREADSHEET = odf_name("office", "spreadsheet")
_TABLE, _TABLE_NAME, _TABLE_STYLE = (odf_name("table", name) for name in ("table", "name", "style-name"))
_ROW, _ROW_REPEAT, _ROW_SPAN = (
    odf_name("table", name) for name in ("table-row", "number-rows-repeated", "number-rows-spanned")
)
_CELL, _COVERED, _CELL_REPEAT, _COLUMN_SPAN = (
    odf_name("table", name)
    for name in ("table-cell", "covered-table-cell", "number-columns-repeated", "number-columns-spanned")
)
_VISIBILITY, _DISPLAY = odf_name("table", "visibility"), odf_name("table", "display")
_STYLE, _STYLE_NAME, _TABLE_PROPERTIES = (odf_name("style", name) for name in ("style", "name", "table-properties"))
_PARAGRAPH, _SPACES, _SPACES_COUNT = odf_name("text", "p"), odf_name("text", "s"), odf_name("text", "c")
_SIGNS = {odf_name("text", "tab"): "\t", odf_name("text", "line-break"): "\n"}
_HIDDEN_ROW = ("collapse", "filter")
_MOST_SPACES = 1_000


def read_tables(chunks: Iterable[bytes], part: str, budgets: Budgets) -> list[Sheet]:
    """Read all sheets; raise too_large before anything large is laid out."""
    content = _ContentPass(part, budgets)
    feed_parser(content.parser, chunks, part)
    return content.sheets


class _ContentPass:
    """Handlers of the pass. Only paragraphs right inside a cell are its text: notes and shapes stand deeper."""

    def __init__(self, part: str, budgets: Budgets) -> None:
        self.sheets: list[Sheet] = []
        self.parser = make_parser(part, namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self._budgets = budgets
        self._bounds = {hidden: Bounds(budgets) for hidden in (True, False)}
        self._path: list[str] = []
        self._style = ""
        self._hidden_styles: set[str] = set()
        self._sheet: SheetBuilder | None = None
        self._row: OdsRow | None = None
        self._cell: Attributes | None = None
        self._cell_depth = 0
        self._paragraphs: list[list[str]] = []
        self._starts: dict[str, Callable[[Attributes], None]] = {
            _STYLE: self._start_style,
            _TABLE_PROPERTIES: self._start_table_properties,
            _TABLE: self._start_table,
            _ROW: self._start_row,
            _CELL: self._start_cell,
            _COVERED: self._start_cell,
        }

    def _start(self, name: str, attributes: Attributes) -> None:
        if self._cell is not None:
            self._start_inside_cell(name, attributes)
        elif handler := self._starts.get(name):
            handler(attributes)
        self._path.append(name)

    def _end(self, name: str) -> None:
        self._path.pop()
        depth = len(self._path)
        if self._cell is not None:
            if depth == self._cell_depth:
                self._end_cell()
            elif depth == self._cell_depth + 1:
                self.parser.CharacterDataHandler = None
        elif name == _ROW and self._sheet and self._row:
            self._sheet.add_row(self._row)
            self._row = None
        elif name == _TABLE and self._sheet and self._path[-1] == _SPREADSHEET:
            self.sheets.append(self._sheet.build())
            self._sheet = None

    def _start_style(self, attributes: Attributes) -> None:
        self._style = attributes.get(_STYLE_NAME, "")

    def _start_table_properties(self, attributes: Attributes) -> None:
        if attributes.get(_DISPLAY) == "false":
            self._hidden_styles.add(self._style)

    def _start_table(self, attributes: Attributes) -> None:
        """Begin a sheet; tables elsewhere (stored links to other files) are none."""
        if self._path[-1:] != [_SPREADSHEET]:
            return
        hidden = attributes.get(_TABLE_STYLE, "") in self._hidden_styles
        self._sheet = SheetBuilder(attributes.get(_TABLE_NAME, ""), hidden, self._bounds[hidden])

    def _start_row(self, attributes: Attributes) -> None:
        if self._sheet:
            self._row = OdsRow(_count(attributes, _ROW_REPEAT), attributes.get(_VISIBILITY) in _HIDDEN_ROW)

    def _start_cell(self, attributes: Attributes) -> None:
        if self._row:
            self._cell = attributes
            self._cell_depth = len(self._path)
            self._paragraphs = []

    def _start_inside_cell(self, name: str, attributes: Attributes) -> None:
        if len(self._path) == self._cell_depth + 1:
            if name == _PARAGRAPH:
                self._paragraphs.append([])
                self.parser.CharacterDataHandler = self._paragraphs[-1].append
        elif self.parser.CharacterDataHandler is not None:
            spaces = min(_count(attributes, _SPACES_COUNT), _MOST_SPACES) if name == _SPACES else 0
            self._paragraphs[-1].append(_SIGNS.get(name, " " * spaces))

    def _end_cell(self) -> None:
        attributes, self._cell = self._cell or {}, None
        text = "\n".join("".join(parts) for parts in self._paragraphs) if self._paragraphs else None
        row = self._row
        if row and not row.add(
            read_cell(attributes, text),
            _count(attributes, _CELL_REPEAT),
            _count(attributes, _ROW_SPAN),
            _count(attributes, _COLUMN_SPAN),
        ):
            raise too_large("cells", self._budgets)


def _count(attributes: Attributes, name: str) -> int:
    """Read a repeat; anything beyond nine digits is as good as nine."""
    stated = attributes.get(name, "1")
    return max(1, int(stated[:9])) if stated.isdecimal() else 1

"""Values of an xlsx sheet: by calamine, or by openpyxl where calamine fails or would lay out a giant rectangle."""

import io
from collections.abc import Iterator
from typing import Any

from python_calamine import CalamineWorkbook

from cmn_core.intake.cells.grid import CellValue
from cmn_core.intake.cells.levelled_values import level_rows
from cmn_core.intake.cells.refusals import corrupt_file

Rows = list[list[CellValue]]


class XlsxValues:
    """Both readers over one workbook, each opened when it is first needed."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._fast: Any = None
        self._lean: Any = None

    def read_fast(self, name: str, last_row: int) -> Rows | None:
        """Read a sheet by calamine, None where it fails or finds nothing: its panics derive from BaseException."""
        try:
            if self._fast is None:
                self._fast = CalamineWorkbook.from_filelike(io.BytesIO(self._content))
            rows = self._fast.get_sheet_by_name(name).to_python(skip_empty_area=False)
            return level_rows(rows, last_row) if rows else None
        except (KeyboardInterrupt, SystemExit, MemoryError):
            raise
        except BaseException:  # noqa: BLE001 - whatever this reader dies of, the other one is tried
            return None

    def read_lean(self, name: str, last_row: int) -> Rows:
        """Read a sheet by openpyxl row by row, where gaps cost nothing; raise corrupt_file if it cannot."""
        try:
            return level_rows(self._stream_rows(name, last_row), last_row)
        except MemoryError:
            raise
        except Exception as error:  # openpyxl has no exception of its own for broken parts
            raise corrupt_file("values") from error

    def _stream_rows(self, name: str, last_row: int) -> Iterator[list[CellValue]]:
        # Imported here: openpyxl draws in numpy, half a second that most files need not wait.
        from openpyxl import load_workbook
        from openpyxl.utils.escape import unescape

        if self._lean is None:
            self._lean = load_workbook(io.BytesIO(self._content), read_only=True, data_only=True, keep_links=False)
        sheet = self._lean[name]
        sheet.reset_dimensions()
        for row in sheet.iter_rows(max_row=last_row, values_only=True):
            yield [unescape(value) if isinstance(value, str) else value for value in row]

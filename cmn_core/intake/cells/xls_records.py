"""What the records of an old Excel file (BIFF5, BIFF8) tell that xlrd keeps to itself: formulas, links, a password."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from cmn_core.intake.cells.grid import Position

_BEGIN, _END = 0x0809, 0x000A
_FORMULA, _SHARED_FORMULA = 0x0006, 0x04BC
_SHEET, _PASSWORD, _BOOK_LINK = 0x0085, 0x002F, 0x01AE
_WORKSHEET = b"\x00"
_POINTS_AT_SHARED = 0x01
_EMPTY_RESULT = b"\x03"
_NOT_A_NUMBER = b"\xff\xff"
_OWN_BOOK_LINKS = (b"\x01\x04", b"\x01\x3a")
"""Of a link record: this workbook itself, and add-in functions."""


@dataclass(frozen=True, slots=True)
class StoredFormula:
    """A formula's tokens, not yet text."""

    tokens: bytes
    is_shared: bool
    is_empty: bool
    """No number, text, error or truth is stored as its result."""


@dataclass(slots=True)
class XlsRecords:
    """Facts of the whole workbook; formulas by worksheet in the order of the file."""

    has_password: bool = False
    has_external_links: bool = False
    formulas: list[dict[Position, StoredFormula]] = field(default_factory=list)

    @property
    def never_calculated(self) -> bool:
        """Tell a workbook written by a program that leaves all results for Excel to compute.

        One empty result alone may as well be a formula that gives the empty text: the file does not tell them apart.
        """
        stored = [formula for sheet in self.formulas for formula in sheet.values()]
        return bool(stored) and all(formula.is_empty for formula in stored)


def read_records(stream: bytes) -> XlsRecords:
    """Walk the workbook's stream; raise struct.error where a record is shorter than its kind needs."""
    records = XlsRecords()
    offsets = _read_globals(stream, records)
    if not records.has_password:
        records.formulas = [_read_formulas(stream, offset) for offset in offsets]
    return records


def _walk(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of one substream, those of charts inside it left out."""
    depth = 0
    while at + 4 <= len(stream):
        code, length = struct.unpack_from("<HH", stream, at)
        data = stream[at + 4 : at + 4 + length]
        at += 4 + length
        if code == _BEGIN:
            depth += 1
        elif code == _END:
            depth -= 1
            if depth <= 0:
                return
        elif depth <= 1:
            yield code, data


def _read_globals(stream: bytes, records: XlsRecords) -> list[int]:
    """Read the workbook's own substream; return where the sheets begin."""
    offsets = []
    for code, data in _walk(stream, 0):
        if code == _PASSWORD:
            records.has_password = True
        elif code == _SHEET and data[5:6] == _WORKSHEET:
            offsets.append(struct.unpack_from("<I", data)[0])
        elif code == _BOOK_LINK and data[2:4] not in _OWN_BOOK_LINKS:
            records.has_external_links = True
    return offsets


def _read_formulas(stream: bytes, offset: int) -> dict[Position, StoredFormula]:
    """Gather a sheet's formulas; cells of a shared one get its tokens."""
    formulas: dict[Position, StoredFormula] = {}
    shared: dict[bytes, bytes] = {}
    last: Position | None = None
    for code, data in _walk(stream, offset):
        if code == _FORMULA and len(data) >= 22:
            row, column = struct.unpack_from("<HH", data)
            last = (row + 1, column + 1)
            formulas[last] = _stored(data)
        elif code == _SHARED_FORMULA and last:
            shared[_address_key(last)] = _cut_tokens(data, 8)
    return {place: _with_shared(formula, shared) for place, formula in formulas.items()}


def _stored(data: bytes) -> StoredFormula:
    is_empty = data[12:14] == _NOT_A_NUMBER and data[6:7] == _EMPTY_RESULT
    tokens = _cut_tokens(data, 20)
    return StoredFormula(tokens, is_shared=tokens[:1] == bytes([_POINTS_AT_SHARED]), is_empty=is_empty)


def _with_shared(formula: StoredFormula, shared: dict[bytes, bytes]) -> StoredFormula:
    if not formula.is_shared:
        return formula
    return StoredFormula(shared.get(formula.tokens[1:5], b""), is_shared=True, is_empty=formula.is_empty)


def _address_key(place: Position) -> bytes:
    """Write an address as a pointer to a shared formula does."""
    return struct.pack("<HH", place[0] - 1, place[1] - 1)


def _cut_tokens(data: bytes, at: int) -> bytes:
    (length,) = struct.unpack_from("<H", data, at)
    return data[at + 2 : at + 2 + length]

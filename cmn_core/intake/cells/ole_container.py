"""An OLE container (compound file): the streams at its root, read with no trust in its chains.

xlrd has a reader of its own, but it follows a chain that bites its tail for ever.
"""

import struct
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cmn_core.intake.cells.refusals import corrupt_file

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER_BYTES = 512
_ENTRY_BYTES = 128
_FIRST_SPECIAL_SECTOR = 0xFFFFFFFA
"""This number and those above mark free sectors and ends of chains."""
_NO_ENTRY = 0xFFFFFFFF
_SECTOR_SHIFTS = (9, 12)
_MINI_SHIFT = 6
_UNUSED, _STREAM, _ROOT = 0, 2, 5


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class OleContainer:
    """Streams and storages at the root, by name; raise corrupt_file where the container is cut or tangled."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        try:
            self._read_tables()
        except (struct.error, IndexError, UnicodeDecodeError) as error:
            raise corrupt_file("cut") from error

    @property
    def names(self) -> tuple[str, ...]:
        """Names of what stands at the root."""
        return tuple(self._root_entries)

    def read(self, name: str) -> bytes:
        """Return a root stream's bytes, b'' if there is none."""
        entry = self._root_entries.get(name)
        if entry is None or entry.kind != _STREAM:
            return b""
        if entry.size < self._mini_cutoff:
            sectors = (self._mini_sector(number) for number in _follow(self._mini_table, entry.start))
        else:
            sectors = (self._sector(number) for number in _follow(self._table, entry.start))
        data = b"".join(sectors)[: entry.size]
        if len(data) < entry.size:
            raise corrupt_file("cut")
        return data

    def _read_tables(self) -> None:
        content = self._content
        (self._shift,) = struct.unpack_from("<H", content, 30)
        if self._shift not in _SECTOR_SHIFTS:
            raise corrupt_file("cut")
        directory, self._mini_cutoff, mini_table = struct.unpack_from("<I4xII", content, 48)
        self._table = array("I")
        for number in self._table_sectors():
            self._table.frombytes(_whole(self._sector(number)))
        entries = list(_read_entries(b"".join(map(self._sector, _follow(self._table, directory)))))
        self._mini_table = array("I")
        for number in _follow(self._table, mini_table):
            self._mini_table.frombytes(_whole(self._sector(number)))
        self._mini_stream = b"".join(map(self._sector, _follow(self._table, entries[0].start)))
        if entries[0].kind != _ROOT:
            raise corrupt_file("cut")
        self._root_entries = {entry.name: entry for entry in _walk_tree(entries, entries[0].child)}

    def _table_sectors(self) -> Iterator[int]:
        """Yield the sectors of the allocation table: 109 in the header, then a list of its own."""
        yield from _used(struct.unpack_from("<109I", self._content, 76))
        following, count = struct.unpack_from("<II", self._content, 68)
        for _ in range(count):
            if following >= _FIRST_SPECIAL_SECTOR:
                return
            *numbers, following = array("I", _whole(self._sector(following)))
            yield from _used(numbers)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) << self._shift
        if start >= len(self._content):
            raise corrupt_file("cut")
        return self._content[start : start + (1 << self._shift)]

    def _mini_sector(self, number: int) -> bytes:
        start = number << _MINI_SHIFT
        return self._mini_stream[start : start + (1 << _MINI_SHIFT)]


def _follow(table: Sequence[int], start: int) -> Iterator[int]:
    """Yield a chain's sectors; one longer than the table runs in a circle."""
    number = start
    for _ in range(len(table) + 1):
        if number >= _FIRST_SPECIAL_SECTOR:
            return
        yield number
        if number >= len(table):
            raise corrupt_file("cut")
        number = table[number]
    raise corrupt_file("cut")


def _used(numbers: Sequence[int]) -> Iterator[int]:
    return (number for number in numbers if number < _FIRST_SPECIAL_SECTOR)


def _whole(sector: bytes) -> bytes:
    """Drop what is left of a number at the end of a cut sector."""
    return sector[: len(sector) // 4 * 4]


def _read_entries(directory: bytes) -> Iterator[_Entry]:
    for at in range(0, len(directory) - _ENTRY_BYTES + 1, _ENTRY_BYTES):
        length, kind = struct.unpack_from("<HB", directory, at + 64)
        left, right, child = struct.unpack_from("<III", directory, at + 68)
        start, size = struct.unpack_from("<II", directory, at + 116)
        name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        yield _Entry(name, kind, left, right, child, start, size)


def _walk_tree(entries: list[_Entry], top: int) -> Iterator[_Entry]:
    """Yield the entries of one storage: a tree of siblings."""
    waiting, seen = [top], set()
    while waiting:
        number = waiting.pop()
        if number == _NO_ENTRY or number in seen:
            continue
        if entries[number].kind == _UNUSED:
            raise corrupt_file("cut")
        seen.add(number)
        yield entries[number]
        waiting += [entries[number].left, entries[number].right]

"""A packed workbook (zip): its parts, inflated in chunks under a budget that counts what really comes out."""

import io
import struct
import zlib
from collections.abc import Iterator
from lzma import LZMAError
from zipfile import BadZipFile, ZipFile, ZipInfo

from cmn_core.intake.cells.refusals import corrupt_file, password_protected, too_large
from cmn_core.reference.budgets import Budgets

_CHUNK_BYTES = 256 * 1024
_ENCRYPTED_FLAG = 0x1
# In UTF-8, and in UTF-16 of either byte order: without the zero byte at its end, on which a search would dwell.
_DECLARATIONS = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le")[:-1])
_LONGEST_DECLARATION = max(map(len, _DECLARATIONS))
_BROKEN = (BadZipFile, zlib.error, LZMAError, EOFError, struct.error, RuntimeError, OverflowError, ValueError, OSError)
"""What a zip that is cut, tangled or packed in an unknown way ends in."""


class Package:
    """Parts by lower-case name; each byte that is inflated counts."""

    def __init__(self, content: bytes, budgets: Budgets) -> None:
        self._budgets = budgets
        self._left = budgets.unpacked_bytes
        try:
            self._zip = ZipFile(io.BytesIO(content))
        except _BROKEN as error:
            raise corrupt_file("cut") from error
        entries = self._zip.infolist()
        if len(entries) > budgets.zip_parts:
            raise too_large("parts", budgets)
        if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
            raise password_protected()
        self._entries = {_level(entry.filename): entry for entry in entries if not entry.filename.endswith("/")}
        self._unread = dict.fromkeys(entries)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all parts, lower case, without a leading slash."""
        return tuple(self._entries)

    def has(self, name: str) -> bool:
        """Tell whether a part is there."""
        return _level(name) in self._entries

    def chunks(self, name: str) -> Iterator[bytes]:
        """Inflate a part piece by piece; raise corrupt_file or too_large on the way."""
        entry = self._entries.get(_level(name))
        if entry is None:
            raise corrupt_file("lost_part", part=name)
        return self._inflate(entry)

    def read(self, name: str) -> bytes:
        """Inflate a small part whole."""
        return b"".join(self.chunks(name))

    def drain(self) -> None:
        """Inflate what nobody has read, so that no part is larger or more cunning than it claims."""
        for entry in list(self._unread):
            if entry.filename.lower().endswith((".xml", ".rels")):
                self._refuse_declarations(entry)
            else:
                for _ in self._inflate(entry):
                    pass

    def _refuse_declarations(self, entry: ZipInfo) -> None:
        """Refuse document types in parts that only the readers' own parsers open."""
        tail = b""
        for chunk in self._inflate(entry):
            seen = tail + chunk
            if any(sign in seen for sign in _DECLARATIONS):
                raise corrupt_file("entities", part=entry.filename)
            tail = chunk[-_LONGEST_DECLARATION:]

    def _inflate(self, entry: ZipInfo) -> Iterator[bytes]:
        self._unread.pop(entry, None)
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(_CHUNK_BYTES):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise too_large("unpacked", self._budgets)
                    yield chunk
        except _BROKEN as error:
            raise corrupt_file("package") from error


def _level(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()

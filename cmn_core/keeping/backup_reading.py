"""Read a backup, whatever the file is: nothing of it is believed unchecked, and nothing is unpacked to the disk."""

import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import IO, BinaryIO, NoReturn
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from pydantic import ValidationError

from cmn_core.keeping.manifest import FORMAT, MANIFEST, BackupError, Manifest, Part
from cmn_core.reference import shipped_reference
from cmn_core.store.schema import is_known_revision
from cmn_core.wording import join_names

_LONGEST_MANIFEST = 64_000_000
_LONGEST_LINE = 128_000_000
"""A report's file is at most 20 MB; as base64 a third more."""
_LARGE, _HIGHEST_RATIO = 100_000_000, 200
"""Rows shrink some twenty times; what shrinks much more is made to fill a disk."""
_ENCRYPTED = 0x1
_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, TypeError, ValueError, RuntimeError)


class OpenBackup:
    """A backup whose manifest was read."""

    def __init__(self, name: str, archive: ZipFile, manifest: Manifest) -> None:
        self.name = name
        self.manifest = manifest
        self._archive = archive

    def read_columns(self, part: Part) -> list[str]:
        """Return the names of a part's columns."""
        with self._archive.open(part.member) as member:
            columns = json.loads(next(_lines(member), b""))
        if not isinstance(columns, list) or not all(isinstance(column, str) for column in columns):
            raise ValueError(part.member)
        return columns

    def read_rows(self, part: Part) -> Iterator[list[object]]:
        """Yield a part's rows; raise ValueError at the end where they are not those that were written."""
        digest, size, rows = sha256(), 0, -1
        with self._archive.open(part.member) as member:
            for line in _lines(member):
                digest.update(line)
                size, rows = size + len(line), rows + 1
                if rows:
                    yield json.loads(line)
        if (digest.hexdigest(), size, rows) != (part.sha256, part.size, part.rows):
            raise ValueError(part.member)

    def check_rows(self) -> None:
        """Read every part to its end against its checksum."""
        for part in self.manifest.parts:
            for _row in self.read_rows(part):
                pass


@contextmanager
def open_backup(stream: BinaryIO, name: str) -> Iterator[OpenBackup]:
    """Open a backup and check what it says of itself; raise BackupError where it is none, damaged, or not ours."""
    with damage_in_words(name), ZipFile(stream) as archive:
        manifest = _read_manifest(archive, name)
        _check_origin(manifest, name)
        _check_members(archive, manifest, name)
        yield OpenBackup(name, archive, manifest)


def check_backup(stream: BinaryIO, name: str) -> Manifest:
    """Read a backup to its end against its checksums; raise BackupError where it cannot be restored."""
    with open_backup(stream, name) as backup:
        backup.check_rows()
        return backup.manifest


def read_manifest(stream: BinaryIO, name: str) -> Manifest:
    """Return what a backup says of itself; its rows are not read."""
    with open_backup(stream, name) as backup:
        return backup.manifest


@contextmanager
def damage_in_words(name: str) -> Iterator[None]:
    """Raise what a damaged archive brings about as BackupError."""
    try:
        yield
    except _BROKEN as error:
        raise BackupError(
            f"Файл {name} — не резервная копия этой программы, либо он повреждён или скопирован не до конца. "
            "Возьмите другую копию; проверить её можно командой cmn restore --check."
        ) from error


def _read_manifest(archive: ZipFile, name: str) -> Manifest:
    if MANIFEST not in archive.namelist() or archive.getinfo(MANIFEST).file_size > _LONGEST_MANIFEST:
        raise ValueError(MANIFEST)
    written = archive.read(MANIFEST)
    told = json.loads(written)
    is_ours = isinstance(told, dict) and told.get("kind") == "cmn-backup"
    if is_ours and isinstance(told.get("format"), int) and told["format"] > FORMAT:
        _refuse_newer(name)
    try:
        return Manifest.model_validate_json(written)
    except ValidationError as error:
        raise ValueError(MANIFEST) from error


def _check_origin(manifest: Manifest, name: str) -> None:
    region = shipped_reference().region.facts
    if manifest.region != region.oktmo:
        raise BackupError(
            f"Копия {name} — другого региона (ОКТМО {manifest.region}), а программа настроена на {region.name}."
        )
    if not is_known_revision(manifest.schema_revision):
        _refuse_newer(name, manifest.program)


def _refuse_newer(name: str, program: str = "") -> NoReturn:
    version = f" {program}" if program else ""
    raise BackupError(f"Копия {name} сделана более новой версией программы{version}. Обновите программу и повторите.")


def _check_members(archive: ZipFile, manifest: Manifest, name: str) -> None:
    """Refuse parts that the manifest does not know, lacks, or that unpack to more than they should."""
    listed = [info.filename for info in archive.infolist()]
    expected = [MANIFEST, *(part.member for part in manifest.parts)]
    if sorted(listed) != sorted(expected):
        odd = sorted(set(listed) ^ set(expected)) or sorted({member for member in listed if listed.count(member) > 1})
        raise BackupError(
            f"Копия {name} испорчена: её части не те, что в описи ({join_names(odd, 3)}). Возьмите другую."
        )
    for part in manifest.parts:
        info = archive.getinfo(part.member)
        packed_well = info.compress_type in (ZIP_STORED, ZIP_DEFLATED) and not info.flag_bits & _ENCRYPTED
        too_dense = part.size > _LARGE and part.size > _HIGHEST_RATIO * info.compress_size
        if not packed_well or too_dense or info.file_size != part.size:
            raise BackupError(f"Копия {name} испорчена: часть {part.table} не такая, как в описи. Возьмите другую.")


def _lines(member: IO[bytes]) -> Iterator[bytes]:
    while line := member.readline(_LONGEST_LINE):
        if not line.endswith(b"\n"):
            raise ValueError("a line without an end")
        yield line

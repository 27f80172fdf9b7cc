"""Make a backup: one file, from one picture of the data, while people work."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy import Table

from cmn_core.keeping.manifest import MANIFEST, PROGRAM, BackupError, Manifest, Part
from cmn_core.keeping.region_figures import compute_region_figures
from cmn_core.keeping.whole_file import why_not_written, write_whole
from cmn_core.reference import shipped_reference
from cmn_core.store.audit_check import read_head
from cmn_core.store.dumping import dump_table
from cmn_core.store.engine import Database
from cmn_core.store.one_picture import OnePicture, hold_picture
from cmn_core.store.portable import LEFT_OUT, portable_tables
from cmn_core.store.revision import read_revision
from cmn_core.store.schema import HEAD
from cmn_core.store.sessions import actor_of

# The originals are packed already, and rows shrink at the first step by as much as at the ninth.
_PACKING = 1


def write_backup(database: Database, path: Path, *, now: datetime) -> Manifest:
    """Write a backup of this moment; raise BackupError where the file cannot be written: then there is none."""
    try:
        with hold_picture(database) as picture, write_whole(path) as stream:
            actor_of(picture.session).demand("see_record")
            return _write(picture, stream, now)
    except OSError as error:
        raise BackupError(f"Резервная копия {path} не записана: {why_not_written(error)}.") from error


def _write(picture: OnePicture, stream: BinaryIO, now: datetime) -> Manifest:
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=_PACKING) as archive:
        parts = tuple(_write_part(archive, picture, table) for table in portable_tables())
        manifest = _describe(picture, parts, now)
        archive.writestr(MANIFEST, manifest.model_dump_json(indent=1))
    return manifest


def _write_part(archive: ZipFile, picture: OnePicture, table: Table) -> Part:
    """Write a line of column names and a line a row."""
    digest, size, rows = sha256(), 0, -1
    # Not known beforehand whether a part passes 2 GB.
    with archive.open(f"tables/{table.name}.jsonl", "w", force_zip64=True) as member:
        for line in _lines(picture, table):
            member.write(line)
            digest.update(line)
            size, rows = size + len(line), rows + 1
    return Part(table=table.name, rows=rows, size=size, sha256=digest.hexdigest())


def _lines(picture: OnePicture, table: Table) -> Iterator[bytes]:
    yield _line([column.name for column in table.columns])
    for row in dump_table(picture.session, table):
        yield _line(row)


def _line(values: list[object]) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _describe(picture: OnePicture, parts: tuple[Part, ...], now: datetime) -> Manifest:
    head = read_head(picture.session)
    return Manifest(
        program=PROGRAM,
        schema_revision=HEAD,
        region=shipped_reference().region.facts.oktmo,
        made_at=now.astimezone(UTC),
        engine=picture.session.get_bind().dialect.name,
        revision=read_revision(picture.session),
        record_lines=head.lines,
        record_seal=head.seal,
        parts=parts,
        left_out=tuple(LEFT_OUT),
        figures=compute_region_figures(picture),
    )

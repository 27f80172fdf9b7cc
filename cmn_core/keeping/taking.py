"""Take a backup of a sound database and note it in the record."""

from pathlib import Path

from cmn_core.keeping.backup_writing import write_backup
from cmn_core.keeping.manifest import Manifest
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.engine import Database
from cmn_core.store.soundness import check_soundness

TAKEN, FAILED = "backup_made", "backup_failed"


def take_backup(database: Database, path: Path, *, by: Author) -> Manifest:
    """Write a backup; raise BackupError or StoreError: then an older file of that name stays as it is."""
    check_soundness(database)
    manifest = write_backup(database, path, now=by.at)
    with database.write(changes_figures=False) as session:
        write_audit(session, TAKEN, by, file=path.name, size=path.stat().st_size, lines=manifest.record_lines)
    return manifest


def note_failure(database: Database, reason: str, *, by: Author) -> None:
    """Write down that a backup was not made, and why."""
    with database.write(changes_figures=False) as session:
        write_audit(session, FAILED, by, reason=reason)

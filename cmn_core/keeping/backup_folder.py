"""The folder of the backups that are made by themselves: their names, the newest one, and which of them go."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.engine import URL

from cmn_core.keeping.backup_reading import read_manifest
from cmn_core.keeping.backup_settings import BackupSettings
from cmn_core.keeping.manifest import BackupError, Manifest
from cmn_core.store.location import DEFAULT_FILE, file_of
from cmn_core.store.server_address import read_server_address

_ODD = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup that the schedule made."""

    day: date
    path: Path


@dataclass(frozen=True, slots=True)
class BackupFolder:
    """The backups of one database."""

    path: Path
    stem: str
    """Begins the names: databases may share a folder."""

    def name_of(self, day: date) -> Path:
        """Return the file of a day's backup."""
        return self.path / f"{self.stem}-{day:%Y-%m-%d}.zip"

    def list_backups(self) -> tuple[KeptBackup, ...]:
        """Return the backups, newest first, by their names alone."""
        pattern = re.compile(rf"{re.escape(self.stem)}-(\d{{4}}-\d{{2}}-\d{{2}})\.zip")
        found = []
        with suppress(OSError):
            for file in self.path.iterdir():
                named = pattern.fullmatch(file.name)
                with suppress(ValueError):
                    if named and file.is_file():
                        found.append(KeptBackup(date.fromisoformat(named[1]), file))
        return tuple(sorted(found, key=lambda backup: backup.day, reverse=True))

    def find_newest(self) -> tuple[KeptBackup, Manifest] | None:
        """Return the newest backup that can be read."""
        for backup in self.list_backups():
            manifest = _read(backup)
            if manifest is not None:
                return backup, manifest
        return None

    def rotate(self, settings: BackupSettings) -> tuple[Path, ...]:
        """Delete what need not stay, of our own files alone; return what went."""
        gone = []
        for backup in choose_surplus(self.list_backups(), settings):
            # The name alone proves nothing: what is no backup of ours stays.
            if _read(backup) is not None:
                with suppress(OSError):
                    backup.path.unlink()
                    gone.append(backup.path)
        return tuple(gone)


def choose_surplus(backups: Iterable[KeptBackup], settings: BackupSettings) -> tuple[KeptBackup, ...]:
    """Return those that are neither among the newest nor the first of one of the latest months."""
    ordered = sorted(backups, key=lambda backup: backup.day, reverse=True)
    firsts: dict[tuple[int, int], KeptBackup] = {}
    for backup in ordered:
        firsts[backup.day.year, backup.day.month] = backup
    monthly = list(firsts.values())[: settings.keep_months]
    return tuple(backup for backup in ordered[settings.keep :] if backup not in monthly)


def folder_of(address: URL, settings: BackupSettings) -> BackupFolder:
    """Return where the backups of a database go."""
    file = file_of(address)
    if file is not None:
        return BackupFolder(settings.folder or file.parent / "backups", file.stem)
    schema = "" if address.get_backend_name() == "sqlite" else read_server_address(address).schema or ""
    stem = _ODD.sub("_", "-".join(part for part in (address.database or "cmn", schema) if part))
    return BackupFolder(settings.folder or DEFAULT_FILE.parent / "backups", stem)


@contextmanager
def alone_in(folder: Path) -> Iterator[bool]:
    """Tell whether this process may work in a folder now; another one's turn ends with it, however it ends."""
    try:
        import fcntl
    except ImportError:
        # Windows cannot lock a folder: there the name of the day's file is all that tells.
        yield True
        return
    import os

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(descriptor)


def _read(backup: KeptBackup) -> Manifest | None:
    try:
        with backup.path.open("rb") as stream:
            return read_manifest(stream, backup.path.name)
    except (BackupError, OSError):
        return None

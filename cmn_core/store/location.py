"""Where the database is: its address, its folder, and disks on which SQLite must not lie."""

import os
import sys
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from cmn_core.reference.loading import DATA_FOLDER
from cmn_core.store.failures import ELSEWHERE, StoreError
from cmn_core.store.server_address import describe_server, fill_driver

DEFAULT_FILE = DATA_FOLDER / "local" / "cmn.sqlite3"
ADDRESS_VARIABLE = "CMN_DATABASE_URL"
NETWORK_FILESYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "fuse.sshfs", "ncpfs", "afs"})
_DRIVE_REMOTE = 4


def parse_address(url: str | None) -> URL:
    """Return the address asked for, else the environment's, else the default file; raise StoreError if unreadable."""
    written = url or os.environ.get(ADDRESS_VARIABLE)
    if not written:
        return URL.create("sqlite", database=str(DEFAULT_FILE))
    try:
        return fill_driver(make_url(written))
    except ArgumentError as error:
        raise StoreError(
            f"Адрес базы данных «{written}» не понят. Нужен вид sqlite:///папка/файл.sqlite3 "
            "или postgresql://имя@сервер/база."
        ) from error


def is_on_server(address: URL) -> bool:
    """Tell PostgreSQL and its like from a file or a database in memory."""
    return address.get_backend_name() != "sqlite"


def describe_place(address: URL) -> str:
    """Name a database for people: its file, or its name and server."""
    if is_on_server(address):
        return describe_server(address)
    return str(file_of(address) or address)


def file_of(address: URL) -> Path | None:
    """Return the SQLite file of an address, None for a database in memory or on a server."""
    name = address.database
    if is_on_server(address) or not name or name == ":memory:" or "mode=memory" in str(address):
        return None
    return Path(name.removeprefix("file:"))


def make_place(file: Path) -> None:
    """Refuse a network drive and create the file's folder."""
    kind = network_kind(file)
    if kind:
        raise StoreError(
            f"База данных {file} лежит на сетевом диске ({kind}), где SQLite портится. "
            f"Выберите папку на этом компьютере: {ELSEWHERE}."
        )
    if file.is_dir():
        raise StoreError(f"{file} — папка, а нужен файл базы данных: {ELSEWHERE}.")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"Папка {file.parent} для базы данных не создаётся ({error.strerror}). "
            f"Создайте её, разрешите в неё писать или {ELSEWHERE}."
        ) from error


def network_kind(file: Path) -> str | None:
    """Return the kind of network disk that a file lies on, None for a disk of this computer."""
    if sys.platform == "win32":
        return _windows_network_kind(file)
    mounts = Path("/proc/mounts")
    return find_network_mount(file.resolve(), mounts.read_text(encoding="utf-8")) if mounts.exists() else None


def find_network_mount(file: Path, mounts: str) -> str | None:
    """Return the filesystem of the innermost mount that holds a file, if it is a network one."""
    holding = ""
    kind = None
    for line in mounts.splitlines():
        _, folder, filesystem, *_ = line.split(" ")
        folder = folder.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        # Of two mounts on one folder the later hides the earlier.
        if file.is_relative_to(folder) and len(folder) >= len(holding):
            holding, kind = folder, filesystem
    return kind if kind in NETWORK_FILESYSTEMS else None


def _windows_network_kind(file: Path) -> str | None:
    if sys.platform != "win32":
        return None
    import ctypes

    drive = file.resolve().drive
    if drive.startswith("\\\\"):
        return drive
    return drive if ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _DRIVE_REMOTE else None

"""A file that appears whole or not at all, and leaves nothing beside it, however its making ends."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_OWNER_ALONE = 0o600
"""A backup holds everything: only who made it may read it."""
_ENDING = ".part"


@contextmanager
def write_whole(path: Path) -> Iterator[BinaryIO]:
    """Open a file to be written, which gets its name once all of it is on the disk; raises OSError.

    Where the system allows it the file has no name until then, so that even `kill -9` leaves nothing.
    """
    nameless = _open_nameless(path.parent)
    if nameless is None:
        with _write_beside(path) as stream:
            yield stream
        return
    with os.fdopen(nameless, "w+b") as stream:
        yield stream
        _settle(stream)
        _give_name(stream.fileno(), path)
    _settle_folder(path.parent)


def _open_nameless(folder: Path) -> int | None:
    if not hasattr(os, "O_TMPFILE") or not Path("/proc/self/fd").is_dir():
        return None
    # Some disks know no nameless files: network and FAT ones among them.
    with suppress(OSError):
        return os.open(folder, os.O_TMPFILE | os.O_RDWR, _OWNER_ALONE)
    return None


def _give_name(descriptor: int, path: Path) -> None:
    # https://man7.org/linux/man-pages/man2/open.2.html, O_TMPFILE: how a nameless file is given a name.
    source = f"/proc/self/fd/{descriptor}"

    def link(name: Path) -> None:
        # Python follows the link only where a folder is named too, which an absolute path makes idle.
        os.link(source, name, src_dir_fd=descriptor, follow_symlinks=True)

    try:
        link(path)
    except FileExistsError:
        beside = _beside(path)
        beside.unlink(missing_ok=True)
        link(beside)
        beside.replace(path)


@contextmanager
def _write_beside(path: Path) -> Iterator[BinaryIO]:
    beside = _beside(path)
    _sweep(path)
    try:
        descriptor = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), _OWNER_ALONE)
        with os.fdopen(descriptor, "w+b") as stream:
            yield stream
            _settle(stream)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    _settle_folder(path.parent)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}{_ENDING}")


def _sweep(path: Path) -> None:
    """Remove what a killed process left of this very file."""
    for left in path.parent.glob(f".{path.name}.*{_ENDING}"):
        with suppress(OSError):
            left.unlink()


def _settle(stream: BinaryIO) -> None:
    stream.flush()
    os.fsync(stream.fileno())


def _settle_folder(folder: Path) -> None:
    """Make the name outlive a power cut; a folder cannot be opened everywhere."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def why_not_written(error: OSError) -> str:
    """Tell in words why a file was not written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC):
        return "на диске нет места"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "нет права писать в эту папку"
    return str(error.strerror or error)

"""Files of the command line: read whole, written whole or not at all, each failure named with its file."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cmn_core.errors import UsageError

_WHOLE_UP_TO = 6
"""Signs of a name that Word leaves whole in the mark that it lays beside an open file."""


def read_input(path: Path) -> bytes:
    """Return a file's bytes; raise UsageError saying why it cannot be read."""
    with _reading_in_words(path):
        return path.read_bytes()


def open_input(path: Path) -> BinaryIO:
    """Open a file that is too large to be read whole; raise UsageError saying why it cannot be."""
    with _reading_in_words(path):
        return path.open("rb")


@contextmanager
def _reading_in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise UsageError(f"Файла «{path}» нет. Проверьте имя и папку.") from error
    except IsADirectoryError as error:
        raise UsageError(f"«{path}» — папка, а нужен файл.") from error
    except PermissionError as error:
        if path.is_dir():
            raise UsageError(f"«{path}» — папка, а нужен файл.") from error
        raise UsageError(f"Файл «{path}» не читается: нет доступа или он открыт в другой программе.") from error
    except (OSError, ValueError) as error:
        raise UsageError(f"Файл «{path}» не читается: {_reason(error)}.") from error


def check_output(path: Path, source: Path | None = None) -> None:
    """Refuse an output that cannot be written, before the work is done; `source` must not be overwritten."""
    if path.is_dir():
        raise UsageError(f"«{path}» — папка, а нужно имя файла.")
    if not path.parent.is_dir():
        raise UsageError(f"Папки «{path.parent}» нет. Создайте её или укажите другую.")
    if source is not None and path.exists() and path.samefile(source):
        raise UsageError(f"«{path}» — сам исходный файл. Укажите для результата другое имя.")
    if path.exists() and not os.access(path, os.W_OK):
        raise UsageError(f"Файл «{path}» закрыт для записи. Снимите запрет или укажите другое имя.")
    if any((path.parent / lock).exists() for lock in _office_locks(path)):
        raise UsageError(_is_open(path))


def write_output(path: Path, content: bytes) -> None:
    """Write a file through a temporary one, so that it is never half written; raise UsageError naming it."""
    check_output(path)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except PermissionError as error:
        raise UsageError(_is_open(path)) from error
    except OSError as error:
        raise UsageError(f"Файл «{path}» не записан: {_reason(error)}.") from error
    finally:
        part.unlink(missing_ok=True)


def _office_locks(path: Path) -> tuple[str, ...]:
    """Name the files that Excel, LibreOffice and Word lay beside a file while it is open."""
    # Word writes its mark over the beginning of a longer name.
    covered = max(0, min(2, len(path.stem) - _WHOLE_UP_TO))
    return f"~${path.name}", f".~lock.{path.name}#", f"~${path.name[covered:]}"


def _is_open(path: Path) -> str:
    return (
        f"Файл «{path}» открыт в другой программе или закрыт для записи. "
        "Закройте его (например, в Excel или Word) или укажите другое имя."
    )


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return "на диске нет места"
    if isinstance(error, OSError) and error.errno in (errno.ENAMETOOLONG, errno.EINVAL):
        return "имя файла не подходит"
    return str(error.strerror if isinstance(error, OSError) else error)

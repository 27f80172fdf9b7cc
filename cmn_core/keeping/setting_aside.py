"""Set a database's file aside, so that another may take its place; nothing of it is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from cmn_core.errors import UsageError
from cmn_core.keeping.manifest import BackupError
from cmn_core.store.location import file_of, parse_address

_WITH_IT = ("", "-wal", "-shm")
"""What SQLite lays beside a file belongs to it: left behind, it would spoil the new one."""


@contextmanager
def set_aside(address: str, *, now: datetime) -> Iterator[Path | None]:
    """Rename a SQLite file for the time of restoring, and for good where that succeeds; yield its new name."""
    file = file_of(parse_address(address))
    if file is None:
        raise UsageError("--aside откладывает файл базы на этом компьютере; на сервере укажите пустую схему.")
    if not file.exists():
        yield None
        return
    aside = file.with_name(f"{file.name}.{now:%Y%m%d-%H%M%S}.old")
    _rename(file, aside)
    try:
        yield aside
    except BaseException:
        _rename(aside, file)
        raise


def _rename(old: Path, new: Path) -> None:
    try:
        for ending in _WITH_IT:
            beside = old.with_name(old.name + ending)
            if beside.exists():
                beside.rename(new.with_name(new.name + ending))
    except OSError as error:
        raise BackupError(
            f"Файл базы {old} не переименован ({error.strerror}). Остановите приложение и повторите."
        ) from error

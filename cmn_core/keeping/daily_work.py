"""What the program does by itself once a day: erase files whose term has ended, make a backup, let old ones go."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from cmn_core.errors import CmnError
from cmn_core.keeping.backup_folder import BackupFolder, alone_in, folder_of
from cmn_core.keeping.backup_reading import check_backup
from cmn_core.keeping.backup_settings import BackupSettings
from cmn_core.keeping.manifest import BackupError
from cmn_core.keeping.taking import note_failure, take_backup
from cmn_core.keeping.whole_file import why_not_written
from cmn_core.logs.failures import log_failure
from cmn_core.store.audit import Author
from cmn_core.store.audit_check import check_audit
from cmn_core.store.audit_reading import read_record_head
from cmn_core.store.engine import Database, open_database
from cmn_core.store.location import parse_address
from cmn_core.store.moments import region_moment
from cmn_core.store.originals import erase_old_originals

AUTHOR = "по расписанию"
_LOOK_S = 60.0
_AGAIN_AFTER = timedelta(hours=1)
_LOGGER = logging.getLogger("cmn.keeping")


@dataclass(slots=True)
class DailyWork:
    """One process's share of the work; of several the first that comes does it."""

    address: str
    settings: BackupSettings
    clock: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    _erased_on: date | None = None
    _tried_at: datetime | None = None

    def look(self) -> None:
        """Do what is due; whatever goes wrong is written down and tried again later."""
        now = region_moment(self.clock())
        if self._tried_at is not None and timedelta() <= now - self._tried_at < _AGAIN_AFTER:
            return
        day = due_day(now, self.settings)
        if self._erased_on == day and not self._needs_backup(day):
            return
        try:
            self._work(day, Author(AUTHOR, now))
            self._tried_at = None
        except CmnError as error:
            self._tried_at = now
            _LOGGER.error("Daily work failed", extra={"failure": type(error).__name__})
        except Exception as error:  # noqa: BLE001 - a night's failure must not end the nights that follow
            self._tried_at = now
            log_failure(error)

    def _needs_backup(self, day: date) -> bool:
        return self.settings.at is not None and not self._folder.name_of(day).exists()

    @property
    def _folder(self) -> BackupFolder:
        return folder_of(parse_address(self.address), self.settings)

    def _work(self, day: date, by: Author) -> None:
        database = open_database(self.address)
        try:
            erase_old_originals(database, author=by.name, now=by.at)
            self._erased_on = day
            # A database that nobody has used has nothing to keep.
            if self._needs_backup(day) and read_record_head(database).lines:
                self._back_up(database, day, by)
        finally:
            database.close()

    def _back_up(self, database: Database, day: date, by: Author) -> None:
        try:
            make_daily_backup(database, self._folder, day, self.settings, by=by)
        except Exception as error:
            note_failure(database, _why(error), by=by)
            raise


def make_daily_backup(
    database: Database, folder: BackupFolder, day: date, settings: BackupSettings, *, by: Author
) -> bool:
    """Make a day's backup, read it back, and let old ones go; return False where another process is at it."""
    try:
        folder.path.mkdir(parents=True, exist_ok=True)
        with alone_in(folder.path) as is_alone:
            if not is_alone or folder.name_of(day).exists():
                return False
            before = folder.find_newest()
            take_backup(database, folder.name_of(day), by=by)
            with folder.name_of(day).open("rb") as stream:
                check_backup(stream, folder.name_of(day).name)
            # Copies of a database that lost its past must not push the good ones out.
            found = check_audit(database, before[1].record if before else None)
            if found.fault is not None:
                raise BackupError(f"Копия записана, но прежние оставлены: журнал нарушен. {found.fault.what}")
            folder.rotate(settings)
    except OSError as error:
        raise BackupError(f"Папка копий {folder.path}: {why_not_written(error)}.") from error
    return True


def due_day(now: datetime, settings: BackupSettings) -> date:
    """Return the day whose backup should be there by now."""
    at = settings.at
    return now.date() if at is None or now.time() >= at else now.date() - timedelta(days=1)


@contextmanager
def working_daily(address: str, settings: BackupSettings) -> Iterator[None]:
    """Look every minute whether something is due, on a thread of its own, for as long as the block lasts."""
    ended = threading.Event()
    work = DailyWork(address, settings)

    def look_until_ended() -> None:
        while not ended.wait(_LOOK_S):
            work.look()

    thread = threading.Thread(target=look_until_ended, name="cmn daily work", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()


def _why(error: Exception) -> str:
    return error.message if isinstance(error, CmnError) else type(error).__name__

"""Has the database lost what its newest backup still has: a file put in the place of another, a lost WAL."""

from collections.abc import Iterator

from cmn_core.keeping.backup_folder import folder_of
from cmn_core.keeping.backup_settings import BackupSettings
from cmn_core.store.audit_check import find_loss
from cmn_core.store.engine import Database
from cmn_core.store.location import parse_address
from cmn_core.store.moments import region_moment
from cmn_core.wording import format_moment


def warn_of_loss(database: Database, address: str, settings: BackupSettings) -> Iterator[str]:
    """Yield a warning where the record does not hold the last line that the newest backup remembers."""
    newest = folder_of(parse_address(address), settings).find_newest()
    if newest is None:
        return
    backup, manifest = newest
    fault = find_loss(database, manifest.record)
    if fault is not None:
        yield (
            f"Внимание: копия {backup.path} от {format_moment(region_moment(manifest.made_at))} помнит больше, "
            f'чем база. {fault.what} Проверьте: cmn audit verify --against "{backup.path}".'
        )

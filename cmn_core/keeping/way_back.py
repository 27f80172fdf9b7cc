"""What helps when the database's file is damaged: the newest backup and the command that restores it."""

from cmn_core.errors import CmnError
from cmn_core.keeping.backup_folder import folder_of
from cmn_core.keeping.backup_settings import read_backup_settings
from cmn_core.store.failures import DatabaseDamaged
from cmn_core.store.location import parse_address
from cmn_core.store.moments import region_moment
from cmn_core.wording import format_moment


def tell_in_full(error: CmnError) -> str:
    """Return a failure's sentence, where the database is damaged with what helps."""
    return f"{error.message} {describe_way_back(error.place)}" if isinstance(error, DatabaseDamaged) else error.message


def describe_way_back(file: str) -> str:
    """Name the newest readable backup of a SQLite file, and the command that restores it."""
    address = f"sqlite:///{file}"
    try:
        newest = folder_of(parse_address(address), read_backup_settings()).find_newest()
    except CmnError:
        newest = None
    copy, told = "КОПИЯ", "Копий в папке резервных копий нет: возьмите ту, что унесли на другой диск."
    if newest is not None:
        copy, made = str(newest[0].path), format_moment(region_moment(newest[1].made_at))
        told = f"Последняя копия: {copy}, от {made}."
    return (
        f'{told} Остановите приложение и выполните: cmn restore "{copy}" --aside --database "{address}". '
        "Повреждённый файл останется рядом под другим именем."
    )

"""`cmn demo`, `cmn serve`, `cmn migrate`: the dashboard and the database under it."""

import os
import sys
from time import perf_counter
from typing import Annotated

import typer

from cmn_core.commands.console import say, warn
from cmn_core.commands.databases import settle_address, use_database
from cmn_core.commands.options import DatabaseOption

NoServeFlag = Annotated[bool, typer.Option("--no-serve", help="Только подготовить базу, не открывая страницу.")]
HostOption = Annotated[
    str, typer.Option("--host", metavar="ADDRESS", help="Адрес, на котором отвечать; другим компьютерам — 0.0.0.0.")
]
PortOption = Annotated[str | None, typer.Option("--port", metavar="N", help="Порт; иначе первый свободный от 8501.")]

BackupFolderOption = Annotated[
    str | None,
    typer.Option("--backup-folder", metavar="DIR", help="Папка копий; иначе CMN_BACKUP_FOLDER или backups у базы."),
]
BackupAtOption = Annotated[
    str | None,
    typer.Option(
        "--backup-at", metavar="ЧЧ:ММ", help="Когда записывать копию; иначе CMN_BACKUP_AT или 02:00; never: нет."
    ),
]


def demo(no_serve: NoServeFlag = False, port: PortOption = None, database: DatabaseOption = None) -> None:
    """Открыть приложение на демонстрационных данных; база создаётся при первом вызове."""
    from cmn_core.demo.demonstration import DEMONSTRATION_FILE, prepare_demonstration

    number = read_port(port)
    default = f"sqlite:///{DEMONSTRATION_FILE}"
    address = settle_address(database, default)
    started = perf_counter()
    with use_database(address) as opened:
        place = opened.url
        prepared = prepare_demonstration(opened, address, announce=_announce)
    took = f" за {perf_counter() - started:.0f} с" if prepared.made else ""
    say(f"Демонстрационные данные готовы{took}: {place}")
    say("Черновики отчётов с ошибками для страницы «Загрузка отчёта»:")
    for draft in (prepared.monthly_faulty, prepared.faulty):
        say(f"  {draft}")
    if not no_serve:
        _open_dashboard(address, number, note="демонстрационные данные", open_browser=True)


def serve(
    host: HostOption = "127.0.0.1",
    port: PortOption = None,
    backup_folder: BackupFolderOption = None,
    backup_at: BackupAtOption = None,
    database: DatabaseOption = None,
) -> None:
    """Открыть приложение на своих данных; раз в сутки записывать резервную копию."""
    from cmn_core.http.binding import FIRST_ADMINISTRATOR
    from cmn_core.keeping.backup_settings import settle_backups
    from cmn_core.keeping.daily_work import working_daily
    from cmn_core.keeping.since_copy import warn_of_loss
    from cmn_core.store.sign_ins import has_people
    from cmn_core.store.soundness import check_soundness

    number = read_port(port)
    address = settle_address(database)
    settings = settle_backups(folder=backup_folder, at=backup_at)
    with use_database(address) as opened:
        check_soundness(opened)
        for warning in warn_of_loss(opened, address, settings):
            warn(warning)
        is_closed = not has_people(opened)
    if is_closed:
        say(f"Войти пока некому. Создайте первого администратора: {FIRST_ADMINISTRATOR}")
    with working_daily(address, settings):
        _open_dashboard(address, number, host=host)


def migrate(database: DatabaseOption = None) -> None:
    """Создать базу или привести её к этой версии программы."""
    with use_database(database) as opened:
        say(f"База данных готова: {opened.url}")


def read_port(text: str | None) -> int | None:
    """Read a port; raise UsageError where it is none."""
    from cmn_core.errors import UsageError

    if text is None:
        return None
    if text.isascii() and text.isdigit() and 0 < int(text) < 65536:
        return int(text)
    raise UsageError(f"Порт «{text}» не подходит: нужно число от 1 до 65535.")


def _announce() -> None:
    say("Готовлю демонстрационные данные, это займёт несколько секунд…")
    sys.stdout.flush()


def _open_dashboard(
    address: str, port: int | None, note: str = "", *, host: str = "127.0.0.1", open_browser: bool = False
) -> None:
    from cmn_core.http.serving import serve as serve_dashboard
    from cmn_core.store.location import ADDRESS_VARIABLE

    # The application of this process opens the database that the command was told.
    os.environ[ADDRESS_VARIABLE] = address
    serve_dashboard(host=host, port=port, open_browser=open_browser, say=say, note=note)

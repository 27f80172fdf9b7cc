"""`cmn backup`: everything that the database holds, as one file, while people work."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from cmn_core.commands.console import say
from cmn_core.commands.databases import demand_database, use_database
from cmn_core.commands.files import check_output, open_input
from cmn_core.commands.options import DatabaseOption
from cmn_core.errors import UsageError

AUTHOR = "cmn backup"
BackupArgument = Annotated[Path, typer.Argument(metavar="OUT", help="Файл копии, например cmn-2026-11-25.zip.")]


def backup(out: BackupArgument, database: DatabaseOption = None) -> None:
    """Записать резервную копию: вся база одним файлом; работать при этом можно."""
    from cmn_core.keeping.manifest import describe_contents
    from cmn_core.keeping.taking import take_backup
    from cmn_core.store.audit import Author
    from cmn_core.wording import format_size

    check_output(out)
    _refuse_other_file(out)
    demand_database(database, "копировать нечего")
    with use_database(database) as opened:
        manifest = take_backup(opened, out, by=Author(AUTHOR, datetime.now(UTC)))
    say(f"Резервная копия записана: {out}, {format_size(out.stat().st_size)}")
    for line in describe_contents(manifest):
        say(line)


def _refuse_other_file(out: Path) -> None:
    """Keep a mistyped name from costing a database or a report."""
    from cmn_core.keeping.backup_reading import read_manifest
    from cmn_core.keeping.manifest import BackupError

    if not out.is_file() or out.stat().st_size == 0:
        return
    try:
        with open_input(out) as stream:
            read_manifest(stream, out.name)
    except BackupError as error:
        raise UsageError(f"Файл «{out}» уже есть, и это не резервная копия. Укажите другое имя.") from error

"""`cmn restore`: an empty database becomes what a backup holds, or stays empty; `--check` only reads the backup."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from cmn_core.commands.console import say, warn
from cmn_core.commands.databases import settle_address
from cmn_core.commands.files import open_input
from cmn_core.commands.options import DatabaseOption

AUTHOR = "cmn restore"
BackupFile = Annotated[Path, typer.Argument(metavar="FILE", help="Файл резервной копии.")]
CheckFlag = Annotated[bool, typer.Option("--check", help="Только проверить копию, ничего не восстанавливая.")]
DifferFlag = Annotated[
    bool,
    typer.Option("--figures-may-differ", help="Восстановить, даже если новая программа считает показатели иначе."),
]


def restore(
    file: BackupFile, check: CheckFlag = False, figures_may_differ: DifferFlag = False, database: DatabaseOption = None
) -> None:
    """Восстановить базу из резервной копии; база должна быть пустой."""
    from cmn_core.keeping.backup_reading import check_backup, open_backup
    from cmn_core.keeping.manifest import describe_contents
    from cmn_core.keeping.restoring import restore_backup
    from cmn_core.store.audit import Author
    from cmn_core.store.location import describe_place, parse_address

    if check:
        with open_input(file) as stream:
            manifest = check_backup(stream, file.name)
        say(f"Копия {file} цела.")
    else:
        address = settle_address(database)
        with open_input(file) as stream, open_backup(stream, file.name) as opened:
            by = Author(AUTHOR, datetime.now(UTC))
            restored = restore_backup(opened, address, by=by, figures_may_differ=figures_may_differ)
        manifest = restored.manifest
        say(f"Восстановлено в {describe_place(parse_address(address))}. Журнал цел, показатели области сверены.")
        for difference in restored.differences:
            warn(f"Считается иначе: {difference}")
    for line in describe_contents(manifest):
        say(line)

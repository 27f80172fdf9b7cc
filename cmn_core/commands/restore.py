"""`cmn restore`: an empty database becomes what a backup holds, or stays empty; `--check` only reads the backup."""

from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cmn_core.commands.console import say, warn
from cmn_core.commands.databases import settle_address
from cmn_core.commands.files import open_input
from cmn_core.commands.options import DatabaseOption

if TYPE_CHECKING:
    from cmn_core.keeping.manifest import Manifest

AUTHOR = "cmn restore"
BackupFile = Annotated[Path, typer.Argument(metavar="FILE", help="Файл резервной копии.")]
CheckFlag = Annotated[bool, typer.Option("--check", help="Только проверить копию, ничего не восстанавливая.")]
DifferFlag = Annotated[
    bool,
    typer.Option("--figures-may-differ", help="Восстановить, даже если новая программа считает показатели иначе."),
]


AsideFlag = Annotated[
    bool, typer.Option("--aside", help="Прежний файл базы сначала переименовать: он останется рядом.")
]


def restore(
    file: BackupFile,
    check: CheckFlag = False,
    aside: AsideFlag = False,
    figures_may_differ: DifferFlag = False,
    database: DatabaseOption = None,
) -> None:
    """Восстановить базу из резервной копии; база должна быть пустой."""
    from cmn_core.keeping.backup_reading import check_backup
    from cmn_core.keeping.manifest import describe_contents

    if check:
        with open_input(file) as stream:
            manifest = check_backup(stream, file.name)
        say(f"Копия {file} цела.")
    else:
        manifest = _restore(file, settle_address(database), aside=aside, figures_may_differ=figures_may_differ)
    for line in describe_contents(manifest):
        say(line)


def _restore(file: Path, address: str, *, aside: bool, figures_may_differ: bool) -> "Manifest":
    from cmn_core.keeping.backup_reading import open_backup
    from cmn_core.keeping.restoring import restore_backup
    from cmn_core.keeping.setting_aside import set_aside
    from cmn_core.store.audit import Author
    from cmn_core.store.location import describe_place, parse_address
    from cmn_core.store.moments import region_moment

    now = datetime.now(UTC)
    with ExitStack() as stack:
        backup = stack.enter_context(open_backup(stack.enter_context(open_input(file)), file.name))
        former = stack.enter_context(set_aside(address, now=region_moment(now))) if aside else None
        by = Author(AUTHOR, now)
        restored = restore_backup(backup, address, by=by, figures_may_differ=figures_may_differ)
    say(f"Восстановлено в {describe_place(parse_address(address))}. Журнал цел, показатели области сверены.")
    if former is not None:
        say(f"Прежний файл базы теперь называется {former}")
    for difference in restored.differences:
        warn(f"Считается иначе: {difference}")
    return restored.manifest

"""`cmn audit`: is the record of who did what whole."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cmn_core.commands.console import FAULTY, say
from cmn_core.commands.databases import demand_database, use_database
from cmn_core.commands.files import open_input
from cmn_core.commands.help_pages import RussianCommand, RussianGroup
from cmn_core.commands.options import DatabaseOption, JsonFlag, inherit_database

if TYPE_CHECKING:
    from cmn_core.keeping.manifest import Manifest

audit = typer.Typer(cls=RussianGroup, add_completion=False, rich_markup_mode=None)
AgainstOption = Annotated[
    Path | None, typer.Option("--against", metavar="BACKUP", help="Сверить и с тем, что помнит резервная копия.")
]


@audit.callback()
def common(context: typer.Context, database: DatabaseOption = None) -> None:
    """Журнал: кто, что и когда сделал."""
    context.obj = inherit_database(context, database)


@audit.command("verify", cls=RussianCommand)
def verify(against: AgainstOption = None, as_json: JsonFlag = False, database: DatabaseOption = None) -> None:
    """Проверить, что из журнала ничего не удалено, не изменено и не вставлено."""
    from cmn_core.store.audit_check import LINES, check_audit
    from cmn_core.wording import count_of

    demand_database(database, "проверять нечего")
    copy = None if against is None else _read_copy(against)
    with use_database(database) as opened:
        found = check_audit(opened, copy.record if copy else None)
    if as_json:
        told = {
            "intact": found.is_intact,
            **asdict(found),
            "against": {"lines": copy.record_lines, "made_at": copy.made_at.isoformat()} if copy else None,
        }
        say(json.dumps(told, ensure_ascii=False, indent=2))
    elif found.fault is None:
        beside = " и согласуется с копией" if copy else ""
        say(f"Журнал цел{beside}: {count_of(found.head.lines, *LINES)}. Печать последней: {found.head.seal}")
    else:
        say(f"Журнал нарушен. {found.fault.what}")
    if not found.is_intact:
        raise typer.Exit(FAULTY)


def _read_copy(path: Path) -> "Manifest":
    from cmn_core.keeping.backup_reading import read_manifest

    with open_input(path) as stream:
        return read_manifest(stream, path.name)

"""The command line: the same core without a screen."""

import sys
from collections.abc import Callable

import typer

from cmn_core.commands.audit import audit
from cmn_core.commands.backup import backup
from cmn_core.commands.check import check
from cmn_core.commands.console import run
from cmn_core.commands.dashboard import demo, migrate, serve
from cmn_core.commands.help_pages import RussianCommand, RussianGroup
from cmn_core.commands.import_report import import_report
from cmn_core.commands.indicators import indicators
from cmn_core.commands.options import DatabaseOption
from cmn_core.commands.practices import practices
from cmn_core.commands.programme import programme
from cmn_core.commands.ratios import ratios
from cmn_core.commands.report import report
from cmn_core.commands.restore import restore
from cmn_core.commands.template import template
from cmn_core.commands.user import user

app = typer.Typer(cls=RussianGroup, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


@app.callback()
def common(context: typer.Context, database: DatabaseOption = None) -> None:
    """Показатели внедрения Целевой модели наставничества: проверить, сохранить и посчитать отчёты."""
    context.obj = database


_COMMANDS: dict[str, Callable[..., None]] = {
    "demo": demo,
    "serve": serve,
    "check": check,
    "import": import_report,
    "template": template,
    "indicators": indicators,
    "ratios": ratios,
    "practices": practices,
    "report": report,
    "programme": programme,
    "backup": backup,
    "restore": restore,
    "migrate": migrate,
}
for _name, _command in _COMMANDS.items():
    app.command(_name, cls=RussianCommand)(_command)
app.add_typer(user, name="user")
app.add_typer(audit, name="audit")


def main() -> None:
    """Run the command of this process's arguments and end with its exit code."""
    sys.exit(run(app, sys.argv[1:]))

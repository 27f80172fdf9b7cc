"""Help of the command line in Russian: typer's own headings are English."""

from typing import Any

from typer.core import TyperCommand, TyperGroup

_HELP_OPTION = ("--help", "Показать эту справку.")


class RussianCommand(TyperCommand):
    """A command whose help is Russian."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, purpose, arguments and options."""
        pieces = [_usage(parameter) for parameter in self.params]
        formatter.write(f"Вызов: {ctx.command_path} {' '.join(pieces)}\n")
        _write_purpose(self, formatter)
        _write_parameters(self, formatter)


class RussianGroup(TyperGroup):
    """The command line itself, with its commands."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, purpose, options and the list of commands."""
        formatter.write(f"Вызов: {ctx.command_path} КОМАНДА …\n")
        _write_purpose(self, formatter)
        _write_parameters(self, formatter)
        commands = [(name, command.get_short_help_str(200)) for name, command in self.commands.items()]
        with formatter.section("Команды"):
            formatter.write_dl(commands)


def _write_purpose(command: Any, formatter: Any) -> None:
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(command.help or "")


def _write_parameters(command: Any, formatter: Any) -> None:
    by_type: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
    for parameter in command.params:
        by_type[parameter.param_type_name].append((_term(parameter), parameter.help or ""))
    for title, parameters in (("Аргументы", by_type["argument"]), ("Параметры", [*by_type["option"], _HELP_OPTION])):
        if parameters:
            with formatter.section(title):
                formatter.write_dl(parameters)


def _usage(parameter: Any) -> str:
    return _term(parameter) if parameter.required else f"[{_term(parameter)}]"


def _term(parameter: Any) -> str:
    """Write a parameter as it is typed."""
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name)
    name = max(parameter.opts, key=len)
    return name if parameter.is_flag else f"{name} {parameter.metavar or '…'}"

"""A command line that typer could not read, told in Russian."""

from collections.abc import Callable
from typing import Any

import typer

_HINT = "Справка: cmn {command}--help."


def describe_usage_fault(fault: typer.TyperException) -> str:
    """Turn a fault of the arguments into one sentence; the kind is told by its class name, the rest by its fields."""
    # typer keeps the classes in a private module, their names and fields are what its documentation speaks of.
    describe = _KINDS.get(type(fault).__name__)
    sentence = describe(fault) if describe else _describe_other(fault)
    return f"{sentence} {_HINT.format(command=_command_name(fault))}"


def _describe_option(fault: Any) -> str:
    return f"Параметра {fault.option_name} нет{_possible(fault.possibilities)}."


def _describe_missing(fault: Any) -> str:
    name = _parameter_name(fault.param)
    if fault.param is not None and fault.param.param_type_name == "option":
        return f"Не указан обязательный параметр {name}."
    return f"Не указано, с чем работать: нужен {name}."


def _describe_value(fault: Any) -> str:
    return f"Значение параметра {_parameter_name(fault.param)} не подходит."


def _describe_option_usage(fault: Any) -> str:
    if "does not take a value" in fault.message:
        return f"Параметр {fault.option_name} пишется без значения."
    return f"У параметра {fault.option_name} не хватает значения."


def _describe_other(fault: typer.TyperException) -> str:
    words = fault.message.split("'")
    if fault.message.startswith("No such command"):
        return f"Команды «{words[1]}» нет."
    if fault.message.startswith("Got unexpected extra argument"):
        extra = fault.message.rpartition("(")[2].rstrip(")")
        return f"Лишнее в команде: {extra}."
    if fault.message.startswith("Missing command"):
        return "Не указана команда."
    return "Команда не понята."


_KINDS: dict[str, Callable[[Any], str]] = {
    "NoSuchOption": _describe_option,
    "MissingParameter": _describe_missing,
    "BadParameter": _describe_value,
    "BadOptionUsage": _describe_option_usage,
}


def _possible(possibilities: Any) -> str:
    return f"; похожие: {', '.join(sorted(possibilities))}" if possibilities else ""


def _parameter_name(parameter: Any) -> str:
    if parameter is None:
        return ""
    if parameter.param_type_name == "option":
        return str(max(parameter.opts, key=len))
    return str(parameter.metavar or parameter.name)


def _command_name(fault: Any) -> str:
    context = getattr(fault, "ctx", None)
    # «cmn user add» without its first word.
    _, _, name = ("" if context is None else context.command_path).partition(" ")
    return f"{name} " if name else ""

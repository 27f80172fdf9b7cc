"""An unexpected failure in the log, under the number that the person sees."""

import logging
from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb
from uuid import uuid4

from cmn_core.logs.scrubbing import scrub

_PROJECT = Path(__file__).resolve().parents[2]
_LOGGER = logging.getLogger("cmn.failures")
_SIGNS = 8


def log_failure(error: BaseException, **about: object) -> str:
    """Write down a failure with whatever is known about it; return its number."""
    number = uuid4().hex[:_SIGNS].upper()
    _LOGGER.error("Unexpected failure", exc_info=error, extra={"failure": number, **about})
    return number


def tell_number(number: str) -> str:
    """Return the sentence that a person reads instead of what went wrong."""
    return (
        f"Действие не выполнено из-за ошибки приложения № {number}. Сохранённые данные не пострадали. "
        "Обновите страницу; если ошибка повторится, передайте её номер и время администратору."
    )


def describe_failure(error: BaseException) -> list[str]:
    """Tell what was raised and where, the cause first; neither values nor lines of code nor folders of the server."""
    return [line for raised in _chain(error) for line in (_name(raised), *_places(raised))]


def _chain(error: BaseException) -> list[BaseException]:
    seen: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in seen:
        seen.append(current)
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return seen[::-1]


def _name(error: BaseException) -> str:
    told = scrub(str(error))
    return f"{type(error).__name__}: {told}" if told else type(error).__name__


def _places(error: BaseException) -> Iterator[str]:
    for frame, line in walk_tb(error.__traceback__):
        yield f"  {_short(Path(frame.f_code.co_filename))}:{line} {frame.f_code.co_name}"


def _short(file: Path) -> str:
    if "site-packages" in file.parts:
        return "/".join(file.parts[file.parts.index("site-packages") + 1 :])
    return file.relative_to(_PROJECT).as_posix() if file.is_relative_to(_PROJECT) else file.name

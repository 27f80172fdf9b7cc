"""A reply to whoever sent a report: what is wrong, where and what to do, as plain text for a letter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cmn_core.intake.problems import Problem, by_severity
from cmn_core.wording import count_of

MOST_LISTED = 15
"""Remarks on one file; the marked copy of the file tells the rest."""
_MEND = "Исправьте, пожалуйста, указанные ячейки и пришлите файл снова. Если что-то неясно, ответьте на это письмо."
_ERRORS = ("ошибка", "ошибки", "ошибок")
_REMARKS = ("замечание", "замечания", "замечаний")


@dataclass(frozen=True, slots=True)
class AnsweredFile:
    """A file that is answered."""

    name: str
    about: str
    """What it was recognised as: «Ежемесячный отчёт, Тарский, ноябрь 2020»; empty: as nothing."""
    problems: tuple[Problem, ...]
    is_saved: bool = False


def write_reply(files: Sequence[AnsweredFile], signature: str) -> str:
    """Write the letter about a municipality's files; `signature`: the name of the centre."""
    parts = ["Здравствуйте!", *(_answer(file) for file in files)]
    if any(_count(file, "error") for file in files):
        parts.append(_MEND)
    else:
        parts.append("Спасибо за работу!")
    return "\n\n".join([*parts, f"С уважением,\n{signature}"])


def _answer(file: AnsweredFile) -> str:
    about = f" ({file.about})" if file.about else ""
    lines = [f"Файл «{file.name}»{about} {_state(file)}", *_list(file)]
    return "\n".join(lines)


def _state(file: AnsweredFile) -> str:
    errors, warnings = _count(file, "error"), _count(file, "warning")
    if errors:
        more = f", и ещё {count_of(warnings, *_REMARKS)}" if warnings else ""
        return f"проверен. Принять его пока нельзя: в нём {count_of(errors, *_ERRORS)}{more}."
    accepted = "принят" if file.is_saved else "проверен, ошибок нет"
    if not warnings:
        return "принят без замечаний." if file.is_saved else "проверен, замечаний нет."
    return f"{accepted}. Проверьте, пожалуйста, {count_of(warnings, *_REMARKS)}:"


def _list(file: AnsweredFile) -> Iterator[str]:
    told = [item for item in by_severity(file.problems) if item.severity != "info"]
    for number, item in enumerate(told[:MOST_LISTED], 1):
        yield f"{number}. {_place(item)}{item.message} {item.remedy}".rstrip()
    left = len(told) - MOST_LISTED
    if left > 0:
        yield f"И ещё {count_of(left, *_REMARKS)}: все они отмечены в приложенном файле с пометками."


def _place(problem: Problem) -> str:
    parts = [f"лист «{problem.sheet}»"] if problem.sheet else []
    parts += [f"ячейка {problem.cell}"] if problem.cell else []
    words = ", ".join(parts)
    return f"{words[0].upper()}{words[1:]}: " if words else ""


def _count(file: AnsweredFile, severity: str) -> int:
    return sum(1 for item in file.problems if item.severity == severity)

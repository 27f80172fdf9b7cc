"""A fault in a file as a value: stable code, place, and the sentence that the sender reads."""

from collections.abc import Iterable
from dataclasses import dataclass

from cmn_core.reference import ProblemText, Severity

_SEVERITY_ORDER: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault; `cell` is what Excel shows («C12»), None for a whole file or sheet."""

    code: str
    severity: Severity
    sheet: str | None
    cell: str | None
    value: str | None
    message: str
    remedy: str


def make_problem(
    texts: dict[str, ProblemText],
    code: str,
    *,
    variant: str | None = None,
    sheet: str | None = None,
    cell: str | None = None,
    value: str | None = None,
    **details: object,
) -> Problem:
    """Fill the reference text of a code, or a variant of it; details are the names in its braces."""
    text = texts[code]
    wording = text.variants[variant] if variant else text
    words = {"value": shorten(value or ""), **details}
    message, remedy = (_single_quotes(template.format(**words)) for template in (wording.message, wording.remedy))
    return Problem(code, text.severity, sheet, cell, value, message, remedy)


def _single_quotes(sentence: str) -> str:
    """Leave one of two quotation marks that meet, as Russian print does: «МБОУ «Тарская СОШ»."""
    return sentence.replace("««", "«").replace("»»", "»")


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any problem blocks saving."""
    return any(problem.severity == "error" for problem in problems)


def by_severity(problems: Iterable[Problem]) -> list[Problem]:
    """Order problems: errors, warnings, infos, each in the order they were found."""
    return sorted(problems, key=lambda problem: _SEVERITY_ORDER[problem.severity])


def shorten(text: str, most: int = 80) -> str:
    """Cut a cell's text for a sentence."""
    return text if len(text) <= most else text[: most - 1] + "…"

"""What a template's cells accept: whole people, dates, words of a list, and forms and role models of one's own."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cmn_core.reference import Forms
from cmn_core.wording import format_date

_EARLIEST = date(2000, 1, 1)


def whole_number_rule() -> dict[str, Any]:
    """Return the rule of a cell that takes whole numbers from 0."""
    return {
        "validate": "integer",
        "criteria": ">=",
        "value": 0,
        "error_title": "Нужно целое число",
        "error_message": "Впишите целое число, 0 или больше, без слов и дробей.",
    }


def form_rule(forms: Forms) -> dict[str, Any]:
    """Return the rule of a cell with the federal forms as a list; another text is taken after a word of warning."""
    return {
        "validate": "list",
        "source": [form.label for form in forms.federal],
        "error_type": "information",
        "error_title": "Собственная форма",
        "error_message": "Такой формы нет в перечне: она будет учтена как собственная форма организации.",
    }


def role_model_rule(source: str) -> dict[str, Any]:
    """Return the rule of a cell with role models as a list, a formula; another text is taken after a word."""
    return {
        "validate": "list",
        "source": source,
        "ignore_blank": False,
        "error_type": "information",
        "error_title": "Собственная ролевая модель",
        "error_message": "Такой модели у этой формы в перечне нет: она учтётся как собственная модель организации.",
    }


def listed_rule(source: Sequence[str] | str, title: str, message: str) -> dict[str, Any]:
    """Return the rule of a cell that takes words of a list alone: the words themselves, or a formula."""
    return {
        "validate": "list",
        "source": source if isinstance(source, str) else list(source),
        # A list with a blank in it would let anything pass.
        "ignore_blank": False,
        "error_title": title,
        "error_message": message,
    }


def date_rule(latest: date) -> dict[str, Any]:
    """Return the rule of a cell that takes a date up to the latest one; another is taken once a person insists."""
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": _EARLIEST,
        "maximum": latest,
        "error_type": "warning",
        "error_title": "Нужна дата",
        "error_message": f"Впишите день, месяц и год, например 01.09.{latest.year}, не позже {format_date(latest)}.",
    }

"""What a template's cells accept: whole people, and a mentoring form from the list or one's own."""

from typing import Any

from cmn_core.reference import Forms


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

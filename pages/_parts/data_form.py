"""A form of named texts: what differs from what stands is read and checked, every mistake is said at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

from cmn_core.errors import CmnError
from pages._parts.plain_text import plain

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Field:
    """A text to be edited: its code, its words, what stands there now."""

    code: str
    label: str
    written: str
    meaning: str = ""
    placeholder: str = ""


def show_form(
    key: str, fields: Sequence[Field], parse: Callable[[str, str], Value], *, save: str
) -> dict[str, Value | None] | None:
    """Show the form; when its button is pressed return what was changed, None for a text that was emptied.

    `parse` turns code and text into a value or raises CmnError. Returns None while there is nothing to save.
    """
    with st.form(key, border=False):
        with st.container(key=f"fields_{key}"):
            texts = {field.code: _show_field(field, key) for field in fields}
        if not st.form_submit_button(save, type="primary"):
            return None
    changed, mistakes = _read(fields, texts, parse)
    for mistake in mistakes:
        st.error(plain(mistake))
    if not changed and not mistakes:
        st.info("Ничего не изменено: сохранять нечего.")
    return changed if changed and not mistakes else None


def _show_field(field: Field, key: str) -> str:
    return st.text_input(
        field.label,
        field.written,
        key=f"{key}_{field.code}",
        help=field.meaning or None,
        placeholder=field.placeholder,
        max_chars=20,
    )


def _read(
    fields: Sequence[Field], texts: dict[str, str], parse: Callable[[str, str], Value]
) -> tuple[dict[str, Value | None], list[str]]:
    changed: dict[str, Value | None] = {}
    mistakes = []
    for field in fields:
        written = (texts[field.code] or "").strip()
        if written == field.written:
            continue
        try:
            changed[field.code] = parse(field.code, written) if written else None
        except CmnError as error:
            mistakes.append(f"{field.label}: {error.message}")
    return changed, mistakes

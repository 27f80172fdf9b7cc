"""Failures on the screen: a Russian sentence, never a traceback; the one place where an exception becomes words."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import streamlit as st

from cmn_core.errors import CmnError
from pages._parts.plain_text import plain

_LOGGER = logging.getLogger("cmn.pages")


@contextmanager
def failures_in_words() -> Iterator[None]:
    """Show what stops the page in words; what was drawn before stays."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - logged and shown; everything else would be a traceback on the screen
        show_failure(error)


def show_failure(error: Exception) -> bool:
    """Say what happened; return True: nothing more is to be shown of it."""
    if isinstance(error, CmnError):
        st.error(plain(error.message))
        return True
    number = uuid4().hex[:8].upper()
    _LOGGER.error("Unexpected failure %s", number, exc_info=error)
    st.error(
        f"Страница не построена из-за ошибки приложения № {number}. Сохранённые данные не пострадали. "
        "Обновите страницу; если ошибка повторится, передайте её номер и время администратору."
    )
    return True

"""Failures on the screen: a Russian sentence, never a traceback; the one place where an exception becomes words."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec

import streamlit as st

from cmn_core.access import AccessDenied
from cmn_core.errors import CmnError
from cmn_core.keeping.way_back import tell_in_full
from cmn_core.logs.failures import log_failure, tell_number
from cmn_core.store.failures import DatabaseUnavailable
from cmn_core.store.sessions import SignInEnded
from pages._parts.log_context import whose_run
from pages._parts.no_access import show_no_access
from pages._parts.plain_text import plain

_OF_CALLBACK = "failure_of_callback"
P = ParamSpec("P")


@contextmanager
def failures_in_words() -> Iterator[None]:
    """Show what stops the page in words, that of a widget's callback before it; what was drawn before stays."""
    if _OF_CALLBACK in st.session_state:
        st.error(st.session_state.pop(_OF_CALLBACK))
    try:
        yield
    except DatabaseUnavailable as error:
        st.error(plain(tell_in_full(error)))
        _offer_again("page")
    except SignInEnded as error:
        st.error(plain(error.message))
        st.html('<a href="/sign-in" target="_self">Войти снова</a>')
    except AccessDenied as refusal:
        show_no_access(refusal)
    except Exception as error:  # noqa: BLE001 - logged and shown; a traceback is nothing for the screen
        st.error(_put_in_words(error))


def show_trouble(what: str) -> None:
    """Say above a page why the database was not asked, what the page shows instead, and how to try again."""
    said, again = st.columns((5, 1), vertical_alignment="center")
    said.warning(plain(f"{what} Показано прочитанное раньше; введённое на странице остаётся."))
    with again:
        _offer_again("shell")


def in_words(callback: Callable[P, None]) -> Callable[P, None]:
    """Wrap a widget's callback: its failure is said at the top of the page, which is then built as ever."""

    @wraps(callback)
    def call(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            callback(*args, **kwargs)
        except Exception as error:  # noqa: BLE001 - the same reason as above
            st.session_state[_OF_CALLBACK] = _put_in_words(error)

    return call


def show_failure(error: Exception) -> bool:
    """Say what Streamlit caught itself, in a fragment or a bare callback; return True: it has nothing to add."""
    st.error(_put_in_words(error))
    return True


def _offer_again(where: str) -> None:
    # Any run asks the database anew; the button only makes one.
    st.button("Попробовать снова", key=f"try_again_{where}")


def _put_in_words(error: Exception) -> str:
    if isinstance(error, CmnError):
        return plain(tell_in_full(error))
    return tell_number(log_failure(error, **whose_run()))

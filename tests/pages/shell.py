"""Open a page inside its shell, without a browser, as whoever is to see it."""

from pathlib import Path

import streamlit as st
from streamlit.testing.v1 import AppTest

from cmn_core.access import OWNER, Person
from cmn_core.store.engine import Database
from cmn_core.store.sessions import AT_THE_COMPUTER, Actor
from pages._parts import person as persons

SHELL = Path(__file__).resolve().parents[2] / "pages" / "_shell.py"
_PATIENCE_S = 60
_ACTOR = "actor_of_the_test"

ask_by_cookie = persons.ask_who_acts
"""What asks a browser's cookie; there is no browser here."""


def _ask_the_test(_database: Database) -> Actor:
    actor: Actor = st.session_state.get(_ACTOR, AT_THE_COMPUTER)
    return actor


persons.ask_who_acts = _ask_the_test


def open_shell(
    page: str = "overview.py", *, person: Person = OWNER, sign_in_id: int | None = None, **address: str
) -> AppTest:
    """Run the shell and then the page, with these parameters in the address; by default as one who may everything."""
    app = AppTest.from_file(str(SHELL), default_timeout=_PATIENCE_S)
    app.session_state[_ACTOR] = Actor(person, sign_in_id)
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    return app if page == "overview.py" else app.switch_page(page).run()

"""Whose session this is: read from the cookie and the database anew at each run."""

from datetime import UTC, datetime

import streamlit as st

from cmn_core.http.form_token import bound_to_sign_in, make_form_token
from cmn_core.http.sign_in_cookie import find_token
from cmn_core.store.engine import Database
from cmn_core.store.failures import DatabaseUnavailable
from cmn_core.store.secrets import signing_key
from cmn_core.store.sessions import Actor, SignInEnded
from cmn_core.store.sign_ins import find_actor

_CURRENT = "current_actor"


def hold_actor(database: Database) -> Actor:
    """Find out who acts in this run and keep it; raise SignInEnded where the sign-in does not stand any more.

    While the database is away it is the one of the run before: nothing can be read or written meanwhile.
    """
    held: Actor | None = st.session_state.get(_CURRENT)
    try:
        actor = ask_who_acts(database)
    except DatabaseUnavailable:
        if held is None:
            raise
        return held
    if held is not None and (actor is None or actor.sign_in_id != held.sign_in_id):
        # What one person had in hand is nothing for another.
        for name in list(st.session_state):
            del st.session_state[name]
    if actor is None:
        raise SignInEnded
    st.session_state[_CURRENT] = actor
    return actor


def current_actor() -> Actor:
    """Return who acts in this run."""
    actor: Actor = st.session_state[_CURRENT]
    return actor


def make_sign_out_token(database: Database) -> str | None:
    """Return what the form that ends this session's sign-in carries; None: there is none to end."""
    if current_actor().sign_in_id is None:
        return None
    return make_form_token(bound_to_sign_in(current_actor().sign_in_id), _signing_key(database.url, database))


def ask_who_acts(database: Database) -> Actor | None:
    """Return whom the session's cookie belongs to; None: to nobody who is signed in."""
    token = find_token(dict(st.context.cookies), _signing_key(database.url, database))
    return None if token is None else find_actor(database, token, now=datetime.now(UTC))


@st.cache_resource(show_spinner=False, max_entries=4)
def _signing_key(url: str, _database: Database) -> bytes:
    return signing_key(_database)

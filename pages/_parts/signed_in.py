"""Who is signed in, at the foot of the list of pages: name, role, the way to the account and out."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from cmn_core.documents.people_table import describe_role
from cmn_core.http.form_token import FIELD
from cmn_core.reference import Region
from cmn_core.store.sessions import Actor
from pages._parts.page_list import PAGES


def show_signed_in(actor: Actor, token: str | None, pages: Mapping[str, st.Page], region: Region) -> None:
    """Draw the person's corner; `token`: of the form that ends the sign-in, if there is one."""
    with st.sidebar.container(key="signed_in"):
        st.html(
            f'<p class="cmn-name">{escape(actor.person.name)}</p>'
            f'<p class="cmn-role">{escape(describe_role(actor.person, region))}</p>'
        )
        for entry in PAGES:
            if not entry.group and entry.opens_for(actor.person):
                st.page_link(pages[entry.path], label=entry.title)
        if token is not None:
            # A form, not a link: what ends a sign-in must not be done by following an address.
            st.html(
                '<form method="post" action="/sign-out">'
                f'<input type="hidden" name="{FIELD}" value="{escape(token)}">'
                '<button type="submit" class="cmn-sign-out">Выйти</button></form>'
            )

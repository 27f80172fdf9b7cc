"""The link by which an invited person chooses a password: made, shown once, copied."""

import streamlit as st

from cmn_core.access import Person
from cmn_core.http.invitation_link import application_address, write_invitation_link
from cmn_core.store.invitations import invitation_end, invite
from cmn_core.wording import format_moment
from pages._parts.author import acting
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.finding import show_fact, show_notes
from pages._parts.people_state import MadeLink, PeopleState


def make_link(person: Person, data: CurrentData, people: PeopleState) -> None:
    """Make a link for an account and keep it to be shown."""
    by = acting()
    token = invite(data.database, person.number or 0, by=by)
    address = write_invitation_link(application_address(st.context.url), token)
    people.link = MadeLink(address, person.name, person.login, invitation_end(by.at))


def show_link(people: PeopleState) -> None:
    """Show the link that was just made, to be copied and handed over."""
    link = people.link
    if link is None:
        return
    with st.container(key="made_link", border=True):
        show_fact(
            f"Ссылка для пароля: {link.name} ({link.login})",
            f"Действует один раз и до {format_moment(link.ends_at)}. Передайте её лично или письмом только этому "
            "человеку: кто откроет её первым, тот и задаст пароль.",
        )
        st.code(link.address, language=None, wrap_lines=True)
        show_notes(("Снова её не покажут: в базе хранится только отпечаток. Потерянную заменяют новой.",))
        st.button("Скопировано, убрать", key="link_taken", on_click=in_words(_put_away), args=(people,))


def _put_away(people: PeopleState) -> None:
    people.link = None

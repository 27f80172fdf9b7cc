"""The fields of an account: name, login, role, municipalities; the same for a new one."""

from collections.abc import Callable

import streamlit as st

from cmn_core.access import DEED_LABELS, OF_A_MUNICIPALITY, RIGHTS, ROLE_LABELS, ROLES, Role
from cmn_core.reference import Reference
from cmn_core.store.people import NewPerson
from cmn_core.wording import name_order
from pages._parts.finding import show_notes

_LONGEST_LOGIN, _LONGEST_NAME = 64, 100


def ask_person(person: NewPerson, name: str, reference: Reference, key: Callable[[str], str]) -> NewPerson:
    """Show the fields with what is known and return what stands in them now; `key` names a widget of this round."""
    written = st.text_input("Имя, как его увидят другие", person.name, key=key("name"), max_chars=_LONGEST_NAME)
    with st.container(key=f"fields_{name}"):
        login = st.text_input(
            "Логин", person.login, key=key("login"), max_chars=_LONGEST_LOGIN,
            placeholder="латинские буквы и цифры",
        )  # fmt: skip
        role: Role = st.selectbox(
            "Роль", ROLES, index=ROLES.index(person.role), format_func=ROLE_LABELS.__getitem__, key=key("role")
        )
    places = {item.oktmo: item.short for item in sorted(reference.region.districts, key=lambda d: name_order(d.short))}
    chosen: list[str] = []
    if role in OF_A_MUNICIPALITY:
        chosen = st.multiselect(
            "Муниципалитеты", list(places), sorted(person.districts & set(places)), format_func=places.__getitem__,
            key=key("districts"), placeholder="Выберите один или несколько",
            select_all=False,
        )  # fmt: skip
    show_notes((_describe_rights(role),))
    return NewPerson((login or "").strip(), " ".join((written or "").split()), role, frozenset(chosen))


def _describe_rights(role: Role) -> str:
    """Say what the role may do, from the one table of rights."""
    everywhere = [DEED_LABELS[deed] for deed, reach in RIGHTS[role].items() if reach == "region"]
    own = [DEED_LABELS[deed] for deed, reach in RIGHTS[role].items() if reach == "own"]
    told = f"Может: {', '.join(everywhere)}"
    return f"{told}; по своим муниципалитетам: {', '.join(own)}." if own else f"{told}."

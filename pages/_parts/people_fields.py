"""The fields of an account: name, login, role, municipalities; the same for a new one."""

from collections.abc import Callable

import streamlit as st

from cmn_core.access import DEED_LABELS, OF_A_MUNICIPALITY, RIGHTS, ROLE_LABELS, ROLES, Role
from cmn_core.reference import Reference
from cmn_core.store.people import NewPerson
from cmn_core.wording import name_order
from pages._parts.finding import show_notes

_LONGEST_LOGIN, _LONGEST_NAME = 64, 100


def ask_person(person: NewPerson, name: str, reference: Reference, key: Callable[[str], str]) -> None:
    """Show the fields with what is known; `key` names a widget of this round, `read_person` reads them."""
    # Left fields make no run of their own: it would shut the list of roles that was just opened.
    st.text_input(
        "Имя, как его увидят другие", person.name, key=key("name"), max_chars=_LONGEST_NAME, on_change="ignore"
    )
    with st.container(key=f"fields_{name}"):
        st.text_input(
            "Логин", person.login, key=key("login"), max_chars=_LONGEST_LOGIN,
            placeholder="латинские буквы и цифры", on_change="ignore",
        )  # fmt: skip
        role: Role = st.selectbox(
            "Роль", ROLES, index=ROLES.index(person.role), format_func=ROLE_LABELS.__getitem__, key=key("role")
        )
    if role in OF_A_MUNICIPALITY:
        districts = sorted(reference.region.districts, key=lambda district: name_order(district.short))
        places = {district.oktmo: district.short for district in districts}
        st.multiselect(
            "Муниципалитеты", list(places), sorted(person.districts & set(places)), format_func=places.__getitem__,
            key=key("districts"), placeholder="Выберите один или несколько",
            select_all=False,
        )  # fmt: skip
    show_notes((_describe_rights(role),))


def read_person(key: Callable[[str], str]) -> NewPerson:
    """Return what stands in the fields now, in the callback of the button that sends them too."""
    role: Role = st.session_state[key("role")]
    chosen = st.session_state.get(key("districts"), ()) if role in OF_A_MUNICIPALITY else ()
    name, login = (st.session_state[key(field)] or "" for field in ("name", "login"))
    return NewPerson(login.strip(), " ".join(name.split()), role, frozenset(chosen))


def _describe_rights(role: Role) -> str:
    """Say what the role may do, from the one table of rights."""
    everywhere = [DEED_LABELS[deed] for deed, reach in RIGHTS[role].items() if reach == "region"]
    own = [DEED_LABELS[deed] for deed, reach in RIGHTS[role].items() if reach == "own"]
    told = f"Может: {', '.join(everywhere)}"
    return f"{told}; по своим муниципалитетам: {', '.join(own)}." if own else f"{told}."

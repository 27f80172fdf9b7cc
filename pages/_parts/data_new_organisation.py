"""A new organisation by hand, before any report names it."""

import streamlit as st

from cmn_core.errors import CmnError
from cmn_core.intake.organisation_names import guess_kind, guess_subordination, name_key
from cmn_core.store.corrections import OrganisationFacts, add_organisation, check_facts
from pages._parts.author import signed
from pages._parts.data_organisation_fields import ask_facts
from pages._parts.data_organisation_words import CODE, OPENED
from pages._parts.data_state import DataState
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.finding import show_notes
from pages._parts.plain_text import plain


def show_new_organisation(district: str | None, data: CurrentData, state: DataState) -> None:
    """Ask for what is known of a new organisation."""
    with st.expander("Добавить организацию", type="compact", key="new_organisation", bind="query-params"):
        show_notes(("Отчёты узнают её по названию; лишнюю можно закрыть датой или объединить с другой.",))
        first = district or data.reference.region.districts[0].oktmo
        facts = ask_facts(OrganisationFacts("", first, "school", "municipal"), "new", data.reference, state)
        if name_key(facts.name):
            _propose(facts, data)
        st.button(
            "Добавить", type="primary", disabled=not name_key(facts.name), key=state.key("add_organisation"),
            on_click=in_words(_add), args=(facts, data, state),
        )  # fmt: skip


def _propose(facts: OrganisationFacts, data: CurrentData) -> None:
    """Say where the name tells another kind or subordination than was chosen, and what cannot be."""
    try:
        check_facts(facts)
    except CmnError as error:
        st.error(plain(error.message))
    kinds = data.reference.kinds
    kind = guess_kind(facts.name)
    subordination = guess_subordination(facts.name, None, data.reference.region.facts)
    told = []
    if kind != facts.kind:
        told.append(f"вид {kinds.kind_label(kind)}")
    if subordination != facts.subordination:
        told.append(f"подчинённость «{kinds.subordination_label(subordination)}»")
    if told:
        st.caption(f"Судя по названию: {', '.join(told)}. Проверьте выбор.")


def _add(facts: OrganisationFacts, data: CurrentData, state: DataState) -> None:
    number = add_organisation(data.database, facts, **signed())
    state.done(CODE, f"Организация «{facts.name}» добавлена.")
    st.query_params[OPENED] = str(number)

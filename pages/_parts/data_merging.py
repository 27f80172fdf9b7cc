"""Two organisations found to be one: merged with what will change said first, and told apart again."""

from functools import partial

import streamlit as st

from cmn_core.store.merging import merge_organisations, split_organisation
from cmn_core.store.organisation_card import OrganisationCard
from pages._parts.author import signed
from pages._parts.data_organisation_words import CODE, OPENED, list_others, tell_reports
from pages._parts.data_state import DataState
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.finding import show_fact
from pages._parts.plain_text import plain


def offer_merging(card: OrganisationCard, data: CurrentData, state: DataState) -> None:
    with st.expander("Это та же организация, что и другая: объединить", type="compact", key=state.key("merging")):
        words = list_others(card, data)
        chosen = st.selectbox(
            "Останется", list(words), index=None, format_func=words.__getitem__, key=state.key("merge_into"),
            placeholder="Выберите организацию этого муниципалитета",
        )  # fmt: skip
        if chosen is not None:
            show_fact(
                "Что изменится",
                f"«{card.facts.name}» станет написанием организации «{words[chosen]}».",
                tell_reports(card, data),
            )
        st.button(
            "Объединить", disabled=chosen is None, key=state.key("merge"),
            on_click=in_words(_merge), args=(card, chosen, data, state),
        )  # fmt: skip


def _merge(card: OrganisationCard, into: int, data: CurrentData, state: DataState) -> None:
    merge(card.organisation_id, into, card.facts.name, data, state)
    st.query_params[OPENED] = str(into)


def merge(organisation_id: int, into: int, name: str, data: CurrentData, state: DataState) -> None:
    """Merge two organisations and keep the way back."""
    summed = merge_organisations(data.database, organisation_id, into=into, **signed())
    undo = partial(split_organisation, data.database, organisation_id)
    state.done(CODE, f"«{name}» объединена. Пересчитано отчётов и их версий: {summed}.", undo)


def split(organisation_id: int, name: str, data: CurrentData, state: DataState) -> None:
    split_organisation(data.database, organisation_id, **signed())
    state.done(CODE, f"«{name}» снова отдельная организация со своими числами.")


def show_merged(card: OrganisationCard, data: CurrentData, state: DataState) -> None:
    """Name the organisations that were merged into this one, each with the way back."""
    for number, name in card.merged:
        with st.container(key=f"data_line_merged_{number}", horizontal=True, vertical_alignment="center"):
            st.markdown(f"Объединена с этой: {plain(name)}")
            st.button(
                "Разъединить", type="tertiary", key=state.key(f"split_{number}"),
                on_click=in_words(split), args=(number, name, data, state),
            )  # fmt: skip

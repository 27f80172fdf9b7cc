"""Other spellings of an organisation: added, withdrawn, given with their figures to whom they belong."""

from functools import partial

import streamlit as st

from cmn_core.intake.organisation_names import name_key
from cmn_core.store.merging import merge_organisations
from cmn_core.store.organisation_card import OrganisationCard, Spelling
from cmn_core.store.organisations import correct_organisation
from cmn_core.store.spellings import reassign_spelling, withdraw_spelling
from cmn_core.wording import count_of
from pages._parts.author import signed
from pages._parts.data_organisation_words import CODE, REPORTS, list_others, tell_reports
from pages._parts.data_state import DataState
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.finding import show_fact
from pages._parts.plain_text import plain

_NEW = 0


def show_spellings(card: OrganisationCard, data: CurrentData, state: DataState) -> None:
    show_fact(
        "Другие написания",
        "" if card.spellings else "Других написаний нет.",
        "По ним организация узнаётся в отчётах без вопросов." if card.spellings else "",
    )
    for place, spelling in enumerate(card.spellings):
        with st.container(key=f"data_line_spelling_{place}", horizontal=True, vertical_alignment="center"):
            st.markdown(f"{plain(spelling.name)} · {count_of(spelling.reports, *REPORTS)}")
            with st.popover("Отозвать", type="tertiary", key=state.key(f"withdraw_{place}")):
                _offer_withdrawal(card, spelling, place, data, state)
    with st.container(key="data_line_new_spelling", horizontal=True, vertical_alignment="bottom"):
        written = st.text_input(
            "Добавить написание", key=state.key("new_spelling"), max_chars=500, placeholder="как пишут в отчётах"
        )
        st.button(
            "Добавить", disabled=not name_key(written or ""), key=state.key("add_spelling"),
            on_click=in_words(_add_spelling), args=(card, written or "", data, state),
        )  # fmt: skip


def _offer_withdrawal(
    card: OrganisationCard, spelling: Spelling, place: int, data: CurrentData, state: DataState
) -> None:
    """Withdraw a spelling that nobody wrote at once; for another ask whose the figures are."""
    if not spelling.reports:
        st.markdown("Отчётов с этим написанием нет: числа не изменятся.")
        st.button(
            "Отозвать написание", key=state.key(f"forget_{place}"),
            on_click=in_words(_withdraw), args=(card, spelling, data, state),
        )  # fmt: skip
        return
    others = list_others(card, data)
    words = {_NEW: f"новая организация «{spelling.name}»"} | others
    chosen = st.selectbox("Чьи это числа", list(words), format_func=words.__getitem__, key=state.key(f"whose_{place}"))
    st.markdown(plain(tell_reports(card, data)))
    st.button(
        "Отдать числа", key=state.key(f"give_{place}"),
        on_click=in_words(_reassign), args=(card, spelling, chosen, data, state),
    )  # fmt: skip


def _add_spelling(card: OrganisationCard, written: str, data: CurrentData, state: DataState) -> None:
    correct_organisation(data.database, card.organisation_id, alias=written, **signed())
    undo = partial(withdraw_spelling, data.database, card.organisation_id, written)
    state.done(CODE, f"Написание «{written}» теперь означает «{card.facts.name}».", undo)


def _withdraw(card: OrganisationCard, spelling: Spelling, data: CurrentData, state: DataState) -> None:
    withdraw_spelling(data.database, card.organisation_id, spelling.name, **signed())
    undo = partial(correct_organisation, data.database, card.organisation_id, alias=spelling.name)
    state.done(CODE, f"Написание «{spelling.name}» отозвано.", undo)


def _reassign(card: OrganisationCard, spelling: Spelling, chosen: int, data: CurrentData, state: DataState) -> None:
    to = reassign_spelling(data.database, card.organisation_id, spelling.name, to=chosen or None, **signed())
    if chosen:
        undo = partial(correct_organisation, data.database, card.organisation_id, alias=spelling.name)
    else:
        undo = partial(merge_organisations, data.database, to, into=card.organisation_id)
    whose = list_others(card, data).get(to, spelling.name)
    state.done(CODE, f"Числа, записанные как «{spelling.name}», теперь у организации «{whose}».", undo)

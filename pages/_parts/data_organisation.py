"""One organisation: what is known is put right with what will change said first; spellings, merging, history."""

from functools import partial

import streamlit as st

from cmn_core.documents.organisation_tables import build_deeds_table, describe_changes
from cmn_core.errors import CmnError
from cmn_core.intake.organisation_names import name_key
from cmn_core.store.corrections import OrganisationFacts, check_facts, restore_facts, set_facts
from cmn_core.store.organisation_card import OrganisationCard
from cmn_core.wording import format_date
from pages._parts.author import signed
from pages._parts.data_merging import offer_merging, show_merged
from pages._parts.data_organisation_fields import ask_facts
from pages._parts.data_organisation_words import CODE, tell_reports
from pages._parts.data_spellings import show_spellings
from pages._parts.data_state import DataState
from pages._parts.database import CurrentData, district_names_by_number
from pages._parts.failure import in_words
from pages._parts.finding import show_fact, show_notes
from pages._parts.html_table import show_table
from pages._parts.plain_text import plain
from pages._parts.scope import current_scope


def show_organisation(card: OrganisationCard, data: CurrentData, state: DataState) -> None:
    """Show one organisation with everything that can be put right."""
    st.page_link("data.py", label="← К списку организаций", query_params=current_scope().query())
    st.subheader(plain(card.facts.name), anchor=False)
    show_notes((_describe(card, data),))
    _edit(card, data, state)
    show_spellings(card, data, state)
    offer_merging(card, data, state)
    show_merged(card, data, state)
    _show_history(card, data)


def _describe(card: OrganisationCard, data: CurrentData) -> str:
    facts, reference = card.facts, data.reference
    closed = f", закрыта {format_date(facts.closed)}" if facts.closed else ""
    named = {report.key for report in card.reports if report.in_force}
    return (
        f"{reference.region.district(facts.district).short}; {reference.kinds.kind_label(facts.kind)}, "
        f"{reference.kinds.subordination_label(facts.subordination)}{closed}; "
        f"действующих отчётов, где она названа: {len(named)}"
    )


def _edit(card: OrganisationCard, data: CurrentData, state: DataState) -> None:
    wanted = ask_facts(card.facts, f"organisation_{card.organisation_id}", data.reference, state)
    changes = describe_changes(card.facts, wanted, data.reference)
    fault = _find_fault(wanted)
    if fault:
        st.error(plain(fault))
    elif changes:
        show_fact("Что изменится", *changes, _tell_sums(card, wanted, data))
    st.button(
        "Сохранить изменения", type="primary", disabled=bool(fault) or not changes, key=state.key("save_facts"),
        on_click=in_words(_save), args=(card, wanted, data, state),
    )  # fmt: skip


def _find_fault(facts: OrganisationFacts) -> str:
    try:
        check_facts(facts)
    except CmnError as error:
        return error.message
    return ""


def _tell_sums(card: OrganisationCard, wanted: OrganisationFacts, data: CurrentData) -> str:
    before, after = card.facts, wanted
    if (before.district, before.kind, before.subordination) == (after.district, after.kind, after.subordination):
        kept = " Прежнее название останется написанием: отчёты с ним узнаются и дальше."
        return "Числа отчётов не изменятся." + (kept if name_key(before.name) != name_key(after.name) else "")
    return tell_reports(card, data)


def _save(card: OrganisationCard, wanted: OrganisationFacts, data: CurrentData, state: DataState) -> None:
    summed = set_facts(data.database, card.organisation_id, wanted, seen=card.facts, **signed())
    changed = "; ".join(describe_changes(card.facts, wanted, data.reference))
    undo = partial(restore_facts, data.database, card.organisation_id, card.facts, seen=wanted)
    state.done(CODE, f"Сохранено: {changed}. Пересчитано отчётов и их версий: {summed}.", undo)


def _show_history(card: OrganisationCard, data: CurrentData) -> None:
    table = build_deeds_table(card.deeds, data.reference, district_names_by_number(data))
    show_fact(table.title, "" if card.deeds else "Никто ничего не менял.")
    if card.deeds:
        show_table(table)

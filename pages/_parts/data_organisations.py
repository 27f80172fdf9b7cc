"""«Организации»: the list with search, one of them to be put right, likely repetitions, a new one by hand."""

from functools import partial

import streamlit as st

from cmn_core.documents.organisation_tables import build_list_table
from cmn_core.documents.shown_table import ShownTable
from cmn_core.reference import Reference
from cmn_core.store.organisation_card import read_organisation
from cmn_core.store.organisation_list import ListedOrganisation, list_organisations
from cmn_core.wording import count_of, format_date
from pages._parts.data_duplicates import show_duplicates
from pages._parts.data_new_organisation import show_new_organisation
from pages._parts.data_organisation import show_organisation
from pages._parts.data_organisation_words import OPENED
from pages._parts.data_state import DataState
from pages._parts.database import CurrentData
from pages._parts.downloads import show_downloads
from pages._parts.finding import show_notes
from pages._parts.page_choices import PageChoice, show_select_box
from pages._parts.plain_text import plain
from pages._parts.scope import current_scope

ORGANISATIONS = ("организация", "организации", "организаций")
_ON_PAGE = 25


def show_organisations(data: CurrentData, state: DataState) -> None:
    """Show one organisation where the address names it, else the list."""
    number = st.query_params.get(OPENED, "")
    card = read_organisation(data.database, int(number)) if number.isascii() and number.isdigit() else None
    if card is not None:
        show_organisation(card, data, state)
        return
    if number:
        del st.query_params[OPENED]
        st.caption("Такой организации в базе нет, показан список.")
    _show_list(data, state)


def _show_list(data: CurrentData, state: DataState) -> None:
    district = current_scope().district
    with st.container(key="controls_organisation_list", horizontal=True, vertical_alignment="center"):
        show_select_box(_district_choice(data.reference), district or "")
        words = st.text_input(
            "Найти",
            key="find",
            bind="query-params",
            placeholder="Найти по названию или написанию",
            label_visibility="collapsed",
        )
        _offer_files(district, data)
    show_duplicates(district, data, state)
    show_new_organisation(district, data, state)
    place = st.container()
    found = list_organisations(data.database, district, words or "", page=1, on_page=_ON_PAGE)
    pages = -(-found.total // _ON_PAGE)
    page = st.pagination(pages, key=f"organisation_page_{district}_{words}") if pages > 1 else 1
    if page > 1:
        found = list_organisations(data.database, district, words or "", page=page, on_page=_ON_PAGE)
    with place:
        show_notes((), f"Найдено: {count_of(found.total, *ORGANISATIONS)}. Нажмите на название, чтобы исправить.")
        with st.container(key="organisation_list"):
            for item in found.found:
                _show_line(item, district, data.reference)


def _show_line(item: ListedOrganisation, district: str | None, reference: Reference) -> None:
    facts = item.facts
    kind = f"{reference.kinds.kind_label(facts.kind)}, {reference.kinds.subordination_label(facts.subordination)}"
    where = "" if district else reference.region.district(facts.district).short
    state = f"закрыта {format_date(facts.closed)}" if facts.closed else ""
    spelt = count_of(len(item.spellings), "написание", "написания", "написаний") if item.spellings else ""
    beside = ", ".join(filter(None, [where, kind, state, spelt]))
    query = {**current_scope().query(), OPENED: str(item.organisation_id)}
    st.page_link("data.py", label=f"{plain(facts.name)} *{plain(beside)}*", query_params=query)


def _district_choice(reference: Reference) -> PageChoice:
    region = reference.region
    ordered = sorted(region.districts, key=lambda district: district.short.removeprefix("г. "))
    return PageChoice(
        "district",
        "Муниципалитет",
        {"": f"вся {region.facts.short}"} | {district.oktmo: district.short for district in ordered},
    )


def _offer_files(district: str | None, data: CurrentData) -> None:
    where = data.reference.region.district(district).short if district else data.reference.region.facts.short
    show_downloads(
        "organisations",
        f"Организации, {where}",
        {"": partial(_read_table, district, data)},
        demonstration=data.demonstration,
        scoped=True,
    )


def _read_table(district: str | None, data: CurrentData) -> ShownTable:
    return build_list_table(list_organisations(data.database, district).found, data.reference)

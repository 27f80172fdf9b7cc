"""A new programme: its organisation by typing, the school year, and whether what it reports is taken over."""

import streamlit as st

from cmn_core.programme.from_report import programme_from_report
from cmn_core.programme.opening import open_programme
from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.store.programmes import LONGEST_NAME, start_programme
from cmn_core.wording import PROGRAMMES, count_of, format_date
from pages._parts.author import acting
from pages._parts.data_state import DataState
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.finding import show_fact, show_notes
from pages._parts.programme_district import district_of_list, open_organisations, written_districts
from pages._parts.programme_facts import organisation_states
from pages._parts.programme_saving import IN_ADDRESS
from pages._parts.programme_state import CODE, ProgrammeState, typed
from pages._parts.programme_year import offered_years, year_words


def show_new_programme(data: CurrentData, state: DataState, programmes: ProgrammeState) -> None:
    """Ask for the organisation and begin."""
    with st.container(key="programme_new", border=True):
        show_fact("Новая программа")
        district = _ask_district(data, state)
        if district is None:
            return
        organisation_id = ask_organisation(data, district, state.key("new_organisation"))
        years, names = st.columns((1, 3))
        with years:
            year = ask_year(data, state.key("new_year"))
        with names:
            st.text_input(
                "Название в списке", key=state.key("new_name"), max_chars=LONGEST_NAME,
                placeholder=_default_name(year), help="Видно только в списке программ; его можно сменить.",
            )  # fmt: skip
        known = organisation_states(data, district)[organisation_id] if organisation_id is not None else None
        takes_reported = known is not None and _offer_reported(known, state)
        st.button(
            "Начать программу", type="primary", disabled=known is None, key=state.key("start_programme"),
            on_click=in_words(_start), args=(known, year, takes_reported, data, state, programmes),
        )  # fmt: skip


def _ask_district(data: CurrentData, state: DataState) -> str | None:
    """Return the municipality of the list, else the one that is chosen here."""
    chosen = district_of_list(data)
    theirs = {item.oktmo: item.short for item in written_districts(data)}
    if chosen is not None:
        return chosen
    asked: str | None = st.selectbox(
        "Муниципалитет", list(theirs), index=None, format_func=theirs.__getitem__, key=state.key("new_district"),
        placeholder="Начните вводить название", filter_mode="contains",
    )  # fmt: skip
    if asked is None:
        show_notes(("Сначала муниципалитет: затем появится список его организаций.",))
    return asked


def ask_organisation(data: CurrentData, district: str, key: str) -> int | None:
    """Ask for one of a municipality's organisations by typing a part of its name."""
    names = open_organisations(data, district)
    chosen: int | None = st.selectbox(
        "Организация", list(names), index=None, format_func=names.__getitem__, key=key,
        placeholder="Начните вводить название", filter_mode="contains",
        help="Список ведёт региональный центр. Если организации в нём нет, попросите центр её добавить.",
    )  # fmt: skip
    return chosen


def ask_year(data: CurrentData, key: str) -> int:
    """Ask for the school year."""
    years = offered_years(data)
    chosen: int = st.selectbox("Учебный год", years, format_func=year_words, index=1, key=key)
    return chosen


def _default_name(year: int) -> str:
    return f"Программа наставничества {year_words(year)}"


def _offer_reported(known: OrganisationState, state: DataState) -> bool:
    if not known.practices or known.as_of is None:
        show_notes(("Отчётов об этой организации нет: формы и ролевые модели вы выберете сами.",))
        return False
    reported = count_of(len(known.practices), *PROGRAMMES)
    return st.checkbox(
        f"Взять формы и ролевые модели из отчёта на {format_date(known.as_of)}: в нём {reported}", True,
        key=state.key("takes_reported"),
    )  # fmt: skip


def _start(
    known: OrganisationState, year: int, takes_reported: bool, data: CurrentData, state: DataState,
    programmes: ProgrammeState,
) -> None:  # fmt: skip
    name = typed(state.key("new_name")) or _default_name(year)
    make = programme_from_report if takes_reported else open_programme
    number = start_programme(data.database, known.organisation_id, name, make(known, data.reference, year), acting())
    programmes.is_beginning = False
    state.done(CODE, f"Начата программа «{name}»: {known.name}.")
    st.query_params[IN_ADDRESS] = str(number)

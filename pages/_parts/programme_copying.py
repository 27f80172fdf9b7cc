"""A line of the list: another name, or a copy for another organisation or another year."""

import streamlit as st

from cmn_core.programme.rearranging import copy_for
from cmn_core.store.programme_reading import ListedProgramme, read_programme
from cmn_core.store.programmes import LONGEST_NAME, copy_programme, rename_programme
from pages._parts.author import acting
from pages._parts.data_state import DataState
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.finding import show_notes
from pages._parts.programme_district import written_districts
from pages._parts.programme_facts import organisation_states
from pages._parts.programme_new import ask_organisation, ask_year
from pages._parts.programme_saving import IN_ADDRESS
from pages._parts.programme_state import CODE, ProgrammeState, typed


def show_line_deeds(line: ListedProgramme, data: CurrentData, state: DataState, programmes: ProgrammeState) -> None:
    """Offer another name and a copy."""
    with st.container(key="programme_deeds", border=True):
        renaming, copying = st.columns(2, gap="large")
        with renaming:
            st.text_input("Название в списке", line.name, key=state.key("rename"), max_chars=LONGEST_NAME)
            st.button(
                "Переименовать", key=state.key("rename_save"), on_click=in_words(_rename),
                args=(line, data, state, programmes),
            )  # fmt: skip
        with copying:
            _offer_copy(line, data, state, programmes)


def _offer_copy(line: ListedProgramme, data: CurrentData, state: DataState, programmes: ProgrammeState) -> None:
    district = _ask_district(line, data, state)
    chosen = ask_organisation(data, district, state.key("copy_organisation"))
    year = ask_year(data, state.key("copy_year"))
    show_notes(("Тексты и ролевые модели перейдут в копию; утверждение, кураторы и числа — нет: они у каждого свои.",))
    st.button(
        "Скопировать и открыть", key=state.key("copy"), disabled=chosen is None, on_click=in_words(_copy),
        args=(line, district, chosen, year, data, state, programmes),
    )  # fmt: skip


def _ask_district(line: ListedProgramme, data: CurrentData, state: DataState) -> str:
    """Ask for the municipality of the copy where the person writes for several."""
    theirs = {item.oktmo: item.short for item in written_districts(data)}
    own = line.owner.district
    if len(theirs) == 1:
        return own
    chosen: str = st.selectbox(
        "Муниципалитет", list(theirs), index=list(theirs).index(own), format_func=theirs.__getitem__,
        key=state.key("copy_district"),
    )  # fmt: skip
    return chosen


def _rename(line: ListedProgramme, data: CurrentData, state: DataState, programmes: ProgrammeState) -> None:
    name = typed(state.key("rename"))
    rename_programme(data.database, line.programme_id, name, acting())
    programmes.chosen = None
    state.done(CODE, f"Программа «{line.name}» теперь называется «{' '.join(name.split())}».")


def _copy(
    line: ListedProgramme, district: str, organisation_id: int, year: int, data: CurrentData, state: DataState,
    programmes: ProgrammeState,
) -> None:  # fmt: skip
    opened = read_programme(data.database, line.programme_id)
    known = organisation_states(data, district)[organisation_id]
    copy = copy_for(opened.programme, known, data.reference, year)
    number = copy_programme(data.database, line.programme_id, organisation_id, line.name, copy, acting())
    programmes.chosen = None
    state.done(CODE, f"Программа «{line.name}» скопирована: {known.name}.")
    st.query_params[IN_ADDRESS] = str(number)

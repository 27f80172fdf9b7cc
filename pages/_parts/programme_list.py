"""The list of programmes: each opens by its link, is renamed, copied, deleted and brought back."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from cmn_core.store.audit import Author
from cmn_core.store.programme_reading import ListedProgramme, list_programmes
from cmn_core.store.programmes import delete_programme, restore_programme
from cmn_core.wording import PROGRAMMES, count_of, format_moment
from pages._parts.author import acting
from pages._parts.data_state import DataState
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.finding import show_notes
from pages._parts.last_read import read_or_last
from pages._parts.page_choices import show_select_box
from pages._parts.plain_text import plain
from pages._parts.programme_copying import show_line_deeds
from pages._parts.programme_district import district_choice, district_of_list
from pages._parts.programme_new import show_new_programme
from pages._parts.programme_package import offer_package
from pages._parts.programme_saving import IN_ADDRESS
from pages._parts.programme_state import CODE, ProgrammeState
from pages._parts.programme_year import year_words
from pages._parts.scope import current_scope

_MODELS = ("ролевая модель", "ролевые модели", "ролевых моделей")
_ON_PAGE = 12


def show_list(data: CurrentData, state: DataState, programmes: ProgrammeState) -> None:
    """Show the programmes that the person may write, and those taken off the list."""
    district = district_of_list(data)
    with st.container(key="controls_programmes", horizontal=True, vertical_alignment="center"):
        choice = district_choice(data)
        if len(choice.words) > 1:
            show_select_box(choice, district or "")
        words = st.text_input(
            "Найти", key="find", bind="query-params", placeholder="Найти по названию или организации",
            label_visibility="collapsed",
        )  # fmt: skip
        st.button("Новая программа", type="primary", key="new_programme", on_click=in_words(_begin), args=(programmes,))
    listed = _read(data, district, deleted=False)
    if programmes.is_beginning or not listed:
        show_new_programme(data, state, programmes)
    found = [line for line in listed if line.has(words or "")]
    show_notes((), _tell_found(found, listed))
    pages = -(-len(found) // _ON_PAGE)
    lines = st.container(key="programme_list")
    # Another number of pages begins anew: the third of two is none.
    page = st.pagination(pages, key=f"programme_page_{pages}") if pages > 1 else 1
    with lines:
        for line in found[(page - 1) * _ON_PAGE : page * _ON_PAGE]:
            _show_line(line, data, state, programmes)
    offer_package(listed, district, data, programmes)
    _show_deleted(_read(data, district, deleted=True), data, state)


def _begin(programmes: ProgrammeState) -> None:
    programmes.is_beginning = not programmes.is_beginning


def _read(data: CurrentData, district: str | None, *, deleted: bool) -> tuple[ListedProgramme, ...]:
    asked = None if district is None else (district,)
    return read_or_last(
        f"programmes {deleted}", lambda: list_programmes(data.database, districts=asked, deleted=deleted), district
    )


def _tell_found(found: Sequence[ListedProgramme], listed: Sequence[ListedProgramme]) -> str:
    if not listed:
        return "Программ пока нет. Выберите организацию и начните первую."
    if len(found) < len(listed):
        return f"Найдено: {len(found)} из {count_of(len(listed), *PROGRAMMES)}."
    return f"Всего: {count_of(len(listed), *PROGRAMMES)}. Нажмите на название, чтобы продолжить."


def _describe_line(line: ListedProgramme) -> str:
    """Say whose programme it is, for which year, how much stands in it, who changed it last."""
    year = year_words(line.school_year)
    changed = f"{line.changed_by}, {format_moment(line.changed_at)}"
    return f"{line.owner.name} · {year} · {count_of(line.models, *_MODELS)} · {changed}"


def _show_line(line: ListedProgramme, data: CurrentData, state: DataState, programmes: ProgrammeState) -> None:
    number = line.programme_id
    with st.container(key=f"programme_line_{number}", horizontal=True, vertical_alignment="center"):
        query = {**current_scope().query(), IN_ADDRESS: str(number)}
        st.page_link("programme.py", label=f"{plain(line.name)} *{plain(_describe_line(line))}*", query_params=query)
        st.button(
            "Имя и копия", key=f"programme_more_{number}", type="tertiary", help="Переименовать или скопировать",
            on_click=in_words(_choose), args=(number, programmes),
        )  # fmt: skip
        st.button(
            "Удалить", key=f"programme_delete_{number}", type="tertiary", on_click=in_words(_delete),
            args=(line, data, state),
        )  # fmt: skip
    if programmes.chosen == number:
        show_line_deeds(line, data, state, programmes)


def _choose(number: int, programmes: ProgrammeState) -> None:
    programmes.chosen = None if programmes.chosen == number else number


def _delete(line: ListedProgramme, data: CurrentData, state: DataState) -> None:
    def undo(author: str, now: datetime) -> None:
        restore_programme(data.database, line.programme_id, Author(author, now))

    delete_programme(data.database, line.programme_id, acting())
    state.done(CODE, f"Программа «{line.name}» удалена: {line.owner.name}.", undo)


def _show_deleted(lines: Sequence[ListedProgramme], data: CurrentData, state: DataState) -> None:
    if not lines:
        return
    with st.expander(f"Удалённые программы: {len(lines)}", type="compact", key="deleted_programmes"):
        for line in lines[:_ON_PAGE]:
            with st.container(key=f"programme_gone_{line.programme_id}", horizontal=True, vertical_alignment="center"):
                show_notes((_describe_line(line),), line.name)
                st.button(
                    "Вернуть", key=f"programme_restore_{line.programme_id}", type="tertiary",
                    on_click=in_words(_restore), args=(line, data, state),
                )  # fmt: skip
        if len(lines) > _ON_PAGE:
            show_notes((f"Показаны изменённые последними: {_ON_PAGE}.",))


def _restore(line: ListedProgramme, data: CurrentData, state: DataState) -> None:
    def undo(author: str, now: datetime) -> None:
        delete_programme(data.database, line.programme_id, Author(author, now))

    restore_programme(data.database, line.programme_id, acting())
    state.done(CODE, f"Программа «{line.name}» снова в списке: {line.owner.name}.", undo)

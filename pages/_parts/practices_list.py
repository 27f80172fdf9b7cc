"""«Список»: programmes with those who carry them out, searched, filtered, folded; a page of lines at a time."""

from functools import partial

import streamlit as st

from cmn_core.analysis.folded_practices import FoldedPractice
from cmn_core.analysis.practice_words import list_finding, tell_participations, tell_planned
from cmn_core.documents.practice_tables import build_practices_table
from cmn_core.wording import count_of, join_names
from pages._parts.database import CurrentData
from pages._parts.finding import show_finding, show_notes
from pages._parts.practices_controls import show_controls, tell_measured
from pages._parts.practices_data import find_practices, list_whose, read_practice_list, read_shown, read_use
from pages._parts.practices_filter import AskedPractices, read_filter, show_filter
from pages._parts.practices_lines import ON_PAGE, show_lines
from pages._parts.practices_marks import Marking, show_card, start_marking
from pages._parts.scope import Scope

_FEW = 3
_PAGE_NUMBER, _ASKED = "practices_page", "practices_asked"


def show_list(data: CurrentData, scope: Scope) -> None:
    """Show the list of the municipalities whose organisations the person sees."""
    reference = data.reference
    whose = list_whose(data, scope)
    listed = read_practice_list(data, scope, whose)
    marks = start_marking(data, read_shown(data))
    asked = read_filter(reference)
    found = find_practices(listed, asked.conditions, asked.order, marks.keys, data)
    finding = list_finding(found.reported, found.planned, _whose_genitive(data, scope, whose))
    subtitle = _list_subtitle(data, scope)
    show_finding(finding, subtitle)
    file = partial(build_practices_table, found.lines, reference, marks.keys, finding, subtitle)
    show_controls("list", data, f"Практики {scope.period}", {"": file}, scoped=True)
    show_card(data, marks, listed.practices)
    show_filter(asked)
    told = tell_participations(found.reported) if found.reported.organisations else ""
    show_notes((tell_planned(found.planned),), told)
    if not found.lines:
        st.info("Ничего не найдено. Измените отбор, период или муниципалитет.")
        return
    _show_page(found.lines, asked, data, marks)


def _show_page(lines: tuple[FoldedPractice, ...], asked: AskedPractices, data: CurrentData, marks: Marking) -> None:
    place = st.container()
    pages = -(-len(lines) // ON_PAGE)
    _begin_anew(asked, pages)
    page = st.pagination(pages, key=_PAGE_NUMBER) if pages > 1 else 1
    with place:
        show_lines(lines[(page - 1) * ON_PAGE : page * ON_PAGE], data.reference, marks)
        st.caption(f"{count_of(len(lines), 'строка', 'строки', 'строк')}; нажмите на строку, чтобы увидеть, кто ведёт.")


def _begin_anew(asked: AskedPractices, pages: int) -> None:
    """Go to the first page where something else is looked for."""
    question = (asked.conditions, asked.order)
    is_new = st.session_state.get(_ASKED) != question or st.session_state.get(_PAGE_NUMBER, 1) > pages
    if is_new and _PAGE_NUMBER in st.session_state:
        st.session_state[_PAGE_NUMBER] = 1
    st.session_state[_ASKED] = question


def _list_subtitle(data: CurrentData, scope: Scope) -> str:
    what = "Программы наставничества из отчётов и из программ в работе; похожие названия сложены в одну строку"
    return tell_measured(what, data, scope, read_use(data, scope))


def _whose_genitive(data: CurrentData, scope: Scope, whose: tuple[str, ...]) -> str:
    region = data.reference.region
    if len(whose) == len(region.districts):
        return region.facts.short_genitive
    if not whose:
        return "ваших муниципалитетов"
    return join_names([region.district(oktmo).genitive for oktmo in whose], _FEW)

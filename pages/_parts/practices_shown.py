"""«К показу»: the practices that the centre marked, with the reason; everyone's to see."""

from collections.abc import Sequence

import streamlit as st

from cmn_core.analysis.practice_words import shown_finding
from cmn_core.documents.practice_tables import build_shown_table
from cmn_core.store.shown_practices import ShownPractice
from pages._parts.database import CurrentData
from pages._parts.finding import show_finding, show_notes
from pages._parts.html_table import Links, show_table
from pages._parts.practices_controls import show_controls
from pages._parts.practices_data import read_shown
from pages._parts.practices_marks import Marking, show_card, start_marking
from pages._parts.scope import Scope


def show_shown(data: CurrentData, scope: Scope) -> None:
    """Show the marked practices; the centre changes them from here."""
    shown = read_shown(data)
    marks = start_marking(data, shown)
    kept = tuple(each for each in shown if scope.district in (None, each.district))
    finding = shown_finding(len(kept))
    subtitle = "Практики, которые центр предлагает посмотреть всем муниципалитетам"
    show_finding(finding, subtitle)
    table = build_shown_table(kept, data.reference, finding, subtitle)
    show_controls("shown", data, "Практики к показу", {"": table} if kept else {}, scoped=True)
    show_card(data, marks)
    if not kept:
        show_notes((_how_to_mark(marks),))
        return
    with st.container(key="practices_shown"):
        show_table(table, links=_card_links(kept, marks) if marks.may_mark else {})


def _how_to_mark(marks: Marking) -> str:
    if not marks.may_mark:
        return "Отмечает региональный центр; отмеченное появится здесь."
    return "Откройте «Список», раскройте программу и нажмите «отметить» в строке организации."


def _card_links(shown: Sequence[ShownPractice], marks: Marking) -> Links:
    return {(row, 2): marks.address_of(each.organisation_id, each.name_key) for row, each in enumerate(shown)}

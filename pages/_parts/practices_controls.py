"""What every view of «Практики» has: the choice of views, what can be taken away, the grey line."""

from collections.abc import Mapping

import streamlit as st

from cmn_core.analysis.overview import narrowed_subtitle
from cmn_core.analysis.practice_use import RegionUse
from cmn_core.analysis.practice_words import measured_subtitle
from pages._parts.database import CurrentData
from pages._parts.downloads import OfferedTable, Picture, show_downloads
from pages._parts.page_choices import PageChoice, show_segments
from pages._parts.scope import Scope

SPOTS = "spots"
VIEW = PageChoice(
    "view",
    "Что показать",
    {
        "list": "Список",
        "forms": "Формы по муниципалитетам",
        "models": "Ролевые модели по муниципалитетам",
        SPOTS: "Белые пятна",
        "shown": "К показу",
    },
)
MEASURE = PageChoice("measure", "Мера", {"programmes": "программы", "mentees": "наставляемые"})


def show_controls(
    view: str,
    data: CurrentData,
    name: str,
    tables: Mapping[str, OfferedTable],
    picture: Picture | None = None,
    *,
    measure: str | None = None,
    scoped: bool = False,
) -> None:
    """Show the choice of views, and what can be taken away under a name."""
    with st.container(key=f"controls_practices_{view}", horizontal=True, vertical_alignment="center"):
        show_segments(VIEW, view)
        if measure is not None:
            show_segments(MEASURE, measure)
        if tables:
            place = f"practices_{view}"
            show_downloads(place, name, tables, picture, demonstration=data.demonstration, scoped=scoped)


def tell_measured(what: str, data: CurrentData, scope: Scope, use: RegionUse) -> str:
    """Write the grey line: what is measured, at which date, of which organisations."""
    told = measured_subtitle(use, what, accepted_only=scope.accepted_only)
    return narrowed_subtitle(told, data.reference, scope.subordination)

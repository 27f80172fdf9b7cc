"""«Численность»: the denominators of a year with their gaps, its versions, what each changed, and the way back."""

from functools import partial

import streamlit as st

from cmn_core.documents.population_tables import (
    build_cell_changes,
    build_population_table,
    build_population_versions,
    count_gaps,
)
from cmn_core.store.facts import PopulationValue
from cmn_core.store.population import population_key, read_population
from cmn_core.store.population_versions import population_years, read_cell_changes
from cmn_core.store.reports import bring_back
from cmn_core.store.versions import ReportVersion, read_versions
from cmn_core.wording import MUNICIPALITIES, count_of, format_moment, join_names
from pages._parts.author import signed
from pages._parts.data_state import DataState
from pages._parts.database import CurrentData
from pages._parts.downloads import show_downloads
from pages._parts.failure import in_words
from pages._parts.finding import show_fact, show_notes
from pages._parts.html_table import show_table
from pages._parts.page_choices import PageChoice, read_choices, show_select_box
from pages._parts.scope import current_scope

_CODE = "population"
_MOST_NAMED = 8


def show_population_data(data: CurrentData, state: DataState) -> None:
    """Show a year's denominators, its gaps and its versions."""
    own = current_scope().period.year
    years = sorted({*population_years(data.database), own}, reverse=True)
    words = {str(own): str(own)} | {str(year): str(year) for year in years}
    choice = PageChoice("population_year", "Год", words)
    (chosen,) = read_choices(choice)
    year = int(chosen)
    values = read_population(data.database, year)
    table = build_population_table(values, year, data.reference)
    with st.container(key="controls_population", horizontal=True, vertical_alignment="center"):
        show_select_box(choice, chosen)
        show_fact(table.title, table.subtitle)
        show_downloads("population", f"Численность {year}", {"": table}, demonstration=data.demonstration)
    _say_gaps(values, data)
    st.page_link("upload.py", label="Шаблон и загрузка численности — на странице «Загрузка отчёта»")
    show_table(table)
    versions = read_versions(data.database, population_key(year))
    if versions:
        _show_versions(versions, data, state)


def _say_gaps(values: tuple[PopulationValue, ...], data: CurrentData) -> None:
    gaps = count_gaps(values, data.reference)
    if not values:
        show_notes((), "Численность этого года ещё не загружена: показатели по численности — «нет данных».")
    elif gaps:
        told = (
            f"{caption} — {count_of(len(names), *MUNICIPALITIES)} ({join_names(names, _MOST_NAMED)})"
            for caption, names in gaps.items()
        )
        show_notes((), f"Не указано: {'; '.join(told)}.")
    else:
        show_notes((), "Все значения указаны.")


def _show_versions(versions: tuple[ReportVersion, ...], data: CurrentData, state: DataState) -> None:
    table = build_population_versions(versions)
    show_fact(table.title, table.subtitle)
    show_table(table)
    words = {version.report_id: f"версия {version.version}, {format_moment(version.saved_at)}" for version in versions}
    with st.container(key="data_line_version", horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox("Версия", list(words), format_func=words.__getitem__, key=state.key("version"))
        version = next(item for item in versions if item.report_id == chosen)
        standing = next((item.report_id for item in versions if item.in_force), None)
        st.button(
            "Вернуть эту версию", disabled=version.in_force, key=state.key("bring_back"),
            on_click=in_words(_bring_back), args=(version, standing, data, state),
        )  # fmt: skip
    changes = build_cell_changes(read_cell_changes(data.database, chosen), version, data.reference)
    show_fact(changes.title, changes.subtitle)
    show_table(changes)


def _bring_back(version: ReportVersion, standing: int | None, data: CurrentData, state: DataState) -> None:
    bring_back(data.database, version.report_id, expected=standing, **signed())
    undo = None if standing is None else partial(bring_back, data.database, standing, expected=version.report_id)
    state.done(_CODE, f"Действует версия {version.version} от {format_moment(version.saved_at)}.", undo)

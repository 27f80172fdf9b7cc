"""«Планы и пороги»: targets by year and thresholds, edited in place, with who changed what and the way back."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from cmn_core.documents.settings_tables import build_limits_table, build_targets_table
from cmn_core.reference import Reference, shipped_reference
from cmn_core.reference.indicators import parse_target_pct
from cmn_core.reference.limits import limit_range, parse_limit
from cmn_core.store.settings import LIMIT, TARGET, override_limits, override_targets
from cmn_core.wording import NO_TARGET, format_target
from pages._parts.author import now
from pages._parts.data_form import Field, show_form
from pages._parts.data_saving import save_settings, show_history
from pages._parts.data_state import DataState
from pages._parts.database import CurrentData
from pages._parts.downloads import show_downloads
from pages._parts.finding import show_fact, show_notes
from pages._parts.html_table import show_table
from pages._parts.page_choices import PageChoice, read_choices, show_select_box

_CODE = "plans"
_YEARS_AHEAD = 1


def show_plans(data: CurrentData, state: DataState) -> None:
    """Show and edit targets and thresholds."""
    years = _list_years(data)
    table = build_targets_table(data.reference, years)
    limits = build_limits_table(data.reference)
    with st.container(key="controls_plans", horizontal=True, vertical_alignment="center"):
        show_fact(table.title, table.subtitle)
        tables = {", планы": table, ", пороги": limits}
        show_downloads("plans", "Планы и пороги", tables, demonstration=data.demonstration)
    show_table(table)
    _edit_targets(years, data, state)
    show_fact(limits.title, limits.subtitle)
    show_table(limits)
    _edit_limits(data, state)
    show_history(data, "планы и пороги", TARGET, LIMIT)


def _list_years(data: CurrentData) -> range:
    planned = {year for item in shipped_reference().indicators for year in item.targets}
    latest = max([now().year, *(period.year for period in data.periods)])
    return range(min(planned), max(*planned, latest + _YEARS_AHEAD) + 1)


def _edit_targets(years: Sequence[int], data: CurrentData, state: DataState) -> None:
    with st.expander("Изменить план года", type="compact", key="edit_targets", bind="query-params"):
        current = str(data.periods[-1].year) if data.periods else str(now().year)
        words = {current: current} | {str(year): str(year) for year in years}
        choice = PageChoice("year", "Год", words)
        (chosen,) = read_choices(choice)
        with st.container(key="narrow_choice_year"):
            show_select_box(choice, chosen)
        year = int(chosen)
        seen = state.seen(data.reference)
        fields = [_target_field(item.code, year, seen) for item in seen.indicators]
        show_notes(("План в процентах, до двух знаков после запятой. Пустое поле вернёт исходный план.",))
        wanted = show_form(
            state.key(f"targets_{year}"), fields, lambda _, written: parse_target_pct(written),
            save=f"Сохранить план {year} года",
        )  # fmt: skip
        if wanted:
            save = partial(override_targets, data.database, year, wanted, seen=seen)
            save_settings(save, _CODE, data, state)


def _target_field(code: str, year: int, reference: Reference) -> Field:
    indicator = reference.indicator(code)
    standing = indicator.target_pct(year)
    shipped = shipped_reference().indicator(code).target_pct(year)
    return Field(
        code,
        f"{indicator.label}, %",
        "" if standing is None else format_target(standing).removesuffix("%").strip(),
        placeholder=NO_TARGET if shipped is None else f"исходный план {format_target(shipped)}",
    )


def _edit_limits(data: CurrentData, state: DataState) -> None:
    with st.expander("Изменить пороги", type="compact", key="edit_limits", bind="query-params"):
        show_notes(("Пустое поле вернёт исходное значение.",))
        seen = state.seen(data.reference)
        fields = [
            Field(
                text.code,
                f"{text.label}, {text.unit}",
                str(getattr(seen.limits, text.code)),
                meaning=text.meaning,
                placeholder="от {} до {}".format(*limit_range(text.code)),
            )
            for text in seen.limit_texts
        ]
        wanted = show_form(state.key("limits"), fields, parse_limit, save="Сохранить пороги")
        if wanted:
            save_settings(partial(override_limits, data.database, wanted, seen=seen), _CODE, data, state)

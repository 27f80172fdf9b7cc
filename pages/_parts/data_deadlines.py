"""«Сроки»: until when reports are in time, edited in place, with who changed what and the way back."""

from functools import partial

import streamlit as st

from cmn_core.documents.settings_tables import build_deadlines_table
from cmn_core.period import Period, parse_period
from cmn_core.reference.collection import FIRST_DAY, LAST_DAY, parse_deadline_date, parse_deadline_day
from cmn_core.reference.indicators import LAYOUT_CODES, LayoutCode
from cmn_core.store.deadlines import DEADLINE, DEADLINE_DAY, override_deadline_dates, override_deadline_days
from cmn_core.wording import format_date, format_period
from pages._parts.author import now
from pages._parts.data_form import Field, show_form
from pages._parts.data_saving import save_settings, show_history
from pages._parts.data_state import DataState
from pages._parts.database import CurrentData
from pages._parts.downloads import show_downloads
from pages._parts.finding import show_fact, show_notes
from pages._parts.html_table import show_table
from pages._parts.page_choices import PageChoice, read_choices, show_select_box

_CODE = "deadlines"
_MONTHS_BACK, _MONTHS_AHEAD = 12, 3


def show_deadlines(data: CurrentData, state: DataState) -> None:
    """Show and edit deadlines."""
    table = build_deadlines_table(data.reference)
    with st.container(key="controls_deadlines", horizontal=True, vertical_alignment="center"):
        show_fact(table.title, table.subtitle)
        show_downloads("deadlines", "Сроки сдачи отчётов", {"": table}, demonstration=data.demonstration)
    show_table(table)
    _edit_days(data, state)
    _edit_month(data, state)
    show_history(data, "сроки", DEADLINE_DAY, DEADLINE)


def _edit_days(data: CurrentData, state: DataState) -> None:
    with st.expander("Изменить общий срок", type="compact", key="edit_days", bind="query-params"):
        show_notes(
            (
                "Число следующего месяца. Новый срок действует для всех месяцев, у которых нет своего, и прошедших "
                "тоже. Пустое поле вернёт исходный срок.",
            )
        )
        seen = state.seen(data.reference)
        fields = [
            Field(
                layout,
                f"{seen.layouts.label(layout)}, число",
                str(day),
                placeholder=f"от {FIRST_DAY} до {LAST_DAY}",
            )
            for layout, day in seen.collection.deadlines.days.items()
        ]
        wanted = show_form(
            state.key("days"), fields, lambda _, written: parse_deadline_day(written), save="Сохранить общий срок"
        )
        if wanted:
            days = {_layout(code): day for code, day in wanted.items()}
            save_settings(partial(override_deadline_days, data.database, days, seen=seen), _CODE, data, state)


def _edit_month(data: CurrentData, state: DataState) -> None:
    with st.expander("Изменить срок одного месяца", type="compact", key="edit_month", bind="query-params"):
        choice = PageChoice("month", "Месяц", {str(period): format_period(period) for period in _list_months(data)})
        (chosen,) = read_choices(choice)
        with st.container(key="narrow_choice_month"):
            show_select_box(choice, chosen)
        period = parse_period(chosen)
        show_notes(("Дата, включительно. Пустое поле вернёт общий срок.",))
        seen = state.seen(data.reference)
        deadlines = seen.collection.deadlines
        fields = []
        for layout in deadlines.layouts:
            own = deadlines.dates.get((layout, period))
            fields.append(
                Field(
                    layout,
                    f"{seen.layouts.label(layout)}, дата",
                    format_date(own) if own else "",
                    placeholder=f"общий срок {format_date(deadlines.due(layout, period))}",
                )
            )
        wanted = show_form(
            state.key(f"month_{period}"), fields, lambda _, written: parse_deadline_date(written, period),
            save=f"Сохранить срок за {format_period(period)}",
        )  # fmt: skip
        if wanted:
            dates = {_layout(code): day for code, day in wanted.items()}
            save_settings(partial(override_deadline_dates, data.database, period, dates, seen=seen), _CODE, data, state)


def _list_months(data: CurrentData) -> list[Period]:
    """List months to choose from: the latest with a report or the current one first, then the others."""
    today = Period(now().year, now().month)
    first = data.periods[-1] if data.periods else today
    around = {today.shifted(months) for months in range(-_MONTHS_BACK, _MONTHS_AHEAD + 1)}
    return [first, *sorted({*around, *data.periods} - {first}, reverse=True)]


def _layout(code: str) -> LayoutCode:
    return next(layout for layout in LAYOUT_CODES if layout == code)

"""The screen of collecting: the month in numbers, the table, who is to be reminded, how it is counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import streamlit as st

from cmn_core.analysis.collected_months import CollectedMonth, CollectedMonths, list_collected_months
from cmn_core.analysis.collection_filters import FILTERS, is_looked_for
from cmn_core.analysis.collection_summary import CollectionSummary, summarise_month
from cmn_core.analysis.reminders import write_common_letter, write_reminders
from cmn_core.documents.collection_tables import (
    build_month_table,
    build_reminders_table,
    build_year_table,
    order_by_name,
)
from cmn_core.documents.shown_table import ShownTable
from cmn_core.period import Period, parse_period
from cmn_core.reference import Reference
from cmn_core.reference.indicators import LAYOUT_CODES, LayoutCode
from cmn_core.wording import format_period
from pages._parts.collection_data import as_open_drafts, collected_year, judge_months, open_drafts, today_of
from pages._parts.collection_table import write_legend, write_states, write_year
from pages._parts.database import CurrentData
from pages._parts.downloads import show_downloads
from pages._parts.finding import show_fact, show_notes
from pages._parts.html_table import show_table
from pages._parts.page_choices import PageChoice, read_choices, show_select_box
from pages._parts.plain_text import plain

_STYLE = Path(__file__).parent / "collection.css"
_ALL = ""


@dataclass(frozen=True, slots=True)
class CollectionScreen:
    """What was chosen and what came of it."""

    focus: Period
    periods: tuple[Period, ...]
    """The months of the focus's year, earliest first."""
    places: tuple[str, ...]
    """ОКТМО of the municipalities that the person sees, by name."""
    months: CollectedMonths
    summary: CollectionSummary
    filter_code: str

    @property
    def in_focus(self) -> tuple[CollectedMonth, ...]:
        """Return the month in focus of every municipality."""
        return tuple(self.months[place, self.focus] for place in self.places)

    @property
    def found(self) -> tuple[CollectedMonth, ...]:
        """Return those of them that are looked for."""
        return tuple(month for month in self.in_focus if is_looked_for(month, self.filter_code))


def list_focus_months(data: CurrentData) -> tuple[Period, ...]:
    """List the months that are collected, latest first; none while nothing was ever reported."""
    if not data.periods:
        return ()
    today = today_of(data)
    last = max(Period(today.year, today.month).shifted(-1), data.periods[-1])
    months = [last]
    while months[-1] > data.periods[0]:
        months.append(months[-1].shifted(-1))
    return tuple(months)


def choose_collection(data: CurrentData, districts: frozenset[str] | None) -> tuple[CollectionScreen, "Choices"]:
    """Read the choices from the address and judge the months that they show."""
    choices = _list_choices(list_focus_months(data), data.reference)
    month, form, filter_code = read_choices(choices.month, choices.form, choices.state)
    focus = parse_period(month)
    today = today_of(data)
    periods = list_collected_months(focus.year, data.periods[0], collected_year(data, focus.year, districts), today)
    months = judge_months(data, periods, districts, drafts=as_open_drafts(open_drafts(data)), layout=_layout(form))
    places = tuple(place for place in order_by_name(data.reference) if districts is None or place in districts)
    summary = summarise_month(focus, [months[place, focus] for place in places], today)
    screen = CollectionScreen(focus, periods, places, months, summary, filter_code)
    return screen, choices.with_chosen(month, form, filter_code)


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen over the table, with what is."""

    month: PageChoice
    form: PageChoice
    state: PageChoice
    chosen: tuple[str, ...] = ()

    def with_chosen(self, *codes: str) -> "Choices":
        """Return the choices with the codes that hold."""
        return Choices(self.month, self.form, self.state, codes)


def _list_choices(months: Sequence[Period], reference: Reference) -> Choices:
    forms = {layout: reference.layouts.label(layout) for layout in reference.collection.deadlines.layouts}
    return Choices(
        PageChoice("month", "Месяц", {str(period): format_period(period) for period in months}),
        PageChoice("form", "Отчёт", {_ALL: "любой из двух"} | forms),
        PageChoice("state", "Показать", FILTERS),
    )


def show_choices(choices: Choices) -> None:
    """Draw the choices in a row."""
    with st.container(key="controls_collection", horizontal=True, vertical_alignment="center"):
        for choice, code in zip((choices.month, choices.form, choices.state), choices.chosen, strict=True):
            show_select_box(choice, code)


def show_collection_style() -> None:
    """Put the stylesheet of collecting in."""
    st.html(_STYLE)


def show_summary(summary: CollectionSummary) -> None:
    """Show the month's numbers in a row."""
    of = f"из {summary.total}"
    waiting = summary.total - summary.sent
    numbers = (
        ("Сдали", summary.sent, of),
        ("В срок", summary.in_time, f"из {summary.sent} сдавших"),
        ("Полных", summary.full, f"из {summary.sent} сдавших"),
        ("Приняты центром", summary.states.get("accepted", 0), of),
        ("Ждут решения", summary.states.get("sent", 0), "не приняты"),
        ("Возвращены", summary.states.get("returned", 0), "на исправлении"),
        ("Не сдали", waiting, of),
    )
    cards = "".join(
        f"<li><span>{escape(label)}</span><b>{number}</b><span>{escape(note)}</span></li>"
        for label, number, note in numbers
    )
    st.html(f'<ul class="cmn-cards">{cards}</ul>')


def show_year(screen: CollectionScreen, data: CurrentData) -> None:
    """Show municipalities by months."""
    places = [month.district for month in screen.found]
    if not places:
        show_notes((f"За {format_period(screen.focus)} таких отчётов нет.",))
        return
    st.html(
        write_legend(data.reference) + write_year(screen.months, screen.periods, places, screen.focus, data.reference)
    )


def show_month(screen: CollectionScreen, data: CurrentData) -> None:
    """Show the month in focus with every number."""
    table = build_month_table(screen.found, data.reference)
    if not table.rows:
        show_notes((f"За {format_period(screen.focus)} таких отчётов нет.",))
        return
    show_table(table)


def show_reminders(screen: CollectionScreen, data: CurrentData) -> None:
    """Show who is to be reminded, with a letter to copy for each and for all."""
    reminders = write_reminders(screen.in_focus, data.reference)
    if not reminders:
        show_notes((), f"За {format_period(screen.focus)} напоминать некому: все отчёты сданы и полны.")
        return
    show_notes((), "Письмо копируется кнопкой в его углу.")
    with st.expander(f"Всем сразу, одним письмом: {len(reminders)}", key="remind_all", type="compact"):
        _show_letter(write_common_letter(screen.in_focus, data.reference))
    for reminder in reminders:
        with st.expander(plain(f"{reminder.name}: {reminder.gist}"), key=f"remind_{reminder.district}", type="compact"):
            _show_letter(reminder.letter)


def show_rules(data: CurrentData) -> None:
    """Show what the signs mean and how collecting is counted."""
    show_fact("Что значат знаки")
    st.html(write_states(data.reference))
    show_fact("Как считаем", *data.reference.collection.rules)


def offer_files(screen: CollectionScreen, data: CurrentData, *, reminds: bool) -> None:
    """Offer the tables as files."""
    tables: Mapping[str, ShownTable] = {
        ", год": build_year_table(screen.months, screen.periods, data.reference, places=screen.places),
        ", месяц": build_month_table(screen.in_focus, data.reference),
    }
    if reminds:
        letters = build_reminders_table(write_reminders(screen.in_focus, data.reference))
        tables = {**tables, ", письма": letters}
    show_downloads(
        "collection", f"Сбор отчётности {screen.focus}", tables, demonstration=data.demonstration, scoped=True
    )


def _show_letter(letter: str) -> None:
    st.code(letter, language=None, wrap_lines=True)


def _layout(code: str) -> LayoutCode | None:
    return next((layout for layout in LAYOUT_CODES if layout == code), None)

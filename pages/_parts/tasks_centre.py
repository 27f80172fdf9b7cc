"""What waits for the centre: sent and not judged yet; accepted one by one or several ticked at once."""

from collections.abc import Sequence

import streamlit as st

from cmn_core.analysis.collection_words import tell_fullness, tell_missing, tell_timing
from cmn_core.analysis.tasks import WaitingReport, key_of_version, list_waiting, tell_waiting
from cmn_core.period import Period, parse_period
from cmn_core.store.report_keys import describe_key
from cmn_core.store.report_way import accept_many
from cmn_core.store.versions import read_reports_of
from cmn_core.wording import count_of, format_moment, format_period
from pages._parts.author import acting
from pages._parts.collection_data import judge_months
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.finding import show_fact, show_finding
from pages._parts.page_choices import PageChoice, read_choices, show_select_box
from pages._parts.tasks_links import describe_line, show_report_link
from pages._parts.tasks_state import TasksState
from pages._parts.upload_html import show_html

_ON_PAGE = 15
_REPORTS = ("отчёт", "отчёта", "отчётов")


def show_waiting(months: Sequence[Period], data: CurrentData, state: TasksState) -> None:
    """Show what waits, a month at a time, with ticks."""
    layouts = data.reference.collection.deadlines.layouts
    waiting = list_waiting(judge_months(data, months, None, layout=layout) for layout in layouts)
    show_finding(tell_waiting(waiting), "Отправлены муниципалитетами и ещё не приняты; сначала те, что ждут дольше.")
    if waiting:
        _show_of_month(_choose_month(waiting), data, state)
    _show_own(data)


def _show_own(data: CurrentData) -> None:
    """Show the region's own reports: nobody else would accept them."""
    own = [each for each in read_reports_of(data.database, None) if each.in_force and each.state == "sent"]
    if not own:
        return
    show_fact("Отчёты области, ещё не приняты")
    for each in own:
        with st.container(key=f"tasks_line_{each.report_id}", horizontal=True, vertical_alignment="center"):
            told = f"{data.reference.layouts.label(each.key.layout)}; отправлен {format_moment(each.saved_at)}"
            show_html(describe_line(describe_key(each.key, data.reference), told))
            show_report_link("Открыть", each.report_id)


def _show_of_month(shown: Sequence[WaitingReport], data: CurrentData, state: TasksState) -> None:
    """Show the reports of a month, a page at a time."""
    pages = -(-len(shown) // _ON_PAGE)
    bar = st.container(key="tasks_bar", horizontal=True, vertical_alignment="center")
    page = st.pagination(pages, key=state.key("page")) if pages > 1 else 1
    on_page = shown[(page - 1) * _ON_PAGE : page * _ON_PAGE]
    with st.container(key="tasks_waiting", gap=None):
        for each in on_page:
            _show_line(each, data, state)
    ticked = [each for each in on_page if st.session_state.get(_tick(each, state))]
    with bar:
        st.button(
            f"Принять отмеченные: {len(ticked)}", type="primary", disabled=not ticked, key=state.key("accept"),
            on_click=in_words(_accept), args=(ticked, data, state),
        )  # fmt: skip
        clean = [each for each in on_page if each.is_clean]
        st.button(
            f"Отметить полные: {len(clean)}", disabled=not clean, key=state.key("tick_clean"),
            on_click=_tick_all, args=(clean, state),
        )  # fmt: skip
        show_html("<p class='up-muted'>Чтобы вернуть отчёт или посмотреть замечания, откройте его.</p>")


def _choose_month(waiting: Sequence[WaitingReport]) -> list[WaitingReport]:
    by_month: dict[Period, list[WaitingReport]] = {}
    for each in waiting:
        by_month.setdefault(each.version.period, []).append(each)
    words = {
        str(period): f"{format_period(period)}: {len(by_month[period])}" for period in sorted(by_month, reverse=True)
    }
    choice = PageChoice("month", "Месяц", words)
    (chosen,) = read_choices(choice)
    with st.container(key="controls_tasks", horizontal=True, vertical_alignment="center"):
        show_select_box(choice, chosen)
    return by_month[parse_period(chosen)]


def _show_line(each: WaitingReport, data: CurrentData, state: TasksState) -> None:
    version, reference = each.version, data.reference
    name = describe_key(key_of_version(version), reference)
    with st.container(key=f"tasks_line_{version.report_id}", horizontal=True, vertical_alignment="center"):
        st.checkbox(f"Отметить: {name}", key=_tick(each, state), label_visibility="collapsed")
        told = (
            reference.layouts.label(version.layout),
            f"отправлен {format_moment(version.sent_at)}",
            tell_timing(each.month.timing),
            tell_missing(each.month, reference) or tell_fullness(each.month.fullness, reference),
        )
        show_html(describe_line(name, *told))
        show_report_link("Открыть", version.report_id)


def _tick(each: WaitingReport, state: TasksState) -> str:
    return state.key(f"tick_{each.version.report_id}")


def _tick_all(waiting: Sequence[WaitingReport], state: TasksState) -> None:
    for each in waiting:
        st.session_state[_tick(each, state)] = True


def _accept(ticked: Sequence[WaitingReport], data: CurrentData, state: TasksState) -> None:
    names = {each.version.report_id: describe_key(key_of_version(each.version), data.reference) for each in ticked}
    judged = tuple(accept_many(data.database, names, by=acting()))
    refused = tuple(f"{names[each.report_id]}: {each.refusal}" for each in judged if each.refusal)
    done = len(judged) - len(refused)
    state.say(f"Приняты: {count_of(done, *_REPORTS)}." if done else "", refused)

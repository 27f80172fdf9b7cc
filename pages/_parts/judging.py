"""One report before the centre's eyes: what it says of itself, its remarks, its way; accepted, returned or unlocked."""

from collections.abc import Callable

import streamlit as st

from cmn_core.documents.district_tables import build_corrections_table, build_problems_table
from cmn_core.documents.way_tables import build_cells_table, build_steps_table
from cmn_core.errors import CmnError
from cmn_core.reference import Reference
from cmn_core.store.named_cells import name_cell, parse_named_cells, pick_cells
from cmn_core.store.report_keys import describe_key
from cmn_core.store.report_steps import FaultyCell
from cmn_core.store.report_way import LONGEST_REASON, accept_report, read_steps, return_report, unlock_report
from cmn_core.store.versions import ReportVersion
from cmn_core.store.way_words import STATE_LABELS
from cmn_core.wording import format_date, format_moment
from pages._parts.author import acting
from pages._parts.database import CurrentData
from pages._parts.finding import show_fact, show_finding
from pages._parts.html_table import show_table
from pages._parts.person import current_actor
from pages._parts.plain_text import plain
from pages._parts.tasks_state import TasksState

_CELLS_HEIGHT = 110


def show_report(version: ReportVersion, data: CurrentData, state: TasksState) -> None:
    """Show a version with all that is known of it, and what the person may do with it."""
    show_finding(
        f"{describe_key(version.key, data.reference)}: {_tell_state(version)}", _tell_origin(version, data.reference)
    )
    judges = current_actor().person.may("judge_reports", version.key.sender)
    if judges and version.in_force:
        _show_judging(version, data, state)
    if version.state == "returned" and version.judged:
        show_fact("Почему возвращён", version.judged.reason or "")
        if version.judged.cells:
            show_table(build_cells_table(version.judged.cells))
    for table in (
        *((build_problems_table(version),) if version.problems else ()),
        *((build_corrections_table(version),) if version.corrections else ()),
    ):
        show_fact(table.title, table.subtitle)
        show_table(table)
    if not version.problems:
        show_fact("Замечаний проверки нет")
    steps = build_steps_table(read_steps(data.database, version.report_id))
    show_fact(steps.title, steps.subtitle if steps.rows else "Отчёт сохранён до того, как шаги стали записываться.")
    if steps.rows:
        show_table(steps)


def _tell_state(version: ReportVersion) -> str:
    if version.in_force and version.state == "accepted" and not version.locked:
        return "принят, открыт для исправления"
    return STATE_LABELS[version.state]


def _tell_origin(version: ReportVersion, reference: Reference) -> str:
    sender = f", прислал {version.sent_by}" if version.sent_by else ""
    return (
        f"{reference.layouts.label(version.key.layout)}, данные на {format_date(version.as_of)}; файл "
        f"«{version.file_name}», версия {version.version}; сохранил {version.author} "
        f"{format_moment(version.saved_at)}{sender}"
    )


def _show_judging(version: ReportVersion, data: CurrentData, state: TasksState) -> None:
    if version.state == "sent":
        accept = st.button("Принять отчёт", type="primary", key=state.key(f"accept_{version.report_id}"))
        st.caption("Принятый отчёт нельзя заменить или отменить, пока центр не откроет его для исправления.")
        if accept:
            _do(lambda: accept_report(data.database, version.report_id, by=acting()), "принят", version, data, state)
    if version.locked:
        _show_unlocking(version, data, state)
    _show_returning(version, data, state)


def _show_returning(version: ReportVersion, data: CurrentData, state: TasksState) -> None:
    with st.expander("Вернуть на исправление", key=state.key("returning"), type="compact"):
        remarked = {name_cell(cell): cell for cell in pick_cells(version.problems)}
        with st.form(state.key("return"), border=False):
            reason = st.text_area(
                "Причина: что исправить", max_chars=LONGEST_REASON, key=state.key("reason"),
                placeholder="Например: наставляемых больше, чем обучающихся; проверьте и отправьте снова.",
            )  # fmt: skip
            picked = (
                st.multiselect(
                    "Ячейки из замечаний проверки", list(remarked), key=state.key("picked"),
                    format_func=lambda name: f"{name}: {remarked[name].fault}", placeholder="Можно не выбирать",
                )
                if remarked
                else []
            )  # fmt: skip
            written = st.text_area(
                "Другие ячейки, по одной в строке", key=state.key("cells"), height=_CELLS_HEIGHT,
                placeholder="Лист1!C12 – меньше, чем в прошлом месяце",
            )  # fmt: skip
            pressed = st.form_submit_button("Вернуть отчёт", type="primary")
        if pressed:
            _return([remarked[name] for name in picked], written or "", reason or "", version, data, state)


def _return(
    picked: list[FaultyCell], written: str, reason: str, version: ReportVersion, data: CurrentData, state: TasksState
) -> None:
    try:
        cells = (*picked, *parse_named_cells(written))
    except CmnError as fault:
        st.error(plain(fault.message))
        return
    _do(
        lambda: return_report(data.database, version.report_id, reason=reason, cells=cells, by=acting()),
        "возвращён на исправление", version, data, state,
    )  # fmt: skip


def _show_unlocking(version: ReportVersion, data: CurrentData, state: TasksState) -> None:
    with st.expander("Открыть для исправления", key=state.key("unlocking"), type="compact"):
        st.caption("Принятая версия учитывается дальше, пока муниципалитет не отправит новую.")
        with st.form(state.key("unlock"), border=False):
            reason = st.text_area("Причина", max_chars=LONGEST_REASON, key=state.key("unlock_reason"))
            pressed = st.form_submit_button("Открыть отчёт", type="primary")
        if pressed:
            _do(
                lambda: unlock_report(data.database, version.report_id, reason=reason or "", by=acting()),
                "открыт для исправления", version, data, state,
            )  # fmt: skip


def _do(deed: Callable[[], object], done: str, version: ReportVersion, data: CurrentData, state: TasksState) -> None:
    """Do a deed and say so at the top of the page made anew; a refusal is said and what was typed stays."""
    try:
        deed()
    except CmnError as refusal:
        st.error(plain(refusal.message))
        return
    state.say(f"{describe_key(version.key, data.reference)}: отчёт {done}.")
    st.rerun()

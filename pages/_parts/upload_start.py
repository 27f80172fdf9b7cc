"""The upload page before there is a file: where to drop it, what will happen, blank forms; after a saving, its word."""

import streamlit as st

from cmn_core.intake.apart.workers import warm_workers
from cmn_core.reference.budgets import read_budgets
from pages._parts.author import now
from pages._parts.database import CurrentData
from pages._parts.finding import show_finding
from pages._parts.plain_text import plain
from pages._parts.scope import current_scope
from pages._parts.upload_desk import UploadDesk
from pages._parts.upload_draft_list import show_drafts
from pages._parts.upload_drop import show_drop_zone
from pages._parts.upload_html import show_html
from pages._parts.upload_reading import known_here
from pages._parts.upload_saved import show_saved
from pages._parts.upload_senders import keeps_population, sends_for_all
from pages._parts.upload_templates import show_templates

_STEPS = (
    ("Проверка", "покажем каждую ошибку рядом с её ячейкой"),
    ("Сверка", "узнаем организации и сравним с прошлым отчётом"),
    ("Сохранение", "числа сразу появятся на обзоре; сохранение можно отменить"),
)


def show_start(data: CurrentData, desk: UploadDesk) -> None:
    """Show what was saved last, the drop zone and the templates; have the workers ready for the file."""
    warm_workers()
    state = desk.alone
    if desk.left:
        st.warning(plain(desk.left))
    if state.saved:
        show_saved(data, state)
        st.divider()
    else:
        show_finding(
            "Загрузите отчёты муниципалитетов" if sends_for_all(data) else "Загрузите отчёт муниципалитета",
            f"Один файл или до {read_budgets().pile_files} сразу: {_name_forms(data)}; Excel, LibreOffice или CSV.",
        )
    main, beside = st.columns([1.7, 1], gap="large")
    with main:
        if state.saved:
            show_html("<p class='up-line'><b>Следующие отчёты</b></p>")
        show_drop_zone(desk, size="middle" if state.saved else "large")
        show_drafts(data, desk)
        if not state.saved:
            _show_steps()
    with beside:
        show_templates(current_scope(), known_here(data), data, now().date())


def _name_forms(data: CurrentData) -> str:
    monthly, expansion = "ежемесячный отчёт", "форма «О расширении практик наставничества»"
    return f"{monthly}, {expansion} или «Численность»" if keeps_population(data) else f"{monthly} или {expansion}"


def _show_steps() -> None:
    steps = "".join(
        f"<li><b>{number}. {name}</b><span>{gist}</span></li>" for number, (name, gist) in enumerate(_STEPS, 1)
    )
    show_html(f"<ol class='up-steps'>{steps}</ol>")

"""The stages of carrying out: one opens at a time."""

import streamlit as st

from cmn_core.programme.opened_parts import current_stages
from cmn_core.programme.programme import Stage
from pages._parts.finding import show_fact
from pages._parts.plain_text import plain
from pages._parts.programme_fields import ask_line, ask_prose
from pages._parts.programme_rows import offer_adding, offer_dropping, offer_shipped, put_in_row
from pages._parts.programme_state import Desk


def show_stages(desk: Desk) -> None:
    """Show the stages with their months; each opens to its fields."""
    stages = current_stages(desk.programme, desk.data.reference)
    show_fact("Этапы", "Нажмите на этап, чтобы изменить сроки, действия, ответственных и результат.")
    for place, stage in enumerate(stages):
        title = f"{place + 1}. {stage.title or 'Новый этап'}"
        months = f" · {stage.months}" if stage.months else ""
        with st.expander(plain(title + months), type="compact", key=f"programme_stage_{place}"):
            _show_stage(desk, stages, place)
    with st.container(key="data_line_stages", horizontal=True):
        offer_adding(desk, "stages", stages, Stage(title="Новый этап"), "Добавить этап")
        offer_shipped(desk, "stages", "Вернуть исходные этапы")


def _show_stage(desk: Desk, stages: tuple[Stage, ...], place: int) -> None:
    stage = stages[place]

    def name(part: str) -> str:
        return f"stage_{place}_{part}"

    with st.container(key=f"fields_programme_stage_{place}"):
        ask_line(desk, name("title"), "Этап", stage.title, put_in_row("stages", stages, place, "title"))
        ask_line(desk, name("months"), "Сроки", stage.months, put_in_row("stages", stages, place, "months"))
        ask_line(
            desk, name("responsible"), "Ответственные", stage.responsible,
            put_in_row("stages", stages, place, "responsible"),
        )  # fmt: skip
    left, right = st.columns(2)
    with left:
        ask_prose(desk, name("actions"), "Действия", stage.actions, put_in_row("stages", stages, place, "actions"))
    with right:
        ask_prose(desk, name("result"), "Результат", stage.result, put_in_row("stages", stages, place, "result"))
    offer_dropping(desk, "stages", stages, place, f"этап «{stage.title}».")

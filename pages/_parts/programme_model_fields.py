"""The fields of one role model: who, what for, how many, when, who watches over it."""

from functools import partial

import streamlit as st

from cmn_core.programme.opening import change_model
from cmn_core.programme.programme import KeptForm, KeptModel, Programme
from cmn_core.programme.rearranging import move_model
from pages._parts.finding import show_notes
from pages._parts.programme_fields import ask_choice, ask_line, ask_number, ask_prose, offer_change
from pages._parts.programme_state import Desk, Put

_UNITS = {"pair": "пары", "group": "группы"}
_MOST, _LARGEST_GROUP = 10_000, 500


def show_model(form: KeptForm, model: KeptModel, desk: Desk) -> None:
    """Show a role model's fields; every one may be rewritten."""
    with st.container(key="programme_model_fields"):
        _show_place(form, model, desk)
        put = partial(_put, form, model)
        ask_line(desk, "model_label", "Ролевая модель", model.label, put("label"))
        if model.typical and model.typical != model.label:
            show_notes((f"Типовая модель: {model.typical}",))
        with st.container(key="fields_programme_model"):
            ask_choice(desk, "model_unit", "Работают", _UNITS, model.unit, put("unit"))
            what = "Сколько пар" if model.unit == "pair" else "Сколько групп"
            ask_number(desk, "model_count", what, model.count, put("count"), least=0, most=_MOST)
            if model.unit == "group":
                ask_number(
                    desk, "model_size", "Наставляемых в группе", model.group_size, put("group_size"), least=2,
                    most=_LARGEST_GROUP,
                )  # fmt: skip
            ask_line(desk, "model_period", "Период", model.period, put("period"))
            ask_line(desk, "model_curator", "Куратор", model.curator, put("curator"), placeholder="Фамилия и инициалы")
        ask_prose(desk, "model_gist", "Суть", model.gist, put("gist"), lines=2)
        ask_prose(desk, "model_goal", "Цель", model.goal, put("goal"), lines=2)
        left, right = st.columns(2)
        with left:
            ask_prose(desk, "model_mentor", "Наставник: кто это", model.mentor, put("mentor"), lines=5)
        with right:
            ask_prose(desk, "model_mentee", "Наставляемый: кто это", model.mentee, put("mentee"), lines=5)
        ask_prose(desk, "model_result", "Ожидаемый результат", model.result, put("result"), lines=3)


def _show_place(form: KeptForm, model: KeptModel, desk: Desk) -> None:
    """Say which form it is of, and let it be moved."""
    keys = [item.key for item in form.models]
    place = keys.index(model.key)
    with st.container(key="programme_model_place", horizontal=True, vertical_alignment="center"):
        show_notes((f"{form.label}, модель {place + 1} из {len(keys)}",))
        for by, label, is_end in ((-1, "Выше", place == 0), (1, "Ниже", place == len(keys) - 1)):
            offer_change(
                desk, f"model_move_{by}", label, partial(_move, form, model, by), disabled=is_end,
                help="Переставить модель в документе",
            )  # fmt: skip


def _move(form: KeptForm, model: KeptModel, by: int, programme: Programme) -> Programme:
    return move_model(programme, form.key, model.key, by)


def _put(form: KeptForm, model: KeptModel, part: str) -> Put[object]:
    def put(programme: Programme, value: object) -> Programme:
        if part == "label" and not str(value).strip():
            # Nothing can be printed or found without a name: the former one stays.
            return programme
        return change_model(programme, form.key, model.key, **{part: value})

    return put

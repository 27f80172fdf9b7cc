"""Step 3: the role models of each kept form as ticks; one of them at a time is open to be written."""

import streamlit as st

from cmn_core.programme.facts import UNIT_WORDS
from cmn_core.programme.opening import drop_model, keep_model, keep_own_model, offered_models
from cmn_core.programme.programme import KeptForm, KeptModel
from cmn_core.wording import count_of
from pages._parts.failure import in_words
from pages._parts.finding import show_fact, show_notes
from pages._parts.plain_text import plain
from pages._parts.programme_model_fields import show_model
from pages._parts.programme_saving import keep
from pages._parts.programme_state import Desk, follow, left_with

Opened = tuple[KeptForm, KeptModel]


def show_models_step(desk: Desk) -> None:
    """Show the role models on the left, the one that is being written on the right."""
    if not desk.programme.forms:
        st.info("Сначала отметьте формы на шаге 2: у каждой появятся её ролевые модели.")
        return
    opened = _find_opened(desk)
    listed, written = st.columns((5, 6), gap="large")
    with listed:
        for form in desk.programme.forms:
            _show_form(form, opened, desk)
    with written:
        if opened is None:
            show_notes(("Отметьте ролевую модель слева: здесь появятся её поля.",))
        else:
            show_model(*opened, desk)


def _find_opened(desk: Desk) -> Opened | None:
    """Return the role model whose fields are shown: the one that was asked for, else the first."""
    models = desk.programme.models
    asked = (pair for pair in models if desk.work.opened_model == (pair[0].key, pair[1].key))
    return next(asked, models[0] if models else None)


def _show_form(form: KeptForm, opened: Opened | None, desk: Desk) -> None:
    with st.container(key=f"programme_ticks_model_{form.key}"):
        kept = count_of(len(form.models), "модель", "модели", "моделей") if form.models else "ни одной модели"
        show_fact(form.label)
        show_notes((kept,))
        for model in form.models:
            _show_kept(form, model, desk, is_open=opened == (form, model))
        kept_keys = {model.key for model in form.models}
        for model in offered_models(desk.programme, desk.data.reference, form.key):
            if model.key not in kept_keys:
                _show_offered(form, model, desk)
        _ask_own(form, desk)


def _show_kept(form: KeptForm, model: KeptModel, desk: Desk, *, is_open: bool) -> None:
    place = f"{form.key}_{model.key}"
    with st.container(
        key=f"programme_model_{place}{'_open' if is_open else ''}", horizontal=True, vertical_alignment="top"
    ):
        st.checkbox(
            f"**{plain(model.label)}** {plain(_describe(model))}", key=follow(f"kept_{place}", True),
            on_change=in_words(_untick), args=(form, model, desk),
        )  # fmt: skip
        st.button(
            "Открыта" if is_open else "Открыть", key=f"programme_open_{place}", type="tertiary", disabled=is_open,
            help=None if is_open else f"Открыть поля модели: {plain(model.label)}",
            on_click=in_words(_open), args=(form, model, desk),
        )  # fmt: skip


def _describe(model: KeptModel) -> str:
    told = (count_of(model.count, *UNIT_WORDS[model.unit]) if model.count is not None else "", model.curator)
    return ", ".join(filter(None, told)) or "число и куратор не вписаны"


def _show_offered(form: KeptForm, model: KeptModel, desk: Desk) -> None:
    st.checkbox(
        f"**{plain(model.label)}** {plain(model.gist)}", key=follow(f"offered_{form.key}_{model.key}", False),
        on_change=in_words(_tick), args=(form, model, desk),
    )  # fmt: skip


def _tick(form: KeptForm, model: KeptModel, desk: Desk) -> None:
    keep(lambda programme: keep_model(programme, desk.data.reference, form.key, model.label), desk)
    desk.work.opened_model = (form.key, model.key)


def _open_last(form: KeptForm, desk: Desk) -> None:
    """Open what was added just now."""
    kept = next((item for item in desk.programme.forms if item.key == form.key), None)
    if kept is not None and kept.models:
        desk.work.opened_model = (kept.key, kept.models[-1].key)


def _untick(form: KeptForm, model: KeptModel, desk: Desk) -> None:
    what = f"Ролевая модель «{model.label}» убрана."
    keep(lambda programme: drop_model(programme, form.key, model.key), desk, what)


def _open(form: KeptForm, model: KeptModel, desk: Desk) -> None:
    desk.work.opened_model = (form.key, model.key)


def _ask_own(form: KeptForm, desk: Desk) -> None:
    name = f"new_model_{form.key}"
    with st.container(key=f"data_line_{name}", horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            f"Своя ролевая модель формы «{plain(form.label)}»", key=f"programme_{name}", max_chars=300,
            placeholder="Своя модель: кто – кому", label_visibility="collapsed",
        )  # fmt: skip
        st.button("Добавить", key=f"programme_add_{name}", on_click=in_words(_add_own), args=(form, desk))


def _add_own(form: KeptForm, desk: Desk) -> None:
    label = str(left_with(f"new_model_{form.key}") or "")
    if not label.strip():
        return
    keep(lambda programme: keep_own_model(programme, desk.data.reference, form.key, label), desk)
    _open_last(form, desk)
    follow(f"new_model_{form.key}", "")

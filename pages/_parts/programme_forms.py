"""Step 2: the forms that the organisation keeps; those that suit it first, its own ones beside."""

from collections.abc import Sequence

import streamlit as st

from cmn_core.programme.offered_forms import OfferedForm, list_offered_forms
from cmn_core.programme.opening import change_form, drop_form, keep_form, keep_own_form
from cmn_core.programme.programme import KeptForm, Programme
from cmn_core.programme.taking_over import take_reported
from cmn_core.wording import format_date
from pages._parts.failure import in_words
from pages._parts.finding import show_fact, show_notes
from pages._parts.plain_text import plain
from pages._parts.programme_fields import ask_line, ask_prose, offer_change
from pages._parts.programme_saving import keep
from pages._parts.programme_state import Desk, Put, follow, left_with


def show_forms_step(desk: Desk) -> None:
    """Show which forms there are, and keep those that are ticked."""
    _offer_reported(desk)
    offered = list_offered_forms(desk.programme, desk.organisation, desk.data.reference)
    show_fact("Подходят организации", "Оставьте только те формы, которые будут работать на деле.")
    _show_ticks("suiting", [item for item in offered if item.suits and not item.is_team], desk)
    others = [item for item in offered if not item.suits and not item.is_team]
    is_open = any(item.is_kept for item in others)
    if others:
        with st.expander("Другие типовые формы", type="compact", key="programme_other_forms", expanded=is_open):
            _show_ticks("others", others, desk)
    show_fact("Командные и собственные формы", "Организация вправе вести и свои формы, если они нужны для её задач.")
    _show_ticks("teams", [item for item in offered if item.is_team], desk)
    _show_own(desk)
    _ask_own(desk)


def _offer_reported(desk: Desk) -> None:
    known = desk.organisation
    if not known.practices or known.as_of is None:
        return
    with st.container(key="programme_reported", horizontal=True, vertical_alignment="center"):
        show_notes((f"Организация уже отчиталась о программах: отчёт на {format_date(known.as_of)}.",))
        offer_change(
            desk, "take_reported", "Взять формы и модели из отчёта",
            lambda programme: take_reported(programme, known, desk.data.reference),
            help="Добавится только то, чего в программе ещё нет; вписанное вами не изменится.",
        )  # fmt: skip


def _show_ticks(place: str, forms: Sequence[OfferedForm], desk: Desk) -> None:
    with st.container(key=f"programme_ticks_{place}"):
        for form in forms:
            reported = f" *Есть в отчёте на {plain(format_date(form.reported_on))}.*" if form.reported_on else ""
            st.checkbox(
                f"**{plain(form.label)}**{reported}  \n{plain(form.when)}",
                key=follow(f"form_{form.key}", form.is_kept), on_change=in_words(_tick), args=(form.key, desk),
            )  # fmt: skip


def _tick(key: str, desk: Desk) -> None:
    if left_with(f"form_{key}"):
        keep(lambda programme: keep_form(programme, desk.data.reference, key), desk)
    else:
        _drop(key, desk)


def _drop(key: str, desk: Desk) -> None:
    form = next((item for item in desk.programme.forms if item.key == key), None)
    if form is not None:
        what = f"Форма «{form.label}» убрана" + (f", ролевых моделей: {len(form.models)}." if form.models else ".")
        keep(lambda programme: drop_form(programme, key), desk, what)


def _show_own(desk: Desk) -> None:
    """Show the own forms with their words."""
    texts = desk.data.reference.programme
    own = [form for form in desk.programme.forms if form.code == desk.data.reference.forms.own.code]
    for form in own:
        if texts.find_form(form.key) is not None:
            continue
        with st.container(key=f"programme_own_{form.key}", border=True):
            ask_line(desk, f"own_label_{form.key}", "Название формы", form.label, _put(form, "label"))
            ask_prose(desk, f"own_description_{form.key}", "В чём она состоит", form.description,
                      _put(form, "description"), lines=2)  # fmt: skip
            st.button(
                "Убрать форму", key=f"programme_drop_{form.key}", type="tertiary", on_click=in_words(_drop),
                args=(form.key, desk),
            )  # fmt: skip


def _put(form: KeptForm, part: str) -> Put[str]:
    def put(programme: Programme, value: str) -> Programme:
        if part == "label" and not value.strip():
            return programme
        return change_form(programme, form.key, **{part: value})

    return put


def _ask_own(desk: Desk) -> None:
    with st.container(key="data_line_own_form", horizontal=True, vertical_alignment="bottom"):
        st.text_input("Своя форма", key="programme_new_form", placeholder="например, родитель – ученик", max_chars=200)
        st.button("Добавить форму", key="programme_add_form", on_click=in_words(_add_own), args=(desk,))


def _add_own(desk: Desk) -> None:
    label = str(left_with("new_form") or "")
    if not label.strip():
        return
    keep(lambda programme: keep_own_form(programme, label), desk)
    follow("new_form", "")

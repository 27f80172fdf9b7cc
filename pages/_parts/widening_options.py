"""The rows of a scenario: pairs, groups and enterprises of each form, and of role models that were added."""

from collections.abc import Set
from functools import partial
from html import escape

import streamlit as st

from cmn_core.analysis.widening import OptionResult, ScenarioResult
from cmn_core.analysis.widening_words import name_option, tell_added, tell_closing
from cmn_core.programme.scenario import Option
from cmn_core.reference import Reference
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.widening_plan import Plan, list_role_models
from pages._parts.widening_state import begun_plan, change_plan

_WIDTHS = (2.5, 0.8, 0.8, 0.9, 1.0, 1.9)
_CAPTIONS = ("Форма, ролевая модель", "Пар", "Групп", "В группе", "Новых предпр.", "К показателю; чтобы закрыть план")
_MOST, _MOST_IN_GROUP = 10_000, 500
_ADD = "widening_add"


def show_options(data: CurrentData, plan: Plan, result: ScenarioResult, absent: Set[tuple[str, str]]) -> None:
    """Show a row an option; `absent`: forms and role models that nobody in the municipality uses."""
    oktmo, reference = result.before.district, data.reference
    with st.container(key="widening_head"):
        for column, caption in zip(st.columns(_WIDTHS, gap="small"), _CAPTIONS, strict=True):
            column.html(f'<div class="cmn-grey">{escape(caption)}</div>')
    with st.container(key="widening_rows"):
        for each in result.options:
            is_absent = (each.option.form, each.option.role_model) in absent
            _show_row(each, result, reference, is_absent=is_absent)
    _offer_models(plan, oktmo, reference)


def _show_row(each: OptionResult, result: ScenarioResult, reference: Reference, *, is_absent: bool) -> None:
    option, oktmo, indicator = each.option, result.before.district, reference.indicator(result.after.indicator)
    name, pairs, groups, size, enterprises, told = st.columns(_WIDTHS, gap="small", vertical_alignment="center")
    label = name_option(option, reference)
    with name:
        _show_name(option, label, is_absent=is_absent)
    take = partial(_ask, option, oktmo, reference, label)
    with pairs:
        take("pairs", "Пар", _MOST)
    with groups:
        take("groups", "Групп", _MOST)
    with size:
        take("group_size", "Размер группы", _MOST_IN_GROUP)
    with enterprises:
        if reference.widening.rule(option.form, option.role_model).enterprises:
            take("new_enterprises", "Предприятий новых", _MOST)
    with told:
        closing = tell_closing(each)
        further = "ещё " if result.added else ""
        more = f"<div class='cmn-grey'>{further}{escape(closing)}</div>" if closing else ""
        st.html(f"<div class='cmn-told'><b>{escape(tell_added(each, indicator))}</b>{more}</div>")
        if option.role_model:
            st.button(
                "Убрать", key=_key(option, reference, "remove"), type="tertiary", help=f"Убрать строку «{label}»",
                on_click=in_words(_remove), args=(option, oktmo, reference),
            )  # fmt: skip


def _show_name(option: Option, label: str, *, is_absent: bool) -> None:
    shown = f"<em>{escape(option.role_model)}</em>" if option.role_model else f"<b>{escape(label)}</b>"
    mark = "<div class='cmn-grey'>в отчётах нет</div>" if is_absent else ""
    st.html(f"<div class='cmn-told'>{shown} {mark}</div>")


def _ask(option: Option, oktmo: str, reference: Reference, label: str, field: str, words: str, most: int) -> None:
    key = _key(option, reference, field)
    least = 2 if field == "group_size" else 0
    st.session_state[key] = getattr(option, field) or (reference.widening.terms.group_size if least else 0)
    st.number_input(
        f"{words}: {label}", min_value=least, max_value=most, step=1, key=key,
        on_change=in_words(_take), args=(option, oktmo, reference, field, key),
    )  # fmt: skip


def _take(option: Option, oktmo: str, reference: Reference, field: str, key: str) -> None:
    typed = st.session_state[key]
    usual = reference.widening.terms.group_size if field == "group_size" else 0
    value = (None if typed in (None, usual) else typed) if field == "group_size" else typed or 0
    # As it stands now: another row may have changed since this widget was drawn.
    plan = begun_plan(oktmo)
    changed = plan.option(option.form, option.role_model).model_copy(update={field: value})
    change_plan(oktmo, plan.having(changed), reference)


def _remove(option: Option, oktmo: str, reference: Reference) -> None:
    change_plan(oktmo, begun_plan(oktmo).without(option.form, option.role_model), reference)


def _offer_models(plan: Plan, oktmo: str, reference: Reference) -> None:
    """Offer the role models that have no row yet."""
    taken = {(each.form, each.role_model) for each in plan.options}
    offered = [
        Option(form=form.code, role_model=label)
        for form in reference.forms.federal
        for label in list_role_models(form.code, reference)
        if (form.code, label) not in taken
    ]
    if not offered:
        return
    names = {name_option(each, reference): each for each in offered}
    st.session_state[_ADD] = None
    st.selectbox(
        "Добавить ролевую модель отдельной строкой", list(names), index=None, key=_ADD,
        placeholder="Добавить ролевую модель отдельной строкой", label_visibility="collapsed",
        filter_mode="contains", on_change=in_words(_add), args=(names, oktmo, reference),
    )  # fmt: skip


def _add(names: dict[str, Option], oktmo: str, reference: Reference) -> None:
    chosen = st.session_state[_ADD]
    if chosen in names:
        change_plan(oktmo, begun_plan(oktmo).having(names[chosen]), reference)


def _key(option: Option, reference: Reference, field: str) -> str:
    """Name a widget by its row: a role model by its place in the reference."""
    place = ("", *list_role_models(option.form, reference)).index(option.role_model)
    return f"widening_{option.form}_{place}_{field}"

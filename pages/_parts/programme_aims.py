"""Figures to be reached by the end of the school year, beside the year's target and what the plan comes to."""

import streamlit as st

from cmn_core.programme.opened_parts import current_aims
from cmn_core.programme.programme import Aim
from cmn_core.programme.standing import Standing, describe_standing
from cmn_core.wording import NO_TARGET, format_count, format_pct, format_target
from pages._parts.finding import show_fact, show_notes
from pages._parts.programme_fields import ask_line, ask_number
from pages._parts.programme_rows import offer_adding, offer_dropping, offer_shipped, put_in_row
from pages._parts.programme_state import Desk

_WIDTHS = (5, 2, 5, 1)
_MOST = 10_000


def show_aims(desk: Desk) -> None:
    """Show the indicators, each with the number of people that is expected."""
    reference = desk.data.reference
    aims = current_aims(desk.programme, reference)
    show_fact("Показатели", "Пустое число: в документ встанет то, что складывается из запланированных пар и групп.")
    for place, aim in enumerate(aims):
        standing = describe_standing(aim.indicator, desk.programme, desk.organisation, reference)
        label = standing.indicator.label
        what, people, words, drop = st.columns(_WIDTHS, vertical_alignment="center")
        with what:
            show_notes((_describe(standing),), label)
        with people:
            planned = "" if standing.planned is None else f"по плану {format_count(standing.planned)}"
            ask_number(
                desk, f"aim_{place}_people", f"Ожидается, чел.: {label}", aim.people,
                put_in_row("aims", aims, place, "people"), least=0, most=_MOST, placeholder=planned, is_hidden=True,
            )  # fmt: skip
        with words:
            ask_line(
                desk, f"aim_{place}_words", f"Пояснение: {label}", aim.words, put_in_row("aims", aims, place, "words"),
                placeholder="Пояснение", is_hidden=True,
            )  # fmt: skip
        with drop:
            offer_dropping(desk, "aims", aims, place, f"показатель «{label}».")
    _offer_more(desk, aims)


def _describe(standing: Standing) -> str:
    """Say the year's target, what is reported, how many people make the target."""
    target, value = standing.target_pct, standing.value_pct
    told = [
        f"{standing.year}: {NO_TARGET}" if target is None else f"план {standing.year} года {format_target(target)}",
        "" if value is None else f"сейчас {format_pct(value, target)}",
        "" if standing.needed is None else f"нужно {format_count(standing.needed)} чел.",
    ]
    return ", ".join(filter(None, told))


def _offer_more(desk: Desk, aims: tuple[Aim, ...]) -> None:
    taken = {aim.indicator for aim in aims}
    rest = {item.code: item.label for item in desk.data.reference.indicators if item.code not in taken}
    with st.container(key="data_line_aims", horizontal=True, vertical_alignment="bottom"):
        if rest:
            chosen = st.selectbox(
                "Ещё один показатель", list(rest), format_func=rest.__getitem__, key="programme_new_aim"
            )
            offer_adding(desk, "aims", aims, Aim(indicator=chosen), "Добавить показатель")
        offer_shipped(desk, "aims", "Вернуть исходные показатели")

"""What may go wrong and what will be done: a row a risk."""

import streamlit as st

from cmn_core.programme.opened_parts import current_risks
from cmn_core.programme.programme import Risk
from pages._parts.finding import show_fact
from pages._parts.programme_fields import ask_prose
from pages._parts.programme_rows import offer_adding, offer_dropping, offer_shipped, put_in_row
from pages._parts.programme_state import Desk

_WIDTHS = (5, 7, 1)


def show_risks(desk: Desk) -> None:
    """Show the risks, each with its answer."""
    risks = current_risks(desk.programme, desk.data.reference)
    show_fact("Риски и меры")
    for place, item in enumerate(risks):
        risk, answer, drop = st.columns(_WIDTHS, vertical_alignment="center")
        with risk:
            ask_prose(
                desk, f"risk_{place}_risk", f"Риск {place + 1}", item.risk, put_in_row("risks", risks, place, "risk"),
                lines=2, is_hidden=True, placeholder="Что может помешать",
            )  # fmt: skip
        with answer:
            ask_prose(
                desk, f"risk_{place}_answer", f"Что будет сделано при риске {place + 1}", item.answer,
                put_in_row("risks", risks, place, "answer"), lines=2, is_hidden=True, placeholder="Что вы сделаете",
            )  # fmt: skip
        with drop:
            offer_dropping(desk, "risks", risks, place, f"риск «{item.risk}».")
    with st.container(key="data_line_risks", horizontal=True):
        offer_adding(desk, "risks", risks, Risk(risk="", answer=""), "Добавить риск")
        offer_shipped(desk, "risks", "Вернуть исходные риски")

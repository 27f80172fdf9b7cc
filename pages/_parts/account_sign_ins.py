"""One's own sign-ins: on which device, since when, and ending those that are not wanted."""

from collections.abc import Sequence

import streamlit as st

from cmn_core.store.sessions import Actor
from cmn_core.store.sign_ins import SignInCard, leave
from cmn_core.wording import format_moment
from pages._parts.author import now
from pages._parts.data_state import DataState
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.finding import show_fact, show_notes


def show_sign_ins(cards: Sequence[SignInCard], actor: Actor, data: CurrentData, state: DataState, code: str) -> None:
    """Show each sign-in that stands, this one first."""
    show_fact("Где вы вошли", "Незнакомое устройство завершите и смените пароль: он завершит все остальные входы.")
    for card in sorted(cards, key=lambda card: card.number != actor.sign_in_id):
        with st.container(key=f"data_line_sign_in_{card.number}", horizontal=True, vertical_alignment="center"):
            show_notes((_describe_times(card),), f"{_describe_place(card)}{_is_this(card, actor)}")
            if card.number != actor.sign_in_id:
                st.button(
                    "Завершить", key=state.key(f"end_{card.number}"), on_click=in_words(_end),
                    args=(card, data, state, code),
                )  # fmt: skip


def _describe_place(card: SignInCard) -> str:
    return f"{card.device or 'браузер не назван'}, адрес {card.address}"


def _is_this(card: SignInCard, actor: Actor) -> str:
    return " — это устройство" if card.number == actor.sign_in_id else ""


def _describe_times(card: SignInCard) -> str:
    return f"вход {format_moment(card.started_at)}, последнее действие {format_moment(card.seen_at)}"


def _end(card: SignInCard, data: CurrentData, state: DataState, code: str) -> None:
    leave(data.database, card.number, now=now())
    state.done(code, f"Вход завершён: {_describe_place(card)}.")

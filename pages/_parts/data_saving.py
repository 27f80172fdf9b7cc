"""Saving settings with the word on it and the way back, and who changed them before."""

from functools import partial

import streamlit as st

from cmn_core.documents.settings_tables import build_changes_table, describe_change
from cmn_core.store.failures import DatabaseUnavailable, StoreError
from cmn_core.store.setting_changes import SettingChange, read_setting_changes, take_back
from pages._parts.author import signed
from pages._parts.data_state import DataState
from pages._parts.database import CurrentData
from pages._parts.finding import show_fact
from pages._parts.html_table import show_table
from pages._parts.plain_text import plain


def save_settings(
    save: "partial[tuple[SettingChange, ...]]", section: str, data: CurrentData, state: DataState
) -> None:
    """Save what a form gave; a refusal is told and begins the form anew."""
    try:
        changes = save(**signed())
    except DatabaseUnavailable as away:
        # Nothing was refused: what was typed stays, and the same button saves it later.
        st.error(plain(away.message))
        return
    except StoreError as refusal:
        state.refuse(section, refusal.message)
        st.rerun()
    if not changes:
        st.info("Эти значения и так действуют: сохранять нечего.")
        return
    told = "; ".join("{}: {} → {}".format(*describe_change(change)) for change in changes)
    state.done(
        section, f"Сохранено и уже действует на всех страницах. {told}.", partial(take_back, data.database, changes)
    )
    st.rerun()


def show_history(data: CurrentData, what: str, *kinds: str) -> None:
    """Show who changed settings of these kinds; `what` they are called: «планы и пороги»."""
    changes = read_setting_changes(data.database, *kinds)
    table = build_changes_table(changes, what)
    show_fact(table.title, "" if changes else "Пока никто ничего не менял: действуют исходные значения.")
    if changes:
        show_table(table)

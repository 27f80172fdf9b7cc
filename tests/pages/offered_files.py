"""The files that a page offers: by Streamlit's own buttons, and by links that one person alone can follow."""

from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from cmn_core.http.files.handed import HANDED, HandedFile
from cmn_core.store.sessions import Actor


def hear_offered_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the name of each file that a page offers from now on."""
    heard: list[str] = []
    offer, hand = st.download_button, HANDED.hand

    def hear_button(label: str, data: Any, file_name: str, *rest: Any, **named: Any) -> bool:
        heard.append(file_name)
        return offer(label, data, file_name, *rest, **named)

    def hear_link(actor: Actor, place: str, file: HandedFile) -> str:
        heard.append(file.name)
        return hand(actor, place, file)

    monkeypatch.setattr(st, "download_button", hear_button)
    monkeypatch.setattr(HANDED, "hand", hear_link)
    return heard


def list_offers(page: AppTest) -> list[str]:
    """Return the words on the buttons and links that give files."""
    return [item.label for kind in ("link_button", "download_button") for item in page.get(kind)]

"""The names of the files that a page offers: they are told to the browser only when one is asked for."""

from typing import Any

import pytest
import streamlit as st


def hear_offered_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the name of each file that a page offers from now on."""
    heard: list[str] = []
    offer = st.download_button

    def hear(label: str, data: Any, file_name: str, *rest: Any, **named: Any) -> bool:
        heard.append(file_name)
        return offer(label, data, file_name, *rest, **named)

    monkeypatch.setattr(st, "download_button", hear)
    return heard

"""Replies to the senders of a pile: a letter a municipality about all of its files."""

from collections.abc import Sequence

import streamlit as st

from cmn_core.store.pile_files import PiledFile
from cmn_core.wording import FILES, count_of
from pages._parts.database import CurrentData
from pages._parts.upload_desk import Pile
from pages._parts.upload_reply import answer_file, show_letter

_NOBODY = "Муниципалитет не узнан"


def show_replies(files: Sequence[PiledFile], pile: Pile, data: CurrentData) -> None:
    """Offer the letter to a chosen sender."""
    region = data.reference.region
    by_sender: dict[str, list[PiledFile]] = {}
    for file in files:
        sender = file.key.sender if file.key else file.guess.district
        name = region.district(sender).short if sender else region.facts.name if file.key else _NOBODY
        by_sender.setdefault(name, []).append(file)
    with st.expander("Ответы отправителям: скопировать в письмо", key="upload_replies", type="compact"):
        names = sorted(by_sender, key=lambda name: (name == _NOBODY, name.removeprefix("г. ")))
        chosen: str = st.selectbox(
            "Кому", names, format_func=lambda name: f"{name}: {count_of(len(by_sender[name]), *FILES)}",
            key=f"upload_replies_to_{len(files)}", persist_state="session",
        )  # fmt: skip
        letters = [
            answer_file(file.reading, file.key, data.reference, is_saved=bool(pile.item(file.number).saved_report))
            for file in by_sender[chosen]
        ]
        show_letter(letters, data.reference)

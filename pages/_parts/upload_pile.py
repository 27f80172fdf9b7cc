"""A pile of files: what each one is, what will happen to it, and the clean ones saved with one click."""

from collections.abc import Sequence

import streamlit as st

from cmn_core.store.pile import find_months
from cmn_core.store.pile_files import JudgedFile, PiledFile
from cmn_core.wording import FILES, count_of, format_period, join_names, plural
from pages._parts.database import CurrentData
from pages._parts.finding import show_finding
from pages._parts.plain_text import plain
from pages._parts.upload_desk import Pile, UploadDesk
from pages._parts.upload_drop import show_drop_zone
from pages._parts.upload_pile_choices import choose_favourites, choose_months, name_senders
from pages._parts.upload_pile_drafts import keep_pile
from pages._parts.upload_pile_reading import judge_items, read_pile
from pages._parts.upload_pile_reply import show_replies
from pages._parts.upload_pile_save import show_pile_bar
from pages._parts.upload_pile_table import show_table


def show_pile(pile: Pile, data: CurrentData, desk: UploadDesk) -> None:
    """Read the files, judge them, and show them with what can be done."""
    title, drop = st.columns([2, 1], gap="large")
    with drop:
        show_drop_zone(desk, label="Добавить файлы")
        st.button("Убрать стопку, вернуться к шаблонам", key="upload_pile_drop", type="tertiary",
                  on_click=desk.drop_pile)  # fmt: skip
    place = title.container()
    with place:
        keep_pile(pile, data, desk)
        read_pile(pile, data)
    files, judged = judge_items(pile, data)
    with place:
        _show_title(files, judged, pile)
    for sentence in filter(None, (desk.left, pile.told)):
        st.warning(plain(sentence))
    choose_months(files, pile)
    choose_favourites(files, judged, pile, data.reference)
    show_table(judged, pile, data, desk)
    name_senders(files, desk, data.reference)
    show_replies(files, pile, data)
    show_pile_bar(judged, pile, data, desk)


def _show_title(files: Sequence[PiledFile], judged: Sequence[JudgedFile], pile: Pile) -> None:
    clean = sum(1 for item in judged if item.standing == "clean")
    waiting = sum(1 for item in judged if item.needs_person)
    saved = sum(1 for item in pile.items if item.saved_report)
    parts = [f"{count_of(clean, *FILES)} без замечаний"] if clean else []
    own = sum(1 for item in judged if item.standing == "own_names")
    parts += [f"{own} со своими формами"] if own else []
    parts += [f"{waiting}{' ' + plural(waiting, 'ждёт', 'ждут', 'ждут')} вашего решения"] if waiting else []
    parts += [f"сохранено {saved}"] if saved else []
    months = join_names([f"{format_period(month)} — {count}" for month, count in find_months(files)])
    finding = ", ".join(parts) or "Сохранять нечего: всё уже учтено"
    show_finding(finding, f"Загружено {count_of(len(files), *FILES)}{'; ' + months if months else ''}")

"""A pile that outlives its window: each of its files is a draft as soon as it is dropped, and the link names them."""

from hashlib import sha256

import streamlit as st

from cmn_core.errors import CmnError
from cmn_core.store.draft_reading import DraftSummary, list_drafts, read_draft
from cmn_core.store.drafts import start_draft
from pages._parts.author import acting
from pages._parts.database import CurrentData
from pages._parts.plain_text import plain
from pages._parts.upload_desk import Pile, PileItem, UploadDesk
from pages._parts.upload_drafts import describe_work, put_in_hand
from pages._parts.upload_state import UploadState

_IN_ADDRESS = "pile"
_OPENED = "draft"
_GONE = "Стопки из ссылки нет: её файлы сохранены, удалены или срок хранения черновиков истёк."


def follow_pile(data: CurrentData, desk: UploadDesk) -> None:
    """Bring back the pile that the link names where nothing is in hand; keep the link true to what is."""
    named = st.query_params.get(_IN_ADDRESS)
    in_hand = desk.pile is not None or desk.work.file is not None
    if named and named != desk.put_aside and not in_hand and not data.trouble:
        bring_pile_back(named, data, desk)
        if desk.pile is None:
            st.info(_GONE)
        else:
            _open_named_file(st.query_params.get(_OPENED), desk.pile, desk)
    if desk.pile is None:
        st.query_params.pop(_IN_ADDRESS, None)
    elif named != desk.pile.code:
        st.query_params[_IN_ADDRESS] = desk.pile.code


def bring_pile_back(code: str, data: CurrentData, desk: UploadDesk) -> None:
    """Put a pile in hand: the files that were neither saved nor deleted, with what was mended in them."""
    of_pile = sorted(draft.draft_id for draft in list_drafts(data.database) if pile_of(draft) == code)
    pile = Pile(code=code)
    for draft_id in of_pile:
        draft, work = read_draft(data.database, draft_id), UploadState()
        if draft is not None:
            put_in_hand(draft, work)
            pile.items.append(PileItem(len(pile.items) + 1, work))
    desk.pile = pile if pile.items else None


def pile_of(draft: DraftSummary) -> str | None:
    """Return the code of the pile that a draft was dropped with."""
    code: str | None = draft.choices.get("pile")
    return code


def keep_pile(pile: Pile, data: CurrentData, desk: UploadDesk) -> None:
    """Make a draft of each file that has none; where the database does not answer, say so and try at the next run."""
    unkept = [item.work for item in pile.items if item.work.mending.draft_id is None and not item.saved]
    try:
        for work in unkept:
            _keep(work, data, desk)
    except CmnError as failure:
        st.warning(plain(f"{failure.message} Файлы стопки пока держатся только этой страницей: не закрывайте её."))


def _keep(work: UploadState, data: CurrentData, desk: UploadDesk) -> None:
    file = work.file
    if file is None:
        return
    choices = describe_work(None, work, desk)
    digest = sha256(file.content).hexdigest()
    work.mending.draft_id = start_draft(data.database, file.name, file.content, digest, choices, acting())
    work.mending.kept_choices = choices


def _open_named_file(draft_id: str | None, pile: Pile, desk: UploadDesk) -> None:
    for item in pile.items:
        if str(item.work.mending.draft_id) == draft_id:
            desk.open(item.number)

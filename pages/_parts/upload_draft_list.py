"""The unfinished reports on the start page: one by one, and those that were dropped together as the pile they are."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from cmn_core.period import parse_period
from cmn_core.store.draft_reading import DraftSummary
from cmn_core.store.drafts import end_draft, reopen_draft
from cmn_core.wording import FILES, count_of, format_moment, format_period
from pages._parts.author import acting
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.upload_desk import UploadDesk
from pages._parts.upload_drafts import CELLS, list_open_drafts, open_draft
from pages._parts.upload_html import show_html, text
from pages._parts.upload_pile_drafts import bring_pile_back, pile_of

_MOST_SHOWN = 10


def show_drafts(data: CurrentData, desk: UploadDesk) -> None:
    """Offer the unfinished reports; what was deleted can be brought back."""
    drafts = list_open_drafts(data)
    if desk.deleted_drafts:
        numbers, what = desk.deleted_drafts
        with st.container(horizontal=True, vertical_alignment="center", key="upload_draft_deleted"):
            show_html(f"<p class='up-muted'>{text(what)}</p>")
            st.button("Вернуть", key="upload_draft_return", type="tertiary", on_click=in_words(_bring_back),
                      args=(numbers, data, desk))  # fmt: skip
    if not drafts:
        return
    show_html(f"<p class='up-line'><b>Незаконченные отчёты: {len(drafts)}</b></p>")
    groups = _group(drafts)
    for group in groups[:_MOST_SHOWN]:
        if len(group) > 1:
            _show_pile(group, data, desk)
        else:
            _show_draft(group[0], data, desk)
    if len(groups) > _MOST_SHOWN:
        st.caption(f"Показаны последние {_MOST_SHOWN}.")


def _group(drafts: Sequence[DraftSummary]) -> list[list[DraftSummary]]:
    """Put the files of a pile together, where the last changed of them stands."""
    groups: dict[str, list[DraftSummary]] = {}
    for draft in drafts:
        groups.setdefault(pile_of(draft) or f"alone {draft.draft_id}", []).append(draft)
    return list(groups.values())


def _show_pile(group: Sequence[DraftSummary], data: CurrentData, desk: UploadDesk) -> None:
    code, last = pile_of(group[0]) or "", group[0]
    mended = sum(1 for draft in group if draft.left_cells)
    told = (f"исправляли {count_of(mended, *FILES)}" if mended else "", format_moment(last.updated_at), last.author)
    title = f"Стопка: {count_of(len(group), *FILES)}"
    numbers = tuple(draft.draft_id for draft in group)
    with st.container(key=f"upload_draft_pile_{code}", horizontal=True, vertical_alignment="center"):
        show_html(f"<div class='up-name'><b>{text(title)}</b><span>{text('; '.join(filter(None, told)))}</span></div>")
        st.button("Продолжить", key=f"upload_draft_open_{code}", on_click=in_words(bring_pile_back),
                  args=(code, data, desk))  # fmt: skip
        st.button("Удалить", key=f"upload_draft_delete_{code}", type="tertiary", on_click=in_words(_delete),
                  args=(numbers, f"Стопка удалена: {count_of(len(group), *FILES)}.", data, desk))  # fmt: skip


def _show_draft(draft: DraftSummary, data: CurrentData, desk: UploadDesk) -> None:
    with st.container(key=f"upload_draft_{draft.draft_id}", horizontal=True, vertical_alignment="center"):
        whose = ", ".join(filter(None, _describe_choices(draft.choices, data)))
        told = (
            whose,
            count_of(draft.left_cells, *CELLS) if draft.left_cells else "",
            format_moment(draft.updated_at),
            draft.author,
        )
        about = "; ".join(text(part) for part in told if part)
        show_html(f"<div class='up-name'><b>{text(draft.file_name)}</b><span>{about}</span></div>")
        st.button("Продолжить", key=f"upload_draft_open_{draft.draft_id}", on_click=in_words(open_draft),
                  args=(draft.draft_id, data, desk))  # fmt: skip
        st.button("Удалить", key=f"upload_draft_delete_{draft.draft_id}", type="tertiary", on_click=in_words(_delete),
                  args=((draft.draft_id,), f"Черновик «{draft.file_name}» удалён.", data, desk))  # fmt: skip


def _describe_choices(choices: Mapping[str, Any], data: CurrentData) -> tuple[str, str]:
    region = data.reference.region
    known = {district.oktmo: district.short for district in region.districts}
    sender = known.get(choices.get("sender") or "", "")
    period = choices.get("period")
    return sender, format_period(parse_period(period)) if period else ""


def _delete(numbers: Sequence[int], what: str, data: CurrentData, desk: UploadDesk) -> None:
    for number in numbers:
        end_draft(data.database, number, "deleted", acting())
    desk.deleted_drafts = (tuple(numbers), what)


def _bring_back(numbers: Sequence[int], data: CurrentData, desk: UploadDesk) -> None:
    for number in numbers:
        reopen_draft(data.database, number, acting())
    desk.deleted_drafts = None

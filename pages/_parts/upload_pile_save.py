"""The clean files of a pile saved with one click, and taken back: one, or all of them."""

from collections.abc import Sequence

import streamlit as st

from cmn_core.store.pile_files import JudgedFile
from cmn_core.store.pile_saving import PileResult, save_pile, undo_pile
from cmn_core.wording import FILES, count_of
from pages._parts.author import current_author, now
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.upload_desk import Pile, UploadDesk
from pages._parts.upload_drafts import end_saved_draft, reopen_saved_draft
from pages._parts.upload_html import show_html, text
from pages._parts.upload_pile_reading import contents_of
from pages._parts.upload_state import SavedUpload

_REPORTS = ("отчёт", "отчёта", "отчётов")


def show_pile_bar(judged: Sequence[JudgedFile], pile: Pile, data: CurrentData, desk: UploadDesk) -> None:
    """Keep the button at the bottom of the window; save what is clean, each file by itself."""
    clean = [item for item in judged if item.standing == "clean"]
    saved = [item.number for item in pile.items if item.saved_report]
    with st.bottom, st.container(key="upload_save_bar", horizontal=True, vertical_alignment="center"):
        label = f"Сохранить {count_of(len(clean), *_REPORTS)} без замечаний"
        _confirm_own_names(judged, pile)
        pressed = bool(clean) and st.button(label, type="primary", key="upload_pile_save")
        show_html(f"<p class='up-muted'>{text(_explain(clean, judged))}</p>")
        if saved:
            st.button(f"Отменить сохранение: {count_of(len(saved), *_REPORTS)}", key="upload_pile_undo_all",
                      type="tertiary", on_click=in_words(undo_all), args=(pile, data))  # fmt: skip
        if pressed:
            _save(clean, pile, data, desk)


def _confirm_own_names(judged: Sequence[JudgedFile], pile: Pile) -> None:
    """Ask to take own forms and role models on for all files: the lists of both are open."""
    waiting = sum(1 for item in judged if item.standing == "own_names")
    if not waiting and not pile.takes_own_names:
        return
    asked = f"Подтверждаю свои формы и ролевые модели{f': {count_of(waiting, *FILES)}' if waiting else ''}"
    ticked = st.checkbox(asked, value=pile.takes_own_names, key="upload_pile_own", persist_state="session")
    if ticked != pile.takes_own_names:
        pile.takes_own_names = ticked
        st.rerun()


def _explain(clean: Sequence[JudgedFile], judged: Sequence[JudgedFile]) -> str:
    waiting = sum(1 for item in judged if item.needs_person)
    replaced = sum(1 for item in clean if item.beside and item.beside.compared.in_force)
    parts = [f"Новых: {len(clean) - replaced}, заменят прежнюю версию: {replaced}."] if clean else []
    parts += [f"Остальные {waiting} откройте по одному."] if waiting and clean else []
    parts += ["Откройте файлы по одному: каждый ждёт вашего решения."] if waiting and not clean else []
    return " ".join(parts) or "Все файлы учтены."


def _save(clean: Sequence[JudgedFile], pile: Pile, data: CurrentData, desk: UploadDesk) -> None:
    senders = {item.file.key: desk.senders.get(item.file.key.sender, "") for item in clean if item.file.key}
    bar = st.progress(0.0, "Сохраняю отчёты…")
    pile.told = ""
    done = failed = 0
    for result in save_pile(
        data.database, clean, contents_of(pile, clean), senders, author=current_author(), now=now()
    ):
        _note(result, pile, data)
        done += result.saved is not None
        failed += result.saved is None
        bar.progress((done + failed) / len(clean), f"Сохраняю отчёты: {done} из {len(clean)}")
        if result.stops:
            pile.told = (
                f"{result.refusal} Сохранено {done} из {len(clean)}, остальные ждут здесь: "
                "нажмите «Сохранить» ещё раз, когда база ответит."
            )
    if failed and not pile.told:
        pile.told = f"Сохранено {done} из {len(clean)}: почему не сохранились остальные, сказано в их строках."
    st.rerun()


def _note(result: PileResult, pile: Pile, data: CurrentData) -> None:
    """Note what came of a file in its row."""
    item = pile.item(result.number)
    if result.saved is None:
        item.refusal = result.refusal or ""
        return
    draft = end_saved_draft(data.database, item.work)
    is_new = result.saved.outcome == "saved"
    title = f"Сохранён, версия {result.saved.version}" if is_new else "Уже сохранён и действует"
    item.refusal = ""
    item.saved = (
        SavedUpload(result.key, result.saved.report_id, title, "", result.saved.notes, can_undo=is_new, draft_id=draft),
    )


def undo_one(number: int, data: CurrentData, desk: UploadDesk) -> None:
    """Take one saved file back, in its button's callback."""
    if desk.pile:
        _undo([number], desk.pile, data)


def undo_all(pile: Pile, data: CurrentData) -> None:
    """Take everything back that was saved from this pile, in the button's callback."""
    _undo([item.number for item in pile.items if item.saved_report], pile, data)


def _undo(numbers: Sequence[int], pile: Pile, data: CurrentData) -> None:
    reports = {number: saved for number in numbers if (saved := pile.item(number).saved_report)}
    keys = {number: (saved.key, saved.report_id) for number, saved in reports.items()}
    failed = 0
    for result in undo_pile(data.database, keys, author=current_author(), now=now()):
        item = pile.item(result.number)
        if result.refusal:
            item.refusal = result.refusal
            failed += 1
            continue
        reopen_saved_draft(data.database, reports[result.number].draft_id)
        item.saved, item.refusal = (), ""
    pile.told = (
        f"Отменено {len(keys) - failed} из {len(keys)}: остальные уже заменены, см. их строки." if failed else ""
    )

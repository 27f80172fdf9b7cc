"""The files of a pile, a row each: what needs a person first; each can be opened or taken back."""

from collections import Counter
from collections.abc import Iterable, Sequence

import streamlit as st

from cmn_core.intake.counting import count_reading
from cmn_core.intake.people_counts import sum_people
from cmn_core.intake.reading import Reading
from cmn_core.reference import Reference
from cmn_core.store.pile_files import JudgedFile
from cmn_core.store.report_keys import ReportKey
from cmn_core.wording import NBSP, format_count, format_period
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.upload_desk import Pile, PileItem, UploadDesk
from pages._parts.upload_html import show_html, text
from pages._parts.upload_pile_save import undo_one

_ON_PAGE = 20
_WIDTHS = (8.2, 1)
_ALL, _NEED, _OWN, _CLEAN, _DONE, _SAVED = "all", "need", "own", "clean", "done", "saved"
_GROUPS = {
    _ALL: "Все",
    _NEED: "Ждут решения",
    _OWN: "Свои формы",
    _CLEAN: "Без замечаний",
    _DONE: "Сохранять не нужно",
    _SAVED: "Сохранены",
}
_SIGNS = {_NEED: "!", _OWN: "i", _CLEAN: "✓", _DONE: "–", _SAVED: "✓"}
_HEAD = ("№", "Файл", "Узнан как", "Орг., чел.", "Замечания", "Что будет")


def show_table(judged: Sequence[JudgedFile], pile: Pile, data: CurrentData, desk: UploadDesk) -> None:
    """Draw the chosen rows, a page of them at a time."""
    verdicts = {item.file.number: item for item in judged}
    numbers = [*verdicts, *(item.number for item in pile.items if item.number not in verdicts)]
    groups = {number: _group(verdicts.get(number)) for number in numbers}
    chosen = _choose(groups.values())
    shown = [number for number in numbers if chosen in (_ALL, groups[number])]
    pages = -(-len(shown) // _ON_PAGE)
    place = st.container(key="upload_pile", gap=None)
    page = st.pagination(pages, key=f"upload_pile_page_{chosen}") if pages > 1 else 1
    with place:
        head, _ = st.columns(_WIDTHS)
        with head:
            _show_row("".join(f"<span>{caption}</span>" for caption in _HEAD), "up-pile-head")
        for number in shown[(page - 1) * _ON_PAGE : page * _ON_PAGE]:
            _show_item(pile.item(number), verdicts.get(number), groups[number], data, desk)


def _group(judged: JudgedFile | None) -> str:
    if judged is None:
        return _SAVED
    if judged.needs_person:
        return _NEED
    if judged.standing == "own_names":
        return _OWN
    return _CLEAN if judged.standing == "clean" else _DONE


def _choose(groups: Iterable[str]) -> str:
    counts = Counter(groups)
    words = {_ALL: f"{_GROUPS[_ALL]}: {counts.total()}"}
    words |= {code: f"{label}: {counts[code]}" for code, label in _GROUPS.items() if counts[code]}
    if len(words) < 3:
        return _ALL
    chosen = st.segmented_control(
        "Показать", list(words), format_func=words.__getitem__, default=_ALL, required=True, key="upload_pile_group",
        label_visibility="collapsed",
    )  # fmt: skip
    return chosen or _ALL


def _show_item(item: PileItem, judged: JudgedFile | None, group: str, data: CurrentData, desk: UploadDesk) -> None:
    row, action = st.columns(_WIDTHS, vertical_alignment="center")
    with row:
        _show_row(_build_cells(item, judged, group, data.reference), f"up-pile-{group}")
    with action:
        if judged is None:
            st.button("Отменить", key=f"upload_pile_undo_{item.work.number}", type="tertiary",
                      on_click=in_words(undo_one), args=(item.number, data, desk))  # fmt: skip
        else:
            st.button("Открыть", key=f"upload_pile_open_{item.work.number}", on_click=desk.open, args=(item.number,),
                      help=f"Файл №{NBSP}{item.number}: ошибки, сверка, сохранение")  # fmt: skip


def _show_row(cells: str, css: str) -> None:
    show_html(f"<div class='up-pile {css}'>{cells}</div>")


def _build_cells(item: PileItem, judged: JudgedFile | None, group: str, reference: Reference) -> str:
    reading = item.work.reading
    saved = item.saved_report
    key = saved.key if saved else judged.file.key if judged else None
    verdict = saved.title if saved else judged.verdict if judged else ""
    meaning = item.refusal or (judged.meaning if judged else "Учитывается; можно отменить.")
    sign = "up-sign-need" if group == _NEED or item.refusal else "up-sign-fine"
    return (
        f"<span class='up-pile-number'>{item.number}</span>"
        f"<span class='up-pile-file'>{text(item.name)}</span>"
        f"<span>{_build_recognised(reading, key, judged, reference)}</span>"
        f"<span class='up-pile-count'>{_build_counts(reading, judged)}</span>"
        f"<span>{_build_faults(reading, judged)}</span>"
        f"<span><b class='{sign}' aria-hidden='true'>{_SIGNS[group]}</b> <b>{text(verdict)}</b>"
        f"<small>{text(meaning)}</small></span>"
    )


def _build_recognised(
    reading: Reading | None, key: ReportKey | None, judged: JudgedFile | None, reference: Reference
) -> str:
    if reading is None or reading.layout is None:
        return "—"
    label = f"<small>{text(reference.layouts.label(reading.layout))}</small>"
    if key is None:
        district = judged.file.guess.district if judged else None
        place = reference.region.district(district).short if district else "муниципалитет?"
        month = format_period(reading.period) if reading.period else "месяц?"
        return label if reading.layout == "population" else f"<b>{text(place)}</b>, {text(month)}{label}"
    place = reference.region.district(key.sender).short if key.sender else reference.region.facts.name
    scopes = {item.code: f", {item.plural}" for item in reference.kinds.subordinations}
    scope = scopes.get(key.scope, "")
    return f"<b>{text(place)}</b>, {format_period(key.period)}{label.replace('</small>', f'{text(scope)}</small>')}"


def _build_counts(reading: Reading | None, judged: JudgedFile | None) -> str:
    if reading is None or reading.layout in (None, "population"):
        return "—"
    counted = count_reading(reading, judged.file.left_out_sheets if judged else frozenset())
    people = sum_people(item.people for item in counted).drawn_in
    return f"{format_count(len(counted))}<small>{format_count(people)}{NBSP}чел.</small>"


def _build_faults(reading: Reading | None, judged: JudgedFile | None) -> str:
    problems = [*(reading.problems if reading else ())]
    if judged and judged.beside:
        problems += judged.beside.compared.problems
    counts = Counter(item.severity for item in problems)
    parts = [f"<b class='up-less'>✕{NBSP}{counts['error']}</b> ош."] if counts["error"] else []
    parts += [f"!{NBSP}{counts['warning']} пред."] if counts["warning"] else []
    return "<br>".join(parts) or "нет"

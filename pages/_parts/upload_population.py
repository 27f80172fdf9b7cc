"""«Численность»: what a file says, what it changes, and its saving."""

from collections.abc import Sequence

import streamlit as st

from cmn_core.errors import CmnError
from cmn_core.intake.reading import Reading
from cmn_core.reference import Reference
from cmn_core.store.population import population_key, read_population, save_population
from cmn_core.store.population_changes import PopulationChange, compare_population
from cmn_core.store.verdict import why_not_saved
from cmn_core.wording import count_of, format_count
from pages._parts.author import current_author, now
from pages._parts.database import CurrentData
from pages._parts.plain_text import plain
from pages._parts.upload_desk import upload_desk
from pages._parts.upload_drafts import end_saved_draft
from pages._parts.upload_html import show_html, table, text
from pages._parts.upload_save import ask_confirmation, show_save_button
from pages._parts.upload_senders import keeps_population
from pages._parts.upload_state import SavedUpload, UploadState

_ON_PAGE = 40
_VALUES = ("значение", "значения", "значений")


def show_population(reading: Reading, data: CurrentData, state: UploadState) -> None:
    """Show the values beside those in force and offer to save them."""
    if not keeps_population(data):
        show_html("<p>Это «Численность»: её меняет региональный центр. Передайте файл ему; здесь он не сохранится.</p>")
        return
    years = sorted({row.year for row in reading.population})
    in_force = [value for year in years for value in read_population(data.database, year)]
    changes = compare_population(reading.population, in_force)
    _show_recognised(reading, years)
    if not reading.can_be_saved:
        return
    changed = [item for item in changes if not item.is_same]
    _show_changes(changed, len(changes), data.reference, state)
    if not changed:
        return
    with st.bottom, st.container(key="upload_save_bar", horizontal=True, vertical_alignment="center"):
        confirmed = ask_confirmation(reading, state)
        reason = why_not_saved(reading, (), confirmed=confirmed)
        if show_save_button(reason, "Заменит только заполненные ячейки.", state):
            _save(reading, data, state, confirmed=confirmed)


def _show_recognised(reading: Reading, years: Sequence[int]) -> None:
    districts = {row.district for row in reading.population}
    of = count_of(len(districts), "муниципалитет", "муниципалитета", "муниципалитетов")
    show_html(
        f"<p>Численность за {', '.join(str(year) for year in years)}: {of}, "
        f"{count_of(len(reading.population), *_VALUES)}. Пустые ячейки ничего не меняют.</p>"
    )


def _show_changes(changes: Sequence[PopulationChange], of: int, reference: Reference, state: UploadState) -> None:
    st.subheader("Что изменится")
    if not changes:
        show_html("<p>Все значения уже такие: сохранять нечего.</p>")
        return
    groups: dict[str, str] = {group.code: group.caption for group in reference.groups}
    pages = -(-len(changes) // _ON_PAGE)
    place = st.container()
    page = st.pagination(pages, key=state.key("population")) if pages > 1 else 1
    rows = [
        (
            text(reference.region.district(item.district).short),
            str(item.year),
            text(groups.get(item.group, item.group)),
            "—" if item.before is None else format_count(item.before),
            f"<b>{format_count(item.now)}</b>",
            text(item.source or "источник не указан"),
        )
        for item in changes[(page - 1) * _ON_PAGE : page * _ON_PAGE]
    ]
    with place:
        show_html(table(("Муниципалитет", "Год", "Группа", "Было", "Стало", "Источник"), rows, css="up-population"))
        if len(changes) < of:
            show_html(f"<p class='up-muted'>Без изменений: {count_of(of - len(changes), *_VALUES)}.</p>")


def _save(reading: Reading, data: CurrentData, state: UploadState, *, confirmed: bool) -> None:
    if state.file is None:
        return
    try:
        with st.spinner("Сохраняю численность…"):
            saved = save_population(
                data.database, reading, state.file.content, author=current_author(), now=now(), confirmed=confirmed
            )
    except CmnError as refusal:
        st.error(plain(refusal.message))
        return
    years = sorted({row.year for row in reading.population})
    outcomes = []
    for year, item in zip(years, saved, strict=True):
        is_saved = item.outcome == "saved"
        sentence = f"Численность на {year} год сохранена, версия {item.version}." if is_saved else item.notes[0]
        title = "Численность сохранена и учитывается" if is_saved else "Численность уже такая"
        outcomes.append(SavedUpload(population_key(year), item.report_id, title, sentence, can_undo=is_saved))
    end_saved_draft(data.database, state)
    upload_desk().finish(tuple(outcomes))
    st.rerun()

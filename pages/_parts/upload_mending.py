"""Mending in place: the faulty cells in a table, each checked again and kept as it is left."""

from collections.abc import Mapping, Sequence

import streamlit as st

from cmn_core.intake.checked_file import CheckedFile
from cmn_core.intake.corrected_grid import parse_address, read_shown_apart
from cmn_core.intake.mendable import MendableCell, describe_place, find_mendable, is_mendable
from cmn_core.intake.problems import by_severity
from cmn_core.intake.reading import Reading
from cmn_core.reference import Reference
from cmn_core.store.draft_reading import CellPlace
from cmn_core.wording import join_names
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.plain_text import plain
from pages._parts.upload_desk import UploadDesk
from pages._parts.upload_html import show_html, text
from pages._parts.upload_left_cells import take_left_cell
from pages._parts.upload_sheet_view import SIGNS, find_shown_value
from pages._parts.upload_state import UploadState

_ON_PAGE = 12
_WIDTHS = (2.1, 3.2, 1.1, 1.5)
_CUT = "…"
_MOST_NAMED = 4


def show_mending(checked: CheckedFile, state: UploadState, data: CurrentData, desk: UploadDesk) -> None:
    """Draw the table of cells with an input in each row."""
    reading, reference = checked.reading, data.reference
    cells = {cell.place: cell for cell in find_mendable(reading, reference)}
    _remember_returned(reading, state, reference)
    _remember_places(cells, checked, state)
    st.caption(
        "Впишите верное значение и перейдите к следующей ячейке: проверка повторится сама, а правка сохранится "
        "в черновике. Присланный файл не меняется, исправленное будет отмечено в отчёте."
    )
    places = state.mending.places
    pages = -(-len(places) // _ON_PAGE)
    table = st.container(key="upload_mending", gap="xsmall")
    page = st.pagination(pages, key=state.key("mending_page")) if pages > 1 else 1
    with table:
        _show_head()
        for place in places[(page - 1) * _ON_PAGE : page * _ON_PAGE]:
            cell = cells.get(place) or describe_place(place, reading, reference)
            if cell is not None:
                _show_cell(cell, reading, state, data, desk)
    _show_not_mendable(reading, reference)
    _offer_another(reading, state, data)


def _remember_returned(reading: Reading, state: UploadState, reference: Reference) -> None:
    """Add the cells that the centre named when it returned the report, where the table has them."""
    mending = state.mending
    missing = [
        place
        for place in _named_by_centre(reading, state)
        if place not in mending.places and describe_place(place, reading, reference)
    ]
    if not missing or state.file is None:
        return
    shown = read_shown_apart(state.file.content, state.file.name, missing)
    mending.originals.update(zip(missing, shown, strict=True))
    mending.places.extend(missing)


def _named_by_centre(reading: Reading, state: UploadState) -> dict[CellPlace, str]:
    """Return the named cells; one without a sheet is of the only sheet that the report stands on."""
    names = [sheet.name for sheet in reading.sheets]
    only = names[0] if len(names) == 1 else None
    return {(sheet or only, cell): told for (sheet, cell), told in state.returned_cells.items()}


def _remember_places(cells: Mapping[CellPlace, MendableCell], checked: CheckedFile, state: UploadState) -> None:
    """Add the rows that are new by now under the ones that stand; note what the file shows in their cells."""
    mending = state.mending
    told = {item.place: item.was for item in checked.reading.corrections}
    for place in (*sorted(mending.corrections, key=str), *cells):
        original = told.get(place)
        if original is None:
            problem = cells[place].problems[0] if place in cells else None
            shown = find_shown_value(problem, checked.fragments) if problem else None
            original = (problem.value or "" if problem else "") if shown is None else shown
        if original.endswith(_CUT):
            # A long text is not shown whole: it is mended in the file.
            continue
        mending.originals.setdefault(place, original)
        if place not in mending.places:
            mending.places.append(place)


def _show_head() -> None:
    captions = ("Ячейка", "Что не так и что сделать", "В файле", "Верное значение")
    for place, caption in zip(st.columns(_WIDTHS), captions, strict=True):
        with place:
            show_html(f"<p class='up-muted'>{caption}</p>")


def _show_cell(cell: MendableCell, reading: Reading, state: UploadState, data: CurrentData, desk: UploadDesk) -> None:
    where, what, was, entry = st.columns(_WIDTHS, vertical_alignment="center")
    original = state.mending.originals.get(cell.place, "")
    with where:
        sheet = f"{text(cell.sheet)}, " if cell.sheet else ""
        show_html(
            f"<div class='up-mend'><b>{text(cell.cell)}</b> <span>{sheet}{text(cell.column)}</span>"
            f"<small>{text(cell.organisation)}</small></div>"
        )
    with what:
        told = _named_by_centre(reading, state).get(cell.place)
        show_html(_describe_faults(cell, told, is_corrected=cell.place in state.mending.corrections))
    with was:
        show_html(f"<p class='up-was'>{text(original) or '<i>пусто</i>'}</p>")
    with entry:
        _show_input(cell, original, state, data, desk)


def _describe_faults(cell: MendableCell, told: str | None, *, is_corrected: bool) -> str:
    """Say what is wrong with a cell; `told`: what the centre wrote of it, None where it did not name it."""
    if not cell.problems:
        done = "<b class='up-done'>✓ Исправлено</b>" if is_corrected else "Замечаний нет"
        asked = "Замечание центра" + (f": {text(told)}" if told else "")
        return f"<p class='up-mend-what'>{asked if told is not None and not is_corrected else done}</p>"
    lines = "".join(
        f"<span class='up-chip up-{item.severity}'><b aria-hidden='true'>{SIGNS[item.severity]}</b></span>"
        f"{text(item.message)} <span class='up-remedy'>{text(item.remedy)}</span><br>"
        for item in cell.problems
    )
    return f"<p class='up-mend-what'>{lines}</p>"


def _show_input(cell: MendableCell, original: str, state: UploadState, data: CurrentData, desk: UploadDesk) -> None:
    widget = state.cell_key(cell.place)
    if widget not in st.session_state:
        standing = state.mending.corrections.get(cell.place)
        st.session_state[widget] = standing.now if standing else original
    st.text_input(
        f"Верное значение, ячейка {cell.cell}, {cell.column}", key=widget, label_visibility="collapsed",
        placeholder="пусто", on_change=in_words(take_left_cell), args=(cell.place, state, data, desk),
    )  # fmt: skip


def _show_not_mendable(reading: Reading, reference: Reference) -> None:
    texts = reference.problem_texts
    rest = [
        item for item in by_severity(reading.problems)
        if item.severity == "error" and not is_mendable(item, reading, texts)
    ]  # fmt: skip
    if rest:
        titles = join_names(list(dict.fromkeys(texts[item.code].title.lower() for item in rest)), _MOST_NAMED)
        show_html(f"<p class='up-line'>Исправляется только в самом файле: {text(titles)}.</p>")


def _offer_another(reading: Reading, state: UploadState, data: CurrentData) -> None:
    """Let a cell without a remark be mended too: of two numbers that contradict each other, either may be wrong."""
    names = [sheet.name for sheet in reading.sheets]
    if not names:
        return
    with (
        st.expander("Исправить другую ячейку", type="compact", key=state.key("another")),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        sheet = st.selectbox("Лист", names, key=state.key("another_sheet")) if len(names) > 1 else names[0]
        written = st.text_input("Адрес ячейки", placeholder="например, C7", key=state.key("another_cell"))
        pressed = st.button("Добавить в таблицу", key=state.key("another_add"))
    if not pressed:
        return
    address = parse_address(written or "")
    if address is None or describe_place((sheet, address), reading, data.reference) is None:
        st.warning(f"Ячейки {plain(written or '')} нет среди строк и столбцов отчёта: укажите адрес, например C7.")
        return
    _add(sheet, address, state)


def _add(sheet: str | None, address: str, state: UploadState) -> None:
    place = (sheet, address)
    mending = state.mending
    if place not in mending.places and state.file is not None:
        shown: Sequence[str] = read_shown_apart(state.file.content, state.file.name, [place])
        mending.originals[place] = shown[0]
        mending.places.append(place)
    st.rerun()

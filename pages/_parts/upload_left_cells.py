"""Cells that were left with another value: each goes to the draft at once, and other windows are heard."""

import streamlit as st

from cmn_core.errors import CmnError
from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.store.draft_reading import CellPlace, LeftCell, read_cells
from cmn_core.store.drafts import Window, leave_cell, start_draft
from cmn_core.wording import format_moment
from pages._parts.author import acting, current_author, now
from pages._parts.database import CurrentData
from pages._parts.upload_desk import UploadDesk
from pages._parts.upload_drafts import describe_work
from pages._parts.upload_state import UploadState

_NOT_KEPT = "Правка осталась на этой странице, но в черновик ещё не записана."


def name_cell(place: CellPlace) -> str:
    """Say which cell it is."""
    return f"{place[0]}, {place[1]}" if place[0] else place[1]


def take_left_cell(place: CellPlace, state: UploadState, data: CurrentData, desk: UploadDesk) -> None:
    """Take what an input was left with, in its callback; the value of the file takes the correction back."""
    mending = state.mending
    typed = str(st.session_state[state.cell_key(place)] or "").strip()
    before = mending.corrections.get(place)
    was = mending.originals.get(place, "")
    if typed == was:
        mending.corrections.pop(place, None)
    else:
        mending.corrections[place] = CellCorrection(*place, typed)
    mending.unkept[place] = mending.unkept.get(place, before.now if before else None)
    keep_left_cells(state, data, desk)


def keep_left_cells(state: UploadState, data: CurrentData, desk: UploadDesk) -> None:
    """Write what the database has not taken yet; where it does not answer, the cells wait in this window."""
    mending, file = state.mending, state.file
    if not mending.unkept or file is None or state.reading is None:
        return
    window = Window(desk.window_id, current_author())
    try:
        if mending.draft_id is None:
            choices = describe_work(state.key_chosen, state, desk)
            mending.draft_id = start_draft(
                data.database, file.name, file.content, state.reading.sha256, choices, acting()
            )
            mending.kept_choices = choices
        for place, seen in list(mending.unkept.items()):
            was = mending.originals.get(place, "")
            standing = mending.corrections.get(place)
            correction = CellCorrection(*place, standing.now if standing else was, was)
            replaced = leave_cell(data.database, mending.draft_id, correction, seen, window, now=now())
            del mending.unkept[place]
            if replaced is not None:
                mending.notes.append(_tell_replaced(replaced, correction))
    except CmnError as failure:
        mending.notes.append(f"{failure.message} {_NOT_KEPT}")


def hear_other_windows(state: UploadState, data: CurrentData) -> None:
    """Take over what other windows left in the draft since the last run, and note it."""
    mending = state.mending
    if mending.draft_id is None:
        return
    try:
        cells = read_cells(data.database, mending.draft_id)
    except CmnError as failure:
        mending.notes.append(failure.message)
        return
    for place, left in cells.items():
        if place not in mending.unkept:
            _take_over(place, left, state)


def _take_over(place: CellPlace, left: LeftCell, state: UploadState) -> None:
    corrections = state.mending.corrections
    before = corrections.get(place)
    if left.value == (before.now if before else None):
        return
    if left.value is None:
        corrections.pop(place, None)
    else:
        corrections[place] = CellCorrection(*place, left.value)
    # The input is drawn later in this run and begins with what stands in the cell by now.
    st.session_state.pop(state.cell_key(place), None)
    stands = _quote(left.value) if left.value is not None else "снова значение из файла"
    state.mending.notes.append(
        f"{name_cell(place)}: в другом окне {format_moment(left.at)} ({left.author}) записано {stands}."
    )


def _tell_replaced(replaced: LeftCell, correction: CellCorrection) -> str:
    there = _quote(replaced.value) if replaced.value is not None else "значение из файла"
    return (
        f"{name_cell(correction.place)}: в другом окне {format_moment(replaced.at)} ({replaced.author}) стояло "
        f"{there}; теперь здесь ваше {_quote(correction.now)}."
    )


def _quote(value: str | None) -> str:
    return f"«{value}»" if value else "пусто"

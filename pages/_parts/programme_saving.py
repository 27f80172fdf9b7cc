"""A change of a programme is kept at once; two people on one are told, and a database that is away loses no word."""

from collections.abc import Callable

import streamlit as st

from cmn_core.errors import CmnError
from cmn_core.programme.programme import Programme
from cmn_core.store.programmes import save_programme
from pages._parts.author import acting, now
from pages._parts.database import CurrentData
from pages._parts.programme_state import Desk, TakenOff, Work, programme_state

IN_ADDRESS, STEP = "programme", "step"
Change = Callable[[Programme], Programme]


def keep(change: Change, desk: Desk, taken_off: str = "") -> None:
    """Change the programme and keep it; `taken_off`: what is said of a thing taken out, with the way back."""
    work = desk.work
    if not work.is_kept:
        # Its answer may have been lost on the way: the same words again are no conflict, other ones would be.
        keep_unkept(work, desk.data)
    before = work.programme
    work.programme = change(before)
    if work.programme == before:
        return
    work.taken_off = TakenOff(taken_off, before) if taken_off else None
    _save(work, desk.data)


def put_back(desk: Desk) -> None:
    """Undo the last taking out."""
    taken = desk.work.taken_off
    if taken is not None:
        keep(lambda _: taken.before, desk)


def keep_unkept(work: Work, data: CurrentData) -> None:
    """Try again what the database did not take, once it answers."""
    if not work.is_kept and not data.trouble:
        _save(work, data)


def _save(work: Work, data: CurrentData) -> None:
    try:
        saved = save_programme(data.database, work.programme_id, work.programme, seen=work.version, by=acting())
    except CmnError as failure:
        work.why_not_kept = failure.message
        return
    work.version, work.saved_at, work.why_not_kept = saved.version, now(), ""
    if saved.programme_id != work.programme_id:
        work.told, work.other_id = saved.told, work.programme_id
        programme_state().renumber(work, saved.programme_id)
        st.query_params[IN_ADDRESS] = str(saved.programme_id)

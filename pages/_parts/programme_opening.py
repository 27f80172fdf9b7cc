"""The programme that the address names: opened, heard again at each run, told where it is not what it was."""

import streamlit as st

from cmn_core.store.failures import DatabaseUnavailable, StoreError
from cmn_core.store.programme_reading import OpenedProgramme, read_programme
from cmn_core.wording import format_moment
from pages._parts.database import CurrentData
from pages._parts.last_read import read_or_last
from pages._parts.plain_text import plain
from pages._parts.programme_facts import owner_state
from pages._parts.programme_saving import IN_ADDRESS, keep_unkept
from pages._parts.programme_state import Desk, ProgrammeState, Work
from pages._parts.scope import current_scope

_LONGEST_NUMBER = 9


def find_opened(data: CurrentData, programmes: ProgrammeState) -> Desk | None:
    """Return the programme of the address with all that stands around it; None: the list is to be shown."""
    written = st.query_params.get(IN_ADDRESS, "")
    if not written:
        return None
    opened = _read(written, data)
    if opened is None:
        del st.query_params[IN_ADDRESS]
        st.caption("Такой программы нет: ссылка неверна, либо её не было. Показан список.")
        return None
    work = programmes.open(opened)
    keep_unkept(work, data)
    _hear_others(work, opened)
    return Desk(work, opened.line, data, owner_state(data, opened.line.owner))


def _read(written: str, data: CurrentData) -> OpenedProgramme | None:
    if not (written.isascii() and written.isdecimal() and len(written) <= _LONGEST_NUMBER):
        return None
    number = int(written)
    try:
        return read_or_last("programme", lambda: read_programme(data.database, number), number)
    except DatabaseUnavailable:
        raise
    except StoreError:
        return None


def _hear_others(work: Work, opened: OpenedProgramme) -> None:
    """Take over what was changed in another window since the last run; words that are not kept yet stay."""
    line = opened.line
    if line.version <= work.version or not work.is_kept:
        return
    if opened.programme != work.programme:
        at = format_moment(line.changed_at)
        work.told, work.other_id = f"В другом окне программу изменил(а) {line.changed_by}, {at}: показано новое.", None
    work.version, work.programme, work.saved_at = line.version, opened.programme, line.changed_at
    work.taken_off = None


def show_unkept(data: CurrentData, programmes: ProgrammeState) -> None:
    """Try again what the database did not take of programmes that were left, and name those that still wait."""
    for work in list(programmes.works.values()):
        keep_unkept(work, data)
        if not work.is_kept:
            query = {**current_scope().query(), IN_ADDRESS: str(work.programme_id)}
            st.warning(plain(f"Не записаны последние правки: {work.programme.organisation}. {work.why_not_kept}"))
            st.page_link("programme.py", label="Открыть эту программу", query_params=query)

"""The lines of «Журнал», newest first, a portion at a time, with links to what each was done to."""

from functools import partial

import streamlit as st

from cmn_core.documents.record_table import WHERE, Names, build_record_table
from cmn_core.documents.shown_table import ShownTable
from cmn_core.store.audit_reading import RecordFilter, RecordLine, RecordPortion, read_record
from cmn_core.store.engine import Database
from cmn_core.wording import count_of, format_date
from pages._parts.database import CurrentData, district_names_by_number
from pages._parts.downloads import show_downloads
from pages._parts.failure import in_words
from pages._parts.html_table import show_table
from pages._parts.last_read import read_or_last
from pages._parts.links import page_address
from pages._parts.record_state import RecordState
from pages._parts.scope import Scope, current_scope

_BEFORE = "before"
_SHOWN, _MOST_IN_FILE = 50, 20_000


def show_lines(data: CurrentData, asked: RecordFilter, state: RecordState) -> None:
    """Show a portion, the ways to older and newer lines, and the file of all that is filtered."""
    if state.is_new_question(asked):
        st.query_params.pop(_BEFORE, None)
    before = _read_cursor()
    portion = read_or_last(
        "record lines", lambda: read_record(data.database, asked, most=_SHOWN, before=before), (asked, before)
    )
    if not portion.lines:
        st.info("Таких записей нет. Измените отбор." if before is None else "Более ранних записей нет.")
    else:
        table = build_record_table(portion.lines, _names(data), _subtitle(asked, data))
        with st.container(key="record_lines"):
            show_table(table, links=_links(portion.lines))
    with st.container(key="record_pages", horizontal=True, vertical_alignment="center"):
        _show_pager(portion, before)
        # Made outside of the page, where nothing may be asked of it.
        file = partial(_build_file, data.database, asked, _names(data), _subtitle(asked, data))
        show_downloads("record", "Журнал", {"": file}, demonstration=data.demonstration, scoped=True)


def _show_pager(portion: RecordPortion, before: int | None) -> None:
    if before is not None:
        st.button("К последним", on_click=in_words(_go), args=(None,))
    if portion.has_more:
        st.button("Показать более ранние", on_click=in_words(_go), args=(portion.lines[-1].number,))


def _go(before: int | None) -> None:
    if before is None:
        st.query_params.pop(_BEFORE, None)
    else:
        st.query_params[_BEFORE] = str(before)


def _read_cursor() -> int | None:
    written = st.query_params.get(_BEFORE, "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else None


def _links(lines: tuple[RecordLine, ...]) -> dict[tuple[int, int], str]:
    """Lead to the municipality's page, in the month of the report where there is one."""
    scope = current_scope()
    return {
        (place, WHERE): page_address("district", _scope_of(line, scope))
        for place, line in enumerate(lines)
        if line.district is not None
    }


def _scope_of(line: RecordLine, scope: Scope) -> Scope:
    return Scope(period=line.period or scope.period, district=line.district)


def _names(data: CurrentData) -> Names:
    return Names(data.reference, district_names_by_number(data))


def _subtitle(asked: RecordFilter, data: CurrentData) -> str:
    """Say in words what the lines were filtered by."""
    told = ["Последние записи первыми, время — по часам региона"]
    if asked.since:
        told.append(f"с {format_date(asked.since)}")
    if asked.until:
        told.append(f"по {format_date(asked.until)}")
    if asked.district:
        told.append(_names(data).municipality(asked.district))
    return ", ".join(told)


def _build_file(database: Database, asked: RecordFilter, names: Names, subtitle: str) -> ShownTable:
    portion = read_record(database, asked, most=_MOST_IN_FILE)
    if portion.has_more:
        subtitle += f"; только последние {count_of(_MOST_IN_FILE, 'запись', 'записи', 'записей')}: сузьте отбор"
    return build_record_table(portion.lines, names, subtitle)

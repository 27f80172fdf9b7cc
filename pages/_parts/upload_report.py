"""A report beside what is stored: the comparison by the answers given, and the very same file met again."""

import streamlit as st

from cmn_core.intake.reading import Reading
from cmn_core.store.comparing import StoredComparison, compare_with_stored
from cmn_core.store.report_keys import describe_key
from cmn_core.store.reports import ReportKey, ReportVersion, find_same_bytes, read_in_force
from cmn_core.store.same_file import sort_same_file
from cmn_core.store.submission import Answers
from cmn_core.store.way_telling import explain_lock
from cmn_core.wording import format_moment
from pages._parts.database import CurrentData
from pages._parts.plain_text import plain
from pages._parts.upload_desk import UploadDesk
from pages._parts.upload_pile_reading import find_other_claims
from pages._parts.upload_save import offer_older
from pages._parts.upload_state import UploadState


def compare_report(
    reading: Reading, key: ReportKey, data: CurrentData, state: UploadState, answers: Answers | None = None
) -> StoredComparison:
    """Compare a reading with what is stored, by the answers given; compared anew only when something changed."""
    choices = None if answers is None or answers.change_nothing else answers.choices

    def compare() -> StoredComparison:
        with st.spinner("Сверяю с сохранёнными отчётами…"):
            return compare_with_stored(data.database, reading, key, data.reference, choices)

    return state.remember("answered" if choices else "compared", (data.revision, key, reading, choices), compare)


def show_same_file(reading: Reading, key: ReportKey, data: CurrentData, state: UploadState) -> bool:
    """Say where the very bytes of the file stand already, and offer an older version of them back.

    Returns whether they are this very report in force.
    """
    versions = state.remember(
        "same_bytes", (data.revision, reading.sha256), lambda: find_same_bytes(data.database, reading.sha256)
    )
    same = sort_same_file(versions, key, reading.corrections)
    if same.in_force:
        st.info(
            f"Этот файл уже сохранён {format_moment(same.in_force.saved_at)} и действует как версия "
            f"{same.in_force.version}: сохранять его снова не нужно. Все версии стоят на странице «Район»."
        )
    elif same.older:
        offer_older(data.database, same.older, read_in_force(data.database, key), state)
    for version in same.elsewhere:
        st.warning(
            f"Этот же файл уже действует как другой отчёт: {plain(describe_key(version.key, data.reference))}. "
            "Проверьте муниципалитет, месяц и организации."
        )
    return same.in_force is not None


def show_lock(in_force: ReportVersion | None) -> None:
    """Say that the report is accepted and closed, before anything is done for a version that would not be taken."""
    closed = explain_lock(in_force)
    if closed:
        st.warning(plain(closed))


def show_other_claims(key: ReportKey, data: CurrentData, desk: UploadDesk) -> None:
    """Say which other files of the pile are this report too: two of them are never saved without a word."""
    if not desk.pile or not desk.opened:
        return
    others = find_other_claims(desk.pile, desk.opened, key, data)
    if others:
        st.warning(
            f"В стопке есть и другой файл за этот отчёт: {plain(', '.join(others))}. Сохраните тот, который верен: "
            "сохранённый последним заменит прежний."
        )

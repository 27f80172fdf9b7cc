"""What was recognised in a file, each part open to correction."""

from datetime import UTC, datetime

import streamlit as st

from cmn_core.intake.reading import Reading, ScopeCode
from cmn_core.intake.sender_guess import SenderGuess, guess_sender
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.store.moments import region_moment
from cmn_core.store.reports import ReportKey
from cmn_core.store.submission import state_date
from cmn_core.wording import format_date, format_period, join_names
from pages._parts.database import CurrentData
from pages._parts.plain_text import plain
from pages._parts.upload_reading import known_everywhere
from pages._parts.upload_state import UploadState

_REGION = "region"
_MONTHS_BACK = 24
_MOST_CANDIDATES = 3


def choose_sheets(reading: Reading, state: UploadState) -> frozenset[str]:
    """Ask which sheets to leave out where the form stands on several; return those."""
    names = [sheet.name for sheet in reading.sheets if sheet.name]
    if len(names) < 2:
        return frozenset()
    kept = st.multiselect(
        "Листы, которые войдут в отчёт", names, default=names, key=state.key("sheets"),
        placeholder="Выберите хотя бы один лист", persist_state="session",
    )  # fmt: skip
    return frozenset(names) - frozenset(kept)


def choose_key(reading: Reading, data: CurrentData, state: UploadState) -> ReportKey | None:
    """Show sender, month and scope as recognised; return the key, None while a part is missing.

    «Численность» and a file that is no report have none.
    """
    if reading.layout is None or reading.layout == "population":
        return None
    guess = state.remember("guess", (data.revision, reading), lambda: guess_sender(reading, known_everywhere(data)))
    reference = data.reference
    with st.container(key="upload_recognised"):
        sender_place, period_place, scope_place = st.columns(3)
    with sender_place:
        sender = _choose_sender(guess, state, reference)
    with period_place:
        period = _choose_period(reading, data.periods, state)
    with scope_place:
        scope = _choose_scope(reading, sender, state, reference)
    if sender is None or period is None:
        return None
    return ReportKey(None if sender == _REGION else sender, scope, reading.layout, period)


def _choose_sender(guess: SenderGuess, state: UploadState, reference: Reference) -> str | None:
    region = reference.region
    words = {
        district.oktmo: district.short
        for district in sorted(region.districts, key=lambda district: district.short.removeprefix("г. "))
    }
    words[_REGION] = f"{region.facts.short} целиком"
    options = list(words)
    sender: str | None = st.selectbox(
        "Муниципалитет", options, format_func=words.__getitem__, key=state.key("sender"),
        index=None if guess.district is None else options.index(guess.district),
        placeholder="Выберите муниципалитет", persist_state="session",
    )  # fmt: skip
    if sender is None or sender == guess.district:
        st.caption(plain(_explain_sender(guess, reference)))
    else:
        st.caption("выбран вами")
    return sender


def _explain_sender(guess: SenderGuess, reference: Reference) -> str:
    if guess.told_by == "file":
        return "назван в файле"
    if guess.told_by == "organisations":
        return f"узнан по организациям: {guess.known} из {guess.of}"
    names = [reference.region.district(oktmo).short for oktmo in guess.candidates[:_MOST_CANDIDATES]]
    return f"в файле не назван; похоже на: {join_names(names)}" if names else "в файле не назван: выберите"


def _choose_period(reading: Reading, periods: tuple[Period, ...], state: UploadState) -> Period | None:
    today = region_moment(datetime.now(UTC))
    options = _list_months(reading.period, periods, Period(today.year, today.month))
    period: Period | None = st.selectbox(
        "Отчётный месяц", options, format_func=format_period, key=state.key("period"),
        index=None if reading.period is None else options.index(reading.period),
        placeholder="Выберите месяц", persist_state="session",
    )  # fmt: skip
    if period is None:
        st.caption("даты в файле не найдены: выберите")
    else:
        told = "названа в файле" if reading.dates and period == reading.period else "первый день следующего месяца"
        st.caption(f"сведения на {format_date(state_date(reading, period))}: {told}")
    return period


def _list_months(stated: Period | None, known: tuple[Period, ...], today: Period) -> list[Period]:
    """List months, latest first: up to today, those with reports, and the year that the file states."""
    recent = {today.shifted(-months) for months in range(_MONTHS_BACK)}
    of_year = {Period(stated.year, month) for month in range(1, 13)} if stated else set()
    return sorted({*recent, *known, *of_year}, reverse=True)


def _choose_scope(reading: Reading, sender: str | None, state: UploadState, reference: Reference) -> ScopeCode:
    # A form of the whole region is one of the state organisations alone.
    options: list[ScopeCode] = ["state"] if sender == _REGION else ["municipal", "state", "all"]
    stated = reading.scope if reading.scope in options else options[0]
    scope: ScopeCode = st.selectbox(
        "Организации", options, format_func=reference.kinds.scope_label, key=state.key(f"scope_{len(options)}"),
        index=options.index(stated), persist_state="session",
    )  # fmt: skip
    if sender == _REGION:
        st.caption("отчёт по области подают о государственных")
    else:
        st.caption(_explain_scope(scope, reading))
    return scope


def _explain_scope(scope: ScopeCode, reading: Reading) -> str:
    if scope != reading.scope:
        return "выбраны вами"
    return "в заголовке не сказано, какие" if scope == "all" else "по заголовку таблицы"

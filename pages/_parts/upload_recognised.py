"""What was recognised in a file, each part open to correction."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from cmn_core.intake.reading import Reading, ScopeCode
from cmn_core.intake.sender_guess import SenderGuess
from cmn_core.period import Period, parse_period
from cmn_core.reference import Reference
from cmn_core.store.moments import region_moment
from cmn_core.store.pile_words import explain_disagreement
from cmn_core.store.reports import ReportKey
from cmn_core.store.submission import state_date
from cmn_core.wording import format_date, format_period, join_names
from pages._parts.database import CurrentData
from pages._parts.plain_text import plain
from pages._parts.upload_desk import upload_desk
from pages._parts.upload_reading import guess_whose
from pages._parts.upload_senders import REGION, list_senders
from pages._parts.upload_state import UploadState

_MONTHS_BACK = 24
_MOST_CANDIDATES = 3
_LONGEST_NAME = 120


def choose_sheets(reading: Reading, state: UploadState) -> frozenset[str]:
    """Ask which sheets to leave out where the form, or a table of the monthly one, stands on several; return those."""
    times = Counter(sheet.part for sheet in reading.sheets)
    names = [sheet.name for sheet in reading.sheets if sheet.name and times[sheet.part] > 1]
    if not names:
        return frozenset()
    left_out = state.restored.get("left_out_sheets", [])
    default = [name for name in names if name not in left_out]
    kept = st.multiselect(
        "Листы, которые войдут в отчёт", names, default=default, key=state.key("sheets"),
        placeholder="Выберите хотя бы один лист", persist_state="session",
    )  # fmt: skip
    return frozenset(names) - frozenset(kept)


def choose_key(reading: Reading, data: CurrentData, state: UploadState) -> ReportKey | None:
    """Show sender, month and scope as recognised; return the key, None while a part is missing.

    «Численность» and a file that is no report have none.
    """
    if reading.layout is None or reading.layout == "population":
        return None
    guess, reference = guess_whose(reading, data, state), data.reference
    with st.container(key="upload_recognised"):
        sender_place, period_place, scope_place, sent_by_place = st.columns(4)
    with sender_place:
        sender = _choose_sender(guess, state, data)
    with period_place:
        period = _choose_period(reading, data.periods, state)
    with scope_place:
        scope = _choose_scope(reading, sender, state, reference)
    with sent_by_place:
        _name_sender(None if sender == REGION else sender, state)
    if sender is None or period is None:
        return None
    return ReportKey(None if sender == REGION else sender, scope, reading.layout, period)


def _choose_sender(guess: SenderGuess, state: UploadState, data: CurrentData) -> str | None:
    words = list_senders(data)
    options = list(words)
    # A file of another municipality is then told to be so, as with any choice that the file contradicts.
    only = 0 if len(options) == 1 else None
    sender: str | None = st.selectbox(
        "Муниципалитет", options, format_func=words.__getitem__, key=state.key("sender"),
        index=_find(state.restored.get("sender") or guess.district, options) if only is None else only,
        placeholder="Выберите муниципалитет", persist_state="session",
    )  # fmt: skip
    if sender is None or sender == guess.district:
        st.caption(plain(_explain_sender(guess, data.reference)))
    elif only is not None:
        st.caption("ваш муниципалитет")
    else:
        st.caption("выбран вами")
    return sender


def _find(value: object, options: Sequence[object]) -> int | None:
    return options.index(value) if value in options else None


def _name_sender(sender: str | None, state: UploadState) -> None:
    """Ask who sent the file; remembered for the municipality while the session lasts."""
    senders = upload_desk().senders
    known = state.restored.get("sent_by") or senders.get(sender, "")
    senders[sender] = st.text_input(
        "Кто прислал", value=known, max_chars=_LONGEST_NAME, key=state.key(f"sent_by_{sender}"),
        placeholder="Необязательно", persist_state="session",
    )  # fmt: skip
    st.caption("имя и должность; увидят в версиях отчёта")


def _explain_sender(guess: SenderGuess, reference: Reference) -> str:
    if guess.told_by == "both":
        return f"{explain_disagreement(guess, reference)}: выберите"
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
        index=_find(_restored_period(state) or reading.period, options),
        placeholder="Выберите месяц", persist_state="session",
    )  # fmt: skip
    if period is None:
        st.caption("даты в файле не найдены: выберите")
    else:
        told = "названа в файле" if reading.dates and period == reading.period else "первый день следующего месяца"
        st.caption(f"сведения на {format_date(state_date(reading, period))}: {told}")
    return period


def _restored_period(state: UploadState) -> Period | None:
    written = state.restored.get("period")
    return parse_period(written) if written else None


def _list_months(stated: Period | None, known: tuple[Period, ...], today: Period) -> list[Period]:
    """List months, latest first: up to today, those with reports, and the year that the file states."""
    recent = {today.shifted(-months) for months in range(_MONTHS_BACK)}
    of_year = {Period(stated.year, month) for month in range(1, 13)} if stated else set()
    return sorted({*recent, *known, *of_year}, reverse=True)


def _choose_scope(reading: Reading, sender: str | None, state: UploadState, reference: Reference) -> ScopeCode:
    # A form of the whole region is one of the state organisations alone.
    options: list[ScopeCode] = ["state"] if sender == REGION else ["municipal", "state", "all"]
    if reading.layout == "monthly":
        options = ["all"]
    wanted = state.restored.get("scope") or reading.scope
    stated: ScopeCode = wanted if wanted in options else options[0]
    scope: ScopeCode = st.selectbox(
        "Организации", options, format_func=reference.kinds.scope_label, key=state.key(f"scope_{len(options)}"),
        index=options.index(stated), persist_state="session",
    )  # fmt: skip
    if reading.layout == "monthly":
        st.caption("ежемесячный отчёт говорит обо всех")
    elif sender == REGION:
        st.caption("отчёт по области подают о государственных")
    else:
        st.caption(_explain_scope(scope, reading))
    return scope


def _explain_scope(scope: ScopeCode, reading: Reading) -> str:
    if scope != reading.scope:
        return "выбраны вами"
    return "в заголовке не сказано, какие" if scope == "all" else "по заголовку таблицы"

"""What a person says of a pile as a whole: its months, which of two files is right, who sent them."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from cmn_core.intake.counting import count_reading
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.store.pile import find_months, find_rivals
from cmn_core.store.pile_files import JudgedFile, PiledFile
from cmn_core.store.report_keys import ReportKey, describe_key
from cmn_core.store.verdict import describe_counted
from cmn_core.wording import FILES, NBSP, count_of, format_period
from pages._parts.plain_text import plain
from pages._parts.upload_desk import Pile, UploadDesk

_PLACE, _NAME = "Муниципалитет", "Кто прислал"


def choose_months(files: Sequence[PiledFile], pile: Pile) -> None:
    """Ask which months belong to the pile where its files are of several."""
    months = find_months(files)
    if len(months) < 2:
        return
    words = {month: f"{format_period(month)}: {count_of(number, *FILES)}" for month, number in months}
    accepted = frozenset({months[0][0]}) if pile.months is None else pile.months
    standing = [month for month in words if month in accepted]
    chosen: list[Period] = st.pills(
        "Месяцы этой стопки: файлы других месяцев ждут вашего решения", list(words), format_func=words.__getitem__,
        selection_mode="multi", default=standing, key=f"upload_months_{hash(tuple(words))}", persist_state="session",
    )  # fmt: skip
    wanted = frozenset(chosen)
    if wanted != accepted:
        pile.months = wanted
        st.rerun()


def choose_favourites(
    files: Sequence[PiledFile], judged: Sequence[JudgedFile], pile: Pile, reference: Reference
) -> None:
    """Ask which file is right where several are one report."""
    waiting = {item.file.number for item in judged}
    rivals = {
        key: [file for file in members if file.number in waiting]
        for key, members in find_rivals(files).items()
        if all(file.number in waiting for file in members)
    }
    if not rivals:
        return
    with st.container(key="upload_rivals"):
        st.subheader("Один отчёт в нескольких файлах: какой верен?")
        for key, members in rivals.items():
            _ask(key, members, pile, reference)


def _ask(key: ReportKey, members: Sequence[PiledFile], pile: Pile, reference: Reference) -> None:
    words = {file.number: _describe(file) for file in members}
    options = list(words)
    chosen = pile.favourites.get(key)
    picked = st.radio(
        plain(f"{reference.layouts.label(key.layout)}: {describe_key(key, reference)}"), options,
        format_func=words.__getitem__, index=options.index(chosen) if chosen in options else None,
        key=f"upload_rival_{pile.item(options[0]).work.number}", persist_state="session",
    )  # fmt: skip
    if picked is not None and picked != chosen:
        pile.favourites[key] = picked
        st.rerun()


def _describe(file: PiledFile) -> str:
    counted = describe_counted(count_reading(file.reading, file.left_out_sheets, file.answers.different_children))
    errors = sum(1 for item in file.reading.problems if item.severity == "error")
    faulty = f", ошибок: {errors}" if errors else ""
    return plain(f"№{NBSP}{file.number} «{file.reading.file}»: {counted}{faulty}")


def name_senders(files: Sequence[PiledFile], desk: UploadDesk, reference: Reference) -> None:
    """Let the senders' names be written down, a municipality a row; they are kept with what is saved."""
    places = sorted({file.key.sender for file in files if file.key and file.key.sender})
    if not places:
        return
    short = {oktmo: reference.region.district(oktmo).short for oktmo in places}
    with st.expander("Кто прислал отчёты", key="upload_senders", type="compact"):
        st.caption("Необязательно: имя и должность останутся в версиях отчёта. Впишите до сохранения.")
        frame = pd.DataFrame({_PLACE: list(short.values()), _NAME: ["" for _ in short]})
        edited = st.data_editor(
            frame, key=f"upload_senders_{hash(tuple(places))}", hide_index=True, num_rows="fixed", disabled=[_PLACE],
            placeholder="—", alt="Кто прислал отчёты, по муниципалитетам",
        )  # fmt: skip
    for oktmo, name in zip(places, edited[_NAME], strict=True):
        if name:
            desk.senders[oktmo] = str(name)

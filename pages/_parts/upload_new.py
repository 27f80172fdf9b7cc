"""Organisations that saving will add: what they seem to be, open to correction."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from cmn_core.intake.name_questions import NewOrganisationGuess
from cmn_core.reference import Reference
from cmn_core.store.submission import Answers
from pages._parts.upload_state import UploadState

_MOST_SHOWN = 300
_NAME, _KIND, _OWNER, _HOME, _KNOWN = "Название в файле", "Вид", "Подчинение", "Муниципалитет", "Если уже есть в списке"


def ask_about_new(
    guesses: Sequence[NewOrganisationGuess],
    answers: Answers,
    words: Mapping[int, str],
    state: UploadState,
    reference: Reference,
    *,
    asks_district: bool,
) -> Answers:
    """Show the new organisations in a table and return the answers with what was corrected there.

    `words`: what each known organisation is called in the list. Only the first of very many are shown.
    """
    if not guesses:
        return answers
    shown = tuple(guesses[:_MOST_SHOWN])
    st.subheader(f"Новые организации: {len(guesses)}")
    st.caption(
        f"Их нет в списке {'области' if asks_district else 'муниципалитета'}, при сохранении они будут добавлены. "
        f"{'Укажите муниципалитет, проверьте' if asks_district else 'Проверьте'} вид и подчинение. "
        "Если это известная организация под новым названием, выберите её в последнем столбце."
    )
    # The table is made once for these rows: one that changed with every answer would forget them.
    about = (tuple((item.key, item.kind, item.subordination) for item in shown), asks_district)
    frame = state.remember("new_frame", about, lambda: _build_frame(shown, reference, asks_district=asks_district))
    edited = st.data_editor(
        frame,
        key=state.key(f"new_{hash(about)}"),
        hide_index=True,
        num_rows="fixed",
        disabled=[_NAME],
        column_config=_configure(reference, words, asks_district=asks_district),
        placeholder="—",
        alt="Новые организации: название, вид, подчинение",
    )
    if len(guesses) > len(shown):
        st.caption(f"Показаны первые {len(shown)}; остальные будут добавлены, как предложено.")
    return _read_answers(edited, shown, answers, words, reference)


def _build_frame(guesses: Sequence[NewOrganisationGuess], reference: Reference, *, asks_district: bool) -> pd.DataFrame:
    kinds = reference.kinds
    columns: dict[str, list[str | None]] = {
        _NAME: [item.name for item in guesses],
        _KIND: [kinds.kind_label(item.kind) for item in guesses],
        _OWNER: [kinds.subordination_label(item.subordination) for item in guesses],
    }
    if asks_district:
        columns[_HOME] = [None for _ in guesses]
    columns[_KNOWN] = [None for _ in guesses]
    return pd.DataFrame(columns).astype("object")


def _configure(reference: Reference, words: Mapping[int, str], *, asks_district: bool) -> dict[str, Any]:
    kinds, column = reference.kinds, st.column_config
    configured: dict[str, Any] = {
        _NAME: column.TextColumn(width="large"),
        _KIND: column.SelectboxColumn(options=[item.label for item in kinds.kinds], required=True, width=70),
        _OWNER: column.SelectboxColumn(options=[item.label for item in kinds.subordinations], required=True, width=140),
        _KNOWN: column.SelectboxColumn(options=sorted(words.values()), width="medium"),
    }
    if asks_district:
        homes = sorted(district.short for district in reference.region.districts)
        configured[_HOME] = column.SelectboxColumn(options=homes, width=150)
    return configured


def _read_answers(
    edited: pd.DataFrame,
    guesses: Sequence[NewOrganisationGuess],
    answers: Answers,
    words: Mapping[int, str],
    reference: Reference,
) -> Answers:
    kinds = {item.label: item.code for item in reference.kinds.kinds}
    owners = {item.label: item.code for item in reference.kinds.subordinations}
    homes = {district.short: district.oktmo for district in reference.region.districts}
    numbers = {name: number for number, name in words.items()}
    rows = dict(zip((item.key for item in guesses), edited.to_dict("records"), strict=True))
    chosen = {key: numbers[row[_KNOWN]] for key, row in rows.items() if row[_KNOWN] in numbers}
    return replace(
        answers,
        organisations={**answers.organisations, **chosen},
        kinds={key: kinds[row[_KIND]] for key, row in rows.items() if row[_KIND] in kinds},
        subordinations={key: owners[row[_OWNER]] for key, row in rows.items() if row[_OWNER] in owners},
        districts={key: homes[row[_HOME]] for key, row in rows.items() if row.get(_HOME) in homes},
    )

"""Likely repetitions: organisations of one municipality with names alike, to be confirmed or refused."""

from functools import partial

import streamlit as st

from cmn_core.intake.alike import AlikePair, find_alike
from cmn_core.store.organisations import known_organisations
from cmn_core.store.setting_changes import take_back
from cmn_core.store.told_apart import read_told_apart, tell_apart
from cmn_core.wording import NBSP, count_of
from pages._parts.author import signed
from pages._parts.data_merging import merge
from pages._parts.data_organisation_words import CODE, OPENED
from pages._parts.data_state import DataState
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.finding import show_notes
from pages._parts.plain_text import plain
from pages._parts.scope import current_scope

_MOST = 15
_PAIRS = ("пара", "пары", "пар")


def show_duplicates(district: str | None, data: CurrentData, state: DataState) -> None:
    """Show pairs that may be one organisation; nothing is merged without a person."""
    pairs = _find(data.database.url, data.revision, district, data)
    title = f"Возможные повторы: {count_of(len(pairs), *_PAIRS)}" if pairs else "Возможных повторов нет"
    with st.expander(title, type="compact", key="duplicates", bind="query-params"):
        show_notes(
            (
                "Похожие названия одного муниципалитета с теми же номерами. Объединение складывает числа отчётов и "
                "отменяется; отказ запоминается, и пара больше не предлагается.",
            )
        )
        for pair in pairs[:_MOST]:
            _show_pair(pair, data, state)
        if len(pairs) > _MOST:
            st.caption(f"Показаны {_MOST} самых похожих пар из {len(pairs)}.")


@st.cache_resource(show_spinner=False, max_entries=40)
def _find(url: str, revision: int, district: str | None, _data: CurrentData) -> tuple[AlikePair, ...]:
    least = _data.reference.limits.repetition_score
    return find_alike(known_organisations(_data.database, district), least, read_told_apart(_data.database))


def _show_pair(pair: AlikePair, data: CurrentData, state: DataState) -> None:
    numbers = f"{pair.first.organisation_id}_{pair.second.organisation_id}"
    with st.container(key=f"data_pair_{numbers}"):
        where = data.reference.region.district(pair.first.district).short
        show_notes((f"{where}, сходство {pair.likeness_pct}{NBSP}%",))
        for item in (pair.first, pair.second):
            query = {**current_scope().query(), OPENED: str(item.organisation_id)}
            st.page_link("data.py", label=plain(item.name), query_params=query)
        with st.container(key=f"data_line_pair_{numbers}", horizontal=True):
            for kept, gone, words in (
                (pair.first, pair.second, "Одна: оставить первую"),
                (pair.second, pair.first, "Одна: оставить вторую"),
            ):
                st.button(
                    words, key=state.key(f"merge_{kept.organisation_id}_{gone.organisation_id}"),
                    on_click=in_words(merge),
                    args=(gone.organisation_id, kept.organisation_id, gone.name, data, state),
                )  # fmt: skip
            st.button(
                "Это разные",
                key=state.key(f"apart_{numbers}"),
                on_click=in_words(_tell_apart),
                args=(pair, data, state),
            )


def _tell_apart(pair: AlikePair, data: CurrentData, state: DataState) -> None:
    first, second = pair.first, pair.second
    changes = tell_apart(data.database, first.organisation_id, second.organisation_id, **signed())
    state.done(
        CODE,
        f"«{first.name}» и «{second.name}» — разные организации: больше не предлагаются.",
        partial(take_back, data.database, changes),
    )

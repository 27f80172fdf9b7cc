"""Marks «к показу»: which practices have one, and the card in which the centre sets, changes and takes one away."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlencode

import streamlit as st

from cmn_core.analysis.practice_filter import is_shown
from cmn_core.analysis.practice_names import practice_key
from cmn_core.analysis.practices import ListedPractice
from cmn_core.reference import Reference
from cmn_core.store.shown_practices import LONGEST_NOTE, ShownPractice, mark_practice, unmark_practice
from pages._parts.author import acting
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.plain_text import plain

_OPENED, _NOTE, _TOLD = "mark", "practice_note", "practices_told"
_PAGE = "/practices"


@dataclass(frozen=True, slots=True)
class Marking:
    """The marks of a run, and where this person may set one."""

    shown: tuple[ShownPractice, ...]
    keys: frozenset[tuple[int, str]]
    """The marked practices by organisation and levelled name."""
    reference: Reference
    may_mark: bool
    address_now: tuple[tuple[str, str], ...]

    def is_marked(self, practice: ListedPractice) -> bool:
        """Tell whether a practice is marked."""
        return is_shown(practice, self.reference, self.keys)

    def address(self, practice: ListedPractice) -> str:
        """Return the address of a practice's card; it loads the page anew."""
        return self.address_of(practice.organisation_id, _key_of(practice, self.reference))

    def address_of(self, organisation_id: int, name_key: str) -> str:
        """Return the address of the card of an organisation's practice."""
        return f"{_PAGE}?{urlencode([*self.address_now, (_OPENED, _code(organisation_id, name_key))])}"


@dataclass(frozen=True, slots=True)
class _Card:
    """A practice that is being marked."""

    organisation_id: int
    organisation: str
    district: str
    name: str
    name_key: str
    marked: ShownPractice | None


def start_marking(data: CurrentData, shown: tuple[ShownPractice, ...]) -> Marking:
    """Put together the marks and the present address."""
    address = tuple((name, value) for name, value in st.query_params.items() if name != _OPENED)
    keys = frozenset((each.organisation_id, each.name_key) for each in shown)
    return Marking(shown, keys, data.reference, data.database.actor.person.may("mark_practices"), address)


def show_card(data: CurrentData, marks: Marking, practices: Iterable[ListedPractice] = ()) -> None:
    """Show the card that the address names, and once what was done with it."""
    if told := st.session_state.pop(_TOLD, ""):
        st.success(plain(told))
    code = st.query_params.get(_OPENED, "")
    if not code or not marks.may_mark:
        return
    card = _find(code, marks, practices)
    if card is None:
        st.query_params.pop(_OPENED, None)
        st.caption("Практика, которую называет ссылка, в этом отборе не найдена.")
        return
    place = data.reference.region.district(card.district).short
    with st.container(key="practice_card", border=True):
        st.markdown(f"**{plain(card.name)}** — {plain(card.organisation)}, {plain(place)}")
        st.session_state.setdefault(_NOTE, card.marked.note if card.marked else "")
        st.text_input(
            "Почему показать (видят все, у кого есть вход)",
            key=_NOTE,
            max_chars=LONGEST_NOTE,
            placeholder="например: охват вырос вдвое за полгода",
        )
        with st.container(key="practice_card_deeds", horizontal=True):
            save = "Сохранить пояснение" if card.marked else "Отметить к показу"
            st.button(save, type="primary", on_click=in_words(_mark), args=(data, card))
            if card.marked:
                st.button("Снять отметку", on_click=in_words(_unmark), args=(data, card))
            st.button("Закрыть", on_click=in_words(_close))


def _find(code: str, marks: Marking, practices: Iterable[ListedPractice]) -> _Card | None:
    marked = {_code(each.organisation_id, each.name_key): each for each in marks.shown}
    if code in marked:
        each = marked[code]
        return _Card(each.organisation_id, each.organisation, each.district, each.name, each.name_key, each)
    for practice in practices:
        if practice.name and str(practice.organisation_id) == code.partition("-")[0]:
            key = _key_of(practice, marks.reference)
            if _code(practice.organisation_id, key) == code:
                return _Card(
                    practice.organisation_id, practice.organisation, practice.district, practice.name, key, None
                )
    return None


def _mark(data: CurrentData, card: _Card) -> None:
    mark_practice(
        data.database, card.organisation_id, card.name_key, card.name, st.session_state.get(_NOTE, ""), acting()
    )
    _close()
    st.session_state[_TOLD] = f"Практика «{card.name}» отмечена к показу."


def _unmark(data: CurrentData, card: _Card) -> None:
    unmark_practice(data.database, card.organisation_id, card.name_key, acting())
    _close()
    st.session_state[_TOLD] = f"Отметка с практики «{card.name}» снята."


def _close() -> None:
    st.query_params.pop(_OPENED, None)
    st.session_state.pop(_NOTE, None)


def _key_of(practice: ListedPractice, reference: Reference) -> str:
    return practice_key(practice.name or "", reference.practices.folding)


def _code(organisation_id: int, name_key: str) -> str:
    """Name a practice shortly for the address."""
    return f"{organisation_id}-{sha256(name_key.encode()).hexdigest()[:12]}"

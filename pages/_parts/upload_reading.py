"""The dropped file's readings: made in a worker, once for each thing that was asked of it."""

import streamlit as st

from cmn_core.intake.checked_file import CheckedFile, check_file_apart
from cmn_core.intake.matching import KnownOrganisation
from cmn_core.intake.read_report import Expectation
from cmn_core.intake.reading import Reading
from cmn_core.intake.sender_guess import SenderGuess, guess_sender
from cmn_core.store.organisations import known_organisations
from cmn_core.store.reports import ReportKey
from pages._parts.database import CurrentData
from pages._parts.turns import TURNS
from pages._parts.upload_senders import REGION, list_senders, sends_for_all
from pages._parts.upload_state import DroppedFile, UploadState

_AS_IT_IS = Expectation()
_MOST_READINGS = 4


def read_dropped(
    file: DroppedFile, state: UploadState, data: CurrentData, expected: Expectation = _AS_IT_IS
) -> CheckedFile:
    """Return what came of reading the file against what was asked; it is read only if it was not yet."""
    asked = (expected, state.corrections)
    if asked not in state.checked:
        with st.spinner("Читаю файл и проверяю каждую ячейку…", show_time=True), TURNS.aside():
            checked = check_file_apart(file.content, file.name, expected, data.reference, state.corrections)
        while len(state.checked) >= _MOST_READINGS:
            # The first is the reading of the file as it is; the next is the oldest of the others.
            state.checked.pop(list(state.checked)[1])
        state.checked[asked] = checked
    return state.checked[asked]


def guess_whose(reading: Reading, data: CurrentData, state: UploadState) -> SenderGuess:
    """Return whose report a reading seems to be; guessed once."""
    return state.remember("guess", (data.revision, reading), lambda: guess_sender(reading, known_here(data)))


def expect_key(reading: Reading, key: ReportKey | None, guess: SenderGuess, left_out: frozenset[str]) -> Expectation:
    """Return what the choice on the page asks of the file beyond what it says itself.

    Only a choice that the file contradicts is asked again: then the file is told to be of another sender or month.
    Where its marks and its organisations contradict each other, the person's choice is the answer.
    """
    is_answer = guess.told_by == "both" and key is not None and key.sender == guess.candidates[0]
    district = key.sender if key and not is_answer and reading.district not in (None, key.sender) else None
    period = key.period if key and reading.period not in (None, key.period) else None
    return Expectation(district, period, left_out)


def known_here(data: CurrentData) -> tuple[KnownOrganisation, ...]:
    """Return the organisations that the person may report on; read once a revision, never changed."""
    if sends_for_all(data):
        return _read_known(data.database.url, data.revision, None, data)
    districts = [oktmo for oktmo in list_senders(data) if oktmo != REGION]
    return tuple(item for oktmo in districts for item in _read_known(data.database.url, data.revision, oktmo, data))


# As many as there are municipalities, and the region.
@st.cache_resource(show_spinner=False, max_entries=40)
def _read_known(url: str, revision: int, district: str | None, _data: CurrentData) -> tuple[KnownOrganisation, ...]:
    return known_organisations(_data.database, district)

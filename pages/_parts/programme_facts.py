"""What is known of the organisations that programmes are written for: read once a revision and municipality."""

from collections.abc import Mapping

import streamlit as st

from cmn_core.documents.programme.reading_states import read_states_at, state_of
from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.store.programme_reading import ProgrammeOwner
from pages._parts.database import CurrentData


def organisation_states(data: CurrentData, district: str) -> Mapping[int, OrganisationState]:
    """Return what is known of a municipality's organisations, by their numbers."""
    data.database.demand("see_organisations", district)
    return _read(data.database.url, data.revision, district, data)


def owner_state(data: CurrentData, owner: ProgrammeOwner) -> OrganisationState:
    """Return what is known of the organisation that a programme is of, a closed or merged one too."""
    return state_of(owner, dict(organisation_states(data, owner.district)), data.reference)


@st.cache_resource(show_spinner=False, max_entries=40)
def _read(url: str, revision: int, district: str, _data: CurrentData) -> Mapping[int, OrganisationState]:
    return read_states_at(_data.database, _data.reference, district)

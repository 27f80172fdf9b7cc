"""The database and what is read from it for every page: opened once a process, read once a revision of the data."""

import os
from dataclasses import dataclass, replace

import streamlit as st

from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.reference.boundaries import Boundaries
from cmn_core.store.boundaries import read_boundaries_in_force
from cmn_core.store.districts import read_district_numbers
from cmn_core.store.engine import Database, open_database
from cmn_core.store.facts import YearFacts
from cmn_core.store.facts_reading import periods_with_reports, read_year_facts
from cmn_core.store.failures import DatabaseUnavailable
from cmn_core.store.location import ADDRESS_VARIABLE
from cmn_core.store.revision import data_revision
from cmn_core.store.settings import current_reference, is_demonstration
from pages._parts.person import hold_actor

_CURRENT = "current_data"


@dataclass(frozen=True, slots=True)
class CurrentData:
    """The data as they stand at this run; equal until something is written."""

    database: Database
    """In the hands of the session's person."""
    revision: int
    """Key of everything remembered about these data."""
    reference: Reference
    periods: tuple[Period, ...]
    """Months with a report in force, earliest first; empty: there is nothing to show yet."""
    demonstration: bool
    trouble: str | None = None
    """Why the database could not be asked at this run; None: the data are of this moment."""


def hold_data() -> CurrentData:
    """Read the data as they stand now and keep them for this run; raise CmnError where the database cannot be used.

    While it is away, they are the last ones that were read: the page stays, with all that was typed on it.
    """
    database = _open(os.environ.get(ADDRESS_VARIABLE, ""))
    actor = hold_actor(database)
    data = _read_now(database)
    data = replace(data, database=data.database.acting(actor))
    st.session_state[_CURRENT] = data
    return data


def current_data() -> CurrentData:
    """Return the data that the shell holds for this run."""
    data: CurrentData = st.session_state[_CURRENT]
    return data


def _read_now(database: Database) -> CurrentData:
    last = _hold_last(database.url)
    try:
        last["data"] = _read_data(database.url, data_revision(database), database)
    except DatabaseUnavailable as failure:
        if "data" not in last:
            raise
        return replace(last["data"], trouble=failure.what)
    return last["data"]


def year_facts(data: CurrentData, year: int, *, accepted_only: bool = False) -> YearFacts:
    """Return what counting a calendar year needs; read once a revision, shared by all sessions, never changed.

    `accepted_only`: by the accepted reports alone, without those that are sent and not judged yet.
    """
    return _read_facts(data.database.url, data.revision, year, accepted_only, data.database)


def current_boundaries(data: CurrentData) -> Boundaries | None:
    """Return the region's boundaries, None while the centre has brought none; read once a revision."""
    return _read_boundaries(data.database.url, data.revision, data.database)


def district_names_by_number(data: CurrentData) -> dict[int, str]:
    """Return municipalities' short names by the numbers that stored rows carry."""
    return _read_district_names(data.database.url, data)


# Frozen values are shared as resources: `st.cache_data` would copy them at every run.
@st.cache_resource(show_spinner=False, max_entries=4)
def _open(address: str) -> Database:
    return open_database(address or None)


@st.cache_resource(show_spinner=False, max_entries=4)
def _hold_last(url: str) -> dict[str, CurrentData]:
    return {}


@st.cache_resource(show_spinner=False, max_entries=2)
def _read_data(url: str, revision: int, _database: Database) -> CurrentData:
    return CurrentData(
        database=_database,
        revision=revision,
        reference=current_reference(_database),
        periods=periods_with_reports(_database),
        demonstration=is_demonstration(_database),
    )


@st.cache_resource(show_spinner=False, max_entries=8)
def _read_facts(url: str, revision: int, year: int, accepted_only: bool, _database: Database) -> YearFacts:
    return read_year_facts(_database, year, accepted_only=accepted_only)


@st.cache_resource(show_spinner=False, max_entries=2)
def _read_boundaries(url: str, revision: int, _database: Database) -> Boundaries | None:
    return read_boundaries_in_force(_database)


@st.cache_resource(show_spinner=False, max_entries=2)
def _read_district_names(url: str, _data: CurrentData) -> dict[int, str]:
    names = {district.oktmo: district.short for district in _data.reference.region.districts}
    return {number: names.get(oktmo, oktmo) for number, oktmo in read_district_numbers(_data.database).items()}

"""Whose programmes: the municipality of the list, and the organisations that a programme may be begun for."""

from collections.abc import Mapping

import streamlit as st

from cmn_core.period import Period
from cmn_core.reference import District
from cmn_core.store.organisations import known_organisations
from cmn_core.wording import name_order
from pages._parts.collection_data import today_of
from pages._parts.database import CurrentData
from pages._parts.page_choices import PageChoice
from pages._parts.scope import current_scope


def written_districts(data: CurrentData) -> tuple[District, ...]:
    """Return the municipalities whose programmes the person may write, by name."""
    may = data.database.actor.person.may
    theirs = (item for item in data.reference.region.districts if may("write_programmes", item.oktmo))
    return tuple(sorted(theirs, key=lambda item: name_order(item.short)))


def district_choice(data: CurrentData) -> PageChoice:
    """Return the choice of a municipality; whoever writes for one alone has none."""
    theirs = {item.oktmo: item.short for item in written_districts(data)}
    if len(theirs) == 1:
        return PageChoice("district", "Муниципалитет", theirs)
    whole = data.reference.region.facts.short
    everything = f"вся {whole}" if data.database.actor.person.may("write_programmes") else "все ваши"
    return PageChoice("district", "Муниципалитет", {"": everything} | theirs)


def district_of_list(data: CurrentData) -> str | None:
    """Return the municipality whose programmes are shown; None: all that the person may write."""
    offered = district_choice(data).words
    if len(offered) == 1:
        return next(iter(offered))
    chosen = current_scope().district
    return chosen if chosen in offered else None


def open_organisations(data: CurrentData, district: str) -> Mapping[int, str]:
    """Return the names of a municipality's organisations that are open today, by their numbers."""
    data.database.demand("see_organisations", district)
    today = today_of(data)
    return _read_open(data.database.url, data.revision, district, Period(today.year, today.month), data)


@st.cache_resource(show_spinner=False, max_entries=32)
def _read_open(url: str, revision: int, district: str, period: Period, _data: CurrentData) -> Mapping[int, str]:
    found = known_organisations(_data.database, district, open_in=period)
    named = sorted(found, key=lambda item: item.name.casefold())
    return {item.organisation_id: item.name for item in named}

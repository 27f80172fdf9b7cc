"""Which municipality: a list of links for those who have not chosen one yet."""

from collections.abc import Sequence

import streamlit as st

from cmn_core.reference import District
from pages._parts.database import CurrentData
from pages._parts.plain_text import plain
from pages._parts.scope import Scope, choose_scope


def choose_district(data: CurrentData, scope: Scope) -> str:
    """Return the chosen municipality's ОКТМО; without a choice ask for one and stop the page.

    Refuses one whose organisations the person may not see; who may see a single one gets it.
    """
    if scope.district is None:
        seen = list_seen(data)
        if len(seen) == 1:
            choose_scope(scope.of_district(seen[0].oktmo))
            st.rerun()
        if seen:
            _show_links(seen, scope)
            st.stop()
    data.database.demand("see_organisations", scope.district)
    assert scope.district
    return scope.district


def list_seen(data: CurrentData) -> tuple[District, ...]:
    """Return the municipalities whose organisations the person may see."""
    may = data.database.actor.person.may
    return tuple(district for district in data.reference.region.districts if may("see_organisations", district.oktmo))


def _show_links(districts: Sequence[District], scope: Scope) -> None:
    st.title("Выберите муниципалитет", anchor=False)
    named = sorted(districts, key=lambda district: district.short.removeprefix("г. "))
    with st.container(key="districts"):
        for district in named:
            query = scope.of_district(district.oktmo).query()
            st.page_link("district.py", label=plain(district.short), query_params=query)

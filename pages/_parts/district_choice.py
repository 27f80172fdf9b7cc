"""Which municipality: a list of links for those who have not chosen one yet."""

import streamlit as st

from cmn_core.reference import Region
from pages._parts.plain_text import plain
from pages._parts.scope import Scope


def choose_district(region: Region, scope: Scope) -> str:
    """Return the chosen municipality's ОКТМО; without a choice ask for one and stop the page."""
    if scope.district is None:
        _show_links(region, scope)
        st.stop()
    return scope.district


def _show_links(region: Region, scope: Scope) -> None:
    st.title("Выберите муниципалитет", anchor=False)
    named = sorted(region.districts, key=lambda district: district.short.removeprefix("г. "))
    with st.container(key="districts"):
        for district in named:
            query = scope.of_district(district.oktmo).query()
            st.page_link("district.py", label=plain(district.short), query_params=query)

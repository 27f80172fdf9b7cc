"""What a person reads where their role ends: «нет доступа», why, and the way to what is theirs."""

import streamlit as st

from cmn_core.access import NO_ACCESS, AccessDenied
from pages._parts.database import current_data
from pages._parts.plain_text import plain


def show_no_access(refusal: AccessDenied) -> None:
    """Say why a page is not shown, and link to the person's own municipalities."""
    st.title(NO_ACCESS, anchor=False)
    st.info(plain(refusal.why))
    data = current_data()
    for district in data.reference.region.districts:
        if district.oktmo in data.database.actor.person.districts:
            address = {"district": district.oktmo}
            st.page_link("district.py", label=plain(f"Ваш муниципалитет — {district.short}"), query_params=address)
    st.page_link("overview.py", label="Открыть обзор области")

"""The list of pages beside the page; every link carries the scope, so it stays when the page changes."""

from collections.abc import Mapping
from itertools import groupby

import streamlit as st

from cmn_core.access import Person
from pages._parts.page_list import list_pages


def show_sidebar(title: str, pages: Mapping[str, st.Page], address: dict[str, str], person: Person) -> None:
    """Draw the region's name and the pages that the person may open, by their addresses, under their headings."""
    with st.sidebar.container(key="page_list"):
        st.markdown(f"**{title}**")
        for group, entries in groupby(list_pages(person), key=lambda entry: entry.group):
            st.caption(group)
            for entry in entries:
                st.page_link(pages[entry.path], label=entry.title, query_params=address)

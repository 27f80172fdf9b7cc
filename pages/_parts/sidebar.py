"""The list of pages beside the page; every link carries the scope, so it stays when the page changes."""

from itertools import groupby

import streamlit as st

from pages._parts.page_list import PAGES


def show_sidebar(title: str, address: dict[str, str]) -> None:
    """Draw the region's name and the pages under their headings."""
    with st.sidebar.container(key="page_list"):
        st.markdown(f"**{title}**")
        for group, entries in groupby(PAGES, key=lambda entry: entry.group):
            st.caption(group)
            for entry in entries:
                st.page_link(f"{entry.path}.py", label=entry.title, query_params=address)

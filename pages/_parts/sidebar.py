"""The list of pages beside the page; every link carries the scope, so it stays when the page changes."""

from itertools import groupby

import streamlit as st

from pages._parts.links import show_scope_link
from pages._parts.page_list import PAGES
from pages._parts.scope import Scope


def show_sidebar(title: str, scope: Scope) -> None:
    """Draw the region's name and the pages under their headings."""
    with st.sidebar.container(key="page_list"):
        st.markdown(f"**{title}**")
        for group, entries in groupby(PAGES, key=lambda entry: entry.group):
            st.caption(group)
            for entry in entries:
                show_scope_link(entry.title, entry.path, scope)

"""Ways from one page to another that carry a scope."""

from urllib.parse import urlencode

import streamlit as st

from pages._parts.page_list import HOME
from pages._parts.scope import Scope


def page_address(path: str, scope: Scope) -> str:
    """Write the address of a page with a scope, for a link inside a table or a text; it loads the page anew."""
    return f"/{'' if path == HOME else path}?{urlencode(scope.query())}"


def show_scope_link(label: str, path: str, scope: Scope) -> None:
    """Draw a link to a page with a scope; the session goes on, and the link can be opened in another tab."""
    st.page_link(f"{path}.py", label=label, query_params=scope.query())

"""A file of one person's scope, offered as a link that nobody else can follow; it is made when the link is opened.

`st.download_button` puts its file under an address that any signed-in person may fetch.
"""

from collections.abc import Callable
from typing import Literal
from uuid import uuid4

import streamlit as st

from cmn_core.http.files.handed import HANDED, HandedFile
from cmn_core.http.files.routes import PREFIX
from pages._parts.person import current_actor

_WINDOW = "handed_files_window"


def show_file_link(
    label: str,
    make: Callable[[], bytes],
    file_name: str,
    media_type: str,
    *,
    key: str,
    kind: Literal["primary", "secondary"] = "secondary",
    stretches: bool = False,
    help: str | None = None,
) -> None:
    """Draw the link; `make` runs outside of the page, so that it may not ask Streamlit for anything."""
    # Two windows of one person offer different files at the same place of a page.
    window = st.session_state.setdefault(_WINDOW, uuid4().hex)
    token = HANDED.hand(current_actor(), f"{window} {key}", HandedFile(file_name, media_type, make))
    st.link_button(
        label,
        f"{PREFIX}/handed/{token}",
        key=key,
        type=kind,
        help=help,
        width="stretch" if stretches else "content",
    )

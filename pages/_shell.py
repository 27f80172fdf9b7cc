"""The frame of every page: title, navigation, scope, appearance, failures in words."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import streamlit as st

from cmn_core.period import Period
from cmn_core.store.refused import demand_somewhere
from pages._parts.database import CurrentData, hold_data
from pages._parts.district_choice import list_seen
from pages._parts.failure import failures_in_words, show_trouble
from pages._parts.icon import page_icon
from pages._parts.page_list import HOME, PAGES, page_entry
from pages._parts.person import current_actor, make_sign_out_token
from pages._parts.plain_text import plain
from pages._parts.scope import ScopeOptions, hold_scope, list_periods
from pages._parts.scope_bar import show_scope_bar
from pages._parts.sidebar import show_sidebar
from pages._parts.signed_in import show_signed_in
from pages._parts.style import show_style
from pages._parts.turns import TURNS

_FOLDER = Path(__file__).parent
_SIDEBAR_PX = 232


def _build_pages() -> dict[str, st.Page]:
    return {
        entry.path: st.Page(
            _FOLDER / f"{entry.path}.py", title=entry.title, url_path=entry.path, default=entry.path == HOME
        )
        for entry in PAGES
    }


def _list_options(data: CurrentData) -> ScopeOptions:
    region = data.reference.region
    now = datetime.now(ZoneInfo(region.facts.time_zone))
    indicators = {indicator.code: indicator.label for indicator in data.reference.indicators}
    offered = frozenset(district.oktmo for district in list_seen(data))
    return ScopeOptions(list_periods(data.periods), Period(now.year, now.month), region, indicators, offered)


def _show_page() -> None:
    pages = _build_pages()
    page = st.navigation(list(pages.values()), position="hidden")
    show_style()
    with failures_in_words():
        data = hold_data()
        title = data.reference.region.facts.title
        st.set_page_config(page_title=f"{page.title} · {title}")
        options = _list_options(data)
        held = hold_scope(options)
        actor, entry = current_actor(), page_entry(page.url_path)
        show_sidebar(title, pages, held.scope.query() if options.periods else {}, actor.person)
        show_signed_in(actor, make_sign_out_token(data.database), pages, data.reference.region)
        if entry.deed:
            demand_somewhere(data.database, entry.deed)
        show_scope_bar(entry, held.scope, options, demonstration=data.demonstration)
        if data.trouble:
            show_trouble(data.trouble)
        for note in held.notes:
            st.caption(plain(note))
        page.run()


st.set_page_config(layout="wide", page_icon=page_icon(), initial_sidebar_state=_SIDEBAR_PX)
with TURNS.turn():
    _show_page()

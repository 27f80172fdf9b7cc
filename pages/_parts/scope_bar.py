"""The row of selectors at the top of a page."""

import streamlit as st

from cmn_core.wording import format_period
from pages._parts.failure import in_words
from pages._parts.page_list import PageEntry, Selector
from pages._parts.scope import COUNTED, SUBORDINATIONS, Scope, ScopeOptions, choose_part

_LABELS: dict[Selector, str] = {
    "period": "Период",
    "district": "Муниципалитет",
    "subordination": "Организации",
    "indicator": "Показатель",
    "accepted": "Отчёты",
}


def show_scope_bar(entry: PageEntry, scope: Scope, options: ScopeOptions, *, demonstration: bool) -> None:
    """Draw the selectors that the page has a use for, and the label of invented data."""
    selectors = entry.selectors if options.periods else ()
    if not selectors and not demonstration:
        return
    with st.container(key="scope_bar", horizontal=True, vertical_alignment="center"):
        for part in selectors:
            _show_selector(part, scope, options)
        if demonstration:
            st.badge("демонстрационные данные", color="orange")


def _show_selector(part: Selector, scope: Scope, options: ScopeOptions) -> None:
    words = _words_of(part, options)
    shown = f"chosen_{part}"
    # The address is the truth: a select box that stood before follows it.
    chosen = scope.indicator if part == "indicator" else scope.query().get(part, "")
    # A link may name a municipality that the person is not offered: the page says so.
    st.session_state[shown] = chosen if chosen in words else ""
    st.selectbox(
        _LABELS[part],
        list(words),
        format_func=words.__getitem__,
        key=shown,
        on_change=in_words(choose_part),
        args=(part, shown),
    )


def _words_of(part: Selector, options: ScopeOptions) -> dict[str, str]:
    """Return the words that people see by the codes that the address carries; an empty code is «everything»."""
    if part == "period":
        return {str(period): format_period(period) for period in options.periods}
    if part == "district":
        region = options.region
        whole = {"": f"вся {region.facts.short}"}
        return whole | {
            district.oktmo: district.short
            for district in sorted(region.districts, key=lambda district: district.short.replace("г. ", ""))
            if options.offered is None or district.oktmo in options.offered
        }
    if part == "indicator":
        return dict(options.indicators)
    if part == "accepted":
        return COUNTED
    return {"": "все организации"} | SUBORDINATIONS

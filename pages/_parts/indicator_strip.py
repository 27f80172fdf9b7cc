"""The strip of all indicators: each a small card with its value and plan; a click chooses it for the whole screen."""

from collections.abc import Iterable, Mapping

import streamlit as st

from cmn_core.analysis.figure import IndicatorFigures
from cmn_core.analysis.indicator_standings import IndicatorStanding
from cmn_core.analysis.indicators import compute_indicators
from pages._parts.database import CurrentData
from pages._parts.failure import in_words
from pages._parts.plain_text import plain
from pages._parts.scope import Scope, choose_scope
from pages._parts.scope_facts import scope_facts


def read_indicators(data: CurrentData, scope: Scope) -> Mapping[str, IndicatorFigures]:
    """Return every indicator of a period; counted once a revision, whatever municipality or indicator is chosen."""
    return _count(data.database.url, data.revision, scope.every_indicator_key, data, scope)


@st.cache_resource(show_spinner=False, max_entries=48)
def _count(url: str, revision: int, chosen: str, _data: CurrentData, _scope: Scope) -> Mapping[str, IndicatorFigures]:
    facts = scope_facts(_data, _scope)
    return compute_indicators(facts, _data.reference, _scope.period, _scope.subordination)


def show_strip(standings: Iterable[IndicatorStanding], scope: Scope, section: str = "") -> None:
    """Show the cards; a click chooses the indicator, and opens a section of the page where one is given.

    The chosen one has a thick edge, so colour alone says nothing. They are no links: a choice on the page is no way
    to another.
    """
    with st.container(key="indicators"):
        for standing in standings:
            state = {True: "reached", False: "below", None: "neutral"}[standing.reached]
            chosen = "_chosen" if standing.code == scope.indicator else ""
            with st.container(key=f"indicator_{standing.code}_{state}{chosen}"):
                st.button(
                    _words(standing),
                    key=f"choose_{standing.code}",
                    type="tertiary",
                    width="stretch",
                    on_click=in_words(_choose),
                    args=(scope.of_indicator(standing.code), section),
                )


def _choose(scope: Scope, section: str) -> None:
    choose_scope(scope)
    if section:
        st.query_params["section"] = section


def _words(standing: IndicatorStanding) -> str:
    told = f" ~~{plain(standing.told)}~~" if standing.told else ""
    return f"*{plain(standing.label)}* **{plain(standing.value)}** *{plain(standing.plan)}*{told}"

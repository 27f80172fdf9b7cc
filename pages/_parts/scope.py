"""What a screen shows: period, municipality, subordination, indicator, accepted reports alone or not.

Chosen in the shell, kept in the address.

The address is the one truth: it is read at every run, mended, and handed to the page. It carries codes
(«?period=2020-11&district=52633000») while people see words; `bind="query-params"` would write the words there and
would not let `st.page_link` and `st.switch_page` carry another scope.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from cmn_core.analysis.overview import COLLECTED_BY
from cmn_core.errors import UsageError
from cmn_core.period import Period, parse_period
from cmn_core.reference import Region
from cmn_core.wording import format_period
from pages._parts.page_list import Selector

PARTS: tuple[Selector, ...] = ("period", "district", "subordination", "indicator", "accepted")
COUNTED = {"": "отправленные и принятые", "1": "только принятые"}
"""Which reports figures stand on, by what the address carries."""
SUBORDINATIONS = {"municipal": "муниципальные", "state": "государственные"}
_CURRENT = "current_scope"
_LONGEST_QUOTE = 40


@dataclass(frozen=True, slots=True)
class Scope:
    """A choice that makes a picture."""

    period: Period
    district: str | None = None
    """ОКТМО; None: the whole region."""
    subordination: str | None = None
    """«municipal» or «state»; None: all organisations."""
    indicator: str = COLLECTED_BY
    """The default stays out of the address."""
    accepted_only: bool = False
    """By accepted reports alone, without those that are sent and not judged yet."""

    def query(self) -> dict[str, str]:
        """Return what the address carries; `st.page_link` and `st.switch_page` take it as `query_params`."""
        parts = {
            "period": str(self.period),
            "district": self.district,
            "subordination": self.subordination,
            "indicator": self.indicator if self.indicator != COLLECTED_BY else None,
            "accepted": "1" if self.accepted_only else None,
        }
        return {name: value for name, value in parts.items() if value}

    def of_district(self, oktmo: str | None) -> "Scope":
        """Return the same choice for another municipality, None for the whole region."""
        return replace(self, district=oktmo)

    @property
    def region_key(self) -> str:
        """Key of what the chosen municipality does not change: one memory of it for all who chose different ones."""
        return str(self.of_district(None).query())

    @property
    def every_indicator_key(self) -> str:
        """Key of what neither the chosen municipality nor the indicator changes."""
        return str(replace(self, district=None, indicator=COLLECTED_BY).query())

    def of_indicator(self, code: str) -> "Scope":
        """Return the same choice for another indicator."""
        return replace(self, indicator=code)


@dataclass(frozen=True, slots=True)
class ScopeOptions:
    """What can be chosen."""

    periods: tuple[Period, ...]
    """Latest first, the default; empty: there is no report yet."""
    today: Period
    """Stands in while there is no report."""
    region: Region
    indicators: Mapping[str, str]
    """Labels by code."""
    offered: frozenset[str] | None = None
    """ОКТМО of the municipalities that the selector offers; None: all."""


@dataclass(frozen=True, slots=True)
class ParsedScope:
    """A scope read from an address and what of the address was not understood."""

    scope: Scope
    notes: tuple[str, ...]


def list_periods(with_reports: tuple[Period, ...]) -> tuple[Period, ...]:
    """Return every month from the latest report back to the first one."""
    if not with_reports:
        return ()
    months = [max(with_reports)]
    while months[-1] > min(with_reports):
        months.append(months[-1].shifted(-1))
    return tuple(months)


def parse_scope(address: Mapping[Selector, str | None], options: ScopeOptions) -> ParsedScope:
    """Check the address's values against the options; what does not fit becomes the default and a note."""
    period, period_note = _parse_period(address.get("period") or "", options)
    district, district_note = _parse_district(address.get("district") or "", options.region)
    subordination, subordination_note = _parse_subordination(address.get("subordination") or "")
    indicator, indicator_note = _parse_indicator(address.get("indicator") or "", options.indicators)
    accepted_only, accepted_note = _parse_accepted(address.get("accepted") or "")
    notes = (period_note, district_note, subordination_note, indicator_note, accepted_note)
    scope = Scope(period, district, subordination, indicator, accepted_only)
    return ParsedScope(scope, tuple(note for note in notes if note))


def _parse_period(written: str, options: ScopeOptions) -> tuple[Period, str]:
    if not options.periods:
        return options.today, ""
    latest = options.periods[0]
    if not written:
        return latest, ""
    shown = f"показан {format_period(latest)}"
    try:
        period = parse_period(written)
    except UsageError:
        return latest, f"Период «{_quote(written)}» из ссылки не понят, {shown}."
    if period in options.periods:
        return period, ""
    return latest, f"За {format_period(period)} отчётов нет, {shown}."


def _parse_district(written: str, region: Region) -> tuple[str | None, str]:
    if not written:
        return None, ""
    try:
        return region.find_district(written).oktmo, ""
    except UsageError:
        return None, f"Муниципалитет «{_quote(written)}» из ссылки не найден, показана вся {region.facts.short}."


def _parse_subordination(written: str) -> tuple[str | None, str]:
    if not written or written in SUBORDINATIONS:
        return written or None, ""
    return None, f"Подчинённость «{_quote(written)}» из ссылки не понята, показаны все организации."


def _parse_indicator(written: str, indicators: Mapping[str, str]) -> tuple[str, str]:
    if not written or written in indicators:
        return written or COLLECTED_BY, ""
    return COLLECTED_BY, f"Показатель «{_quote(written)}» из ссылки не найден, показан: {indicators[COLLECTED_BY]}."


def _parse_accepted(written: str) -> tuple[bool, str]:
    if written in COUNTED:
        return written == "1", ""
    return False, f"«{_quote(written)}» из ссылки не понято, показано по всем отправленным и принятым отчётам."


def _quote(written: str) -> str:
    return written if len(written) <= _LONGEST_QUOTE else f"{written[:_LONGEST_QUOTE]}…"


def hold_scope(options: ScopeOptions) -> ParsedScope:
    """Read the scope from the address, put it back there whole, so that it is a link to this picture, and keep it."""
    parsed = parse_scope({part: st.query_params.get(part) for part in PARTS}, options)
    if options.periods:
        choose_scope(parsed.scope)
    # A link to the page that is open changes what a run shows, but not the browser's address: the next run would
    # go back. Said anew it changes nothing where it is right already.
    st.query_params.update({})
    st.session_state[_CURRENT] = parsed.scope
    return parsed


def current_scope() -> Scope:
    """Return the scope that the shell holds for this run."""
    scope: Scope = st.session_state[_CURRENT]
    return scope


def choose_scope(scope: Scope) -> None:
    """Write a scope into the address; from a widget's callback it is the scope of the run that follows."""
    wanted = scope.query()
    # Part by part: what a page binds for itself in the address may not be touched.
    for part in PARTS:
        if part not in wanted and part in st.query_params:
            del st.query_params[part]
    changed = {part: value for part, value in wanted.items() if st.query_params.get(part) != value}
    if changed:
        st.query_params.update(changed)


def choose_part(part: Selector, widget: str) -> None:
    """Take one part of the scope from a select box, in its callback."""
    chosen = st.session_state[widget]
    changed: dict[str, Any] = {part: chosen or None}
    if part == "period":
        changed = {part: parse_period(chosen)}
    elif part == "accepted":
        changed = {"accepted_only": bool(chosen)}
    choose_scope(replace(current_scope(), **changed))

"""The table of collecting: municipalities by months, each cell a sign, a word, what is amiss; a link to its reports."""

from collections.abc import Sequence
from html import escape

from cmn_core.analysis.collected_months import CollectedMonth, CollectedMonths
from cmn_core.analysis.collection_words import tell_amiss, tell_form, tell_fullness, tell_missing, tell_timing
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.wording import NBSP, SHORT_MONTHS, format_period
from pages._parts.links import page_address
from pages._parts.scope import Scope

_MANY_MONTHS = 9
"""From here on the word stands under its sign: a year is as wide as the screen."""


def write_year(
    months: CollectedMonths, periods: Sequence[Period], places: Sequence[str], focus: Period, reference: Reference
) -> str:
    """Write the table as HTML; the month in focus stands out."""
    head = "".join(
        f'<th scope="col"{_focus(period, focus)} abbr="{format_period(period)}">{SHORT_MONTHS[period.month - 1]}</th>'
        for period in periods
    )
    rows = "".join(_row(place, months, periods, focus, reference) for place in places)
    caption = f'<caption class="cmn-unseen">Состояние отчётов по месяцам {focus.year} года</caption>'
    many = " cmn-many" if len(periods) >= _MANY_MONTHS else ""
    return (
        f'<div class="cmn-scroll" tabindex="0"><table class="cmn-collected{many}">'
        f'{caption}<thead><tr><th scope="col">Муниципалитет</th>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def write_legend(reference: Reference) -> str:
    """Write what the signs say, in a line."""
    told = "".join(
        f'<span title="{escape(words.meaning)}"><i class="cmn-{words.code}">{words.glyph}{NBSP}{words.label}</i></span>'
        for words in reference.collection.states
    )
    return (
        f'<p class="cmn-legend">{told}<span class="cmn-grey">+3 — на столько дней позже срока; 18/24 — названо '
        "организаций из открытых; без приписки — в срок и полностью</span></p>"
    )


def write_states(reference: Reference) -> str:
    """Write the states with what each means, as a list."""
    items = "".join(
        f'<li><i class="cmn-{words.code}">{words.glyph}{NBSP}{words.label}</i> — {escape(words.meaning)}</li>'
        for words in reference.collection.states
    )
    return f'<ul class="cmn-states">{items}</ul>'


def _row(place: str, months: CollectedMonths, periods: Sequence[Period], focus: Period, reference: Reference) -> str:
    name = escape(reference.region.district(place).short)
    cells = "".join(_cell(months[place, period], focus, reference) for period in periods)
    return f'<tr><th scope="row"><a href="{_address(place, focus)}">{name}</a></th>{cells}</tr>'


def _cell(month: CollectedMonth, focus: Period, reference: Reference) -> str:
    words = reference.collection.state(month.state)
    amiss = tell_amiss(month)
    told = "; ".join(filter(None, _describe(month, reference)))
    more = f"<small>{escape(amiss)}</small>" if amiss else ""
    address = _address(month.district, month.period)
    return (
        f'<td{_focus(month.period, focus)}><a class="cmn-{month.state}" href="{address}" '
        f'title="{escape(told)}"><b>{words.glyph}</b> <span>{words.label}</span>{more}</a></td>'
    )


def _describe(month: CollectedMonth, reference: Reference) -> tuple[str, ...]:
    return (
        f"{reference.region.district(month.district).short}, {format_period(month.period)}",
        tell_form(month, reference),
        reference.collection.state(month.state).label,
        tell_timing(month.timing),
        tell_missing(month, reference),
        tell_fullness(month.fullness, reference) if month.submissions else "",
    )


def _address(place: str, period: Period) -> str:
    return escape(f"{page_address('district', Scope(period, place))}&section=reports")


def _focus(period: Period, focus: Period) -> str:
    return ' class="cmn-focus"' if period == focus else ""

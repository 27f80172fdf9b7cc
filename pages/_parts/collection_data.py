"""What the pages of collecting read: the year's reports as far as the person may see them, and the day of today."""

from collections.abc import Collection
from datetime import date

import streamlit as st

from cmn_core.analysis.collected_months import CollectedMonth, CollectedMonths, OpenDraft, compute_collected_months
from cmn_core.demo.plan import read_plan
from cmn_core.errors import UsageError
from cmn_core.period import Period, parse_period
from cmn_core.reference.indicators import LayoutCode
from cmn_core.store.collecting import CollectedYear, read_collected_year
from cmn_core.store.draft_reading import DraftSummary, list_drafts
from pages._parts.author import now
from pages._parts.database import CurrentData
from pages._parts.person import current_actor


def today_of(data: CurrentData) -> date:
    """Return today by the region's clock; a demonstration stands on a day of its story."""
    return read_plan().story.today if data.demonstration else now().date()


def seen_districts() -> frozenset[str] | None:
    """Return the municipalities whose reports the session's person sees, None: all; raise AccessDenied for a viewer."""
    person = current_actor().person
    person.demand_somewhere("see_reports")
    return None if person.may("see_reports") else person.districts


def collected_year(data: CurrentData, year: int, districts: frozenset[str] | None) -> CollectedYear:
    """Return the reports and open organisations of a year; read once a revision for each circle of municipalities."""
    return _read(data.database.url, data.revision, year, districts, data)


def judge_months(
    data: CurrentData,
    months: Collection[Period],
    districts: frozenset[str] | None,
    *,
    drafts: Collection[OpenDraft] = (),
    layout: LayoutCode | None = None,
) -> CollectedMonths:
    """Return how these months stand, whatever their years."""
    judged: dict[tuple[str, Period], CollectedMonth] = {}
    for year in sorted({period.year for period in months}):
        judged |= compute_collected_months(
            collected_year(data, year, districts),
            [period for period in months if period.year == year],
            data.reference,
            today_of(data),
            drafts=drafts,
            layout=layout,
            districts=districts,
        )
    return judged


def open_drafts(data: CurrentData) -> tuple[DraftSummary, ...]:
    """Return the unfinished reports that the person sees; read at every run, for they leave the revision alone."""
    return () if data.trouble else list_drafts(data.database)


def as_open_drafts(drafts: Collection[DraftSummary]) -> frozenset[OpenDraft]:
    """Return for which municipality, month and form drafts were begun, as far as is known."""
    return frozenset(
        (sender, period, draft.choices.get("layout"))
        for draft in drafts
        if (sender := draft.choices.get("sender")) and (period := _period_of(draft))
    )


def _period_of(draft: DraftSummary) -> Period | None:
    try:
        return parse_period(draft.choices.get("period") or "")
    except UsageError:
        return None


@st.cache_resource(show_spinner=False, max_entries=32)
def _read(url: str, revision: int, year: int, districts: frozenset[str] | None, _data: CurrentData) -> CollectedYear:
    return read_collected_year(_data.database, year, districts)

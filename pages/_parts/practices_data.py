"""What «Практики» reads: practices as far as the person sees organisations, and everyone's counts of municipalities."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from cmn_core.analysis.folded_practices import FoldedPractice, FoldOrder, find_folds, fold_practices
from cmn_core.analysis.like_municipalities import MunicipalitySize, measure_sizes
from cmn_core.analysis.parts import DistrictParts, select_parts
from cmn_core.analysis.practice_filter import (
    PracticeFilter,
    PracticeTotals,
    ShownKeys,
    filter_practices,
    total_practices,
)
from cmn_core.analysis.practice_use import RegionUse, compute_practice_use, list_entering, list_left_out
from cmn_core.analysis.practices import ListedPractice, list_planned_practices, list_reported_practices
from cmn_core.analysis.white_spots import DistrictSpots, find_white_spots
from cmn_core.store.practice_rows import count_practices, read_practice_rows
from cmn_core.store.programme_counts import PlannedCount, count_planned
from cmn_core.store.programme_reading import PlannedPractice, read_planned_practices
from cmn_core.store.shown_practices import ShownPractice, list_shown_practices
from pages._parts.database import CurrentData
from pages._parts.district_choice import list_seen
from pages._parts.last_read import read_or_last
from pages._parts.scope import Scope
from pages._parts.scope_facts import scope_facts


@dataclass(frozen=True, slots=True)
class PracticeList:
    """All practices that the person sees, and which of their names are one programme."""

    key: str
    """Tells the list from others of this database."""
    practices: tuple[ListedPractice, ...]
    folds: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FoundPractices:
    """What was looked for: a line a programme, and what the practices come to by their source."""

    lines: tuple[FoldedPractice, ...]
    reported: PracticeTotals
    planned: PracticeTotals


def list_whose(data: CurrentData, scope: Scope) -> tuple[str, ...]:
    """Return ОКТМО of the municipalities whose practices are listed: the chosen one, else all that the person sees.

    Raises AccessDenied where the chosen one is not theirs.
    """
    if scope.district:
        data.database.demand("see_organisations", scope.district)
        return (scope.district,)
    return tuple(district.oktmo for district in list_seen(data))


def read_practice_list(data: CurrentData, scope: Scope, whose: tuple[str, ...]) -> PracticeList:
    """Return practices of municipalities; those of reports are read once a revision, planned ones at every run."""
    planned = read_or_last("planned practices", lambda: read_planned_practices(data.database, whose), whose)
    return _list(data.database.url, data.revision, scope.region_key, whose, hash(planned), planned, data, scope)


def find_practices(
    listed: PracticeList, asked: PracticeFilter, order: FoldOrder, shown: ShownKeys, data: CurrentData
) -> FoundPractices:
    """Return what is looked for in a list; remembered for all who look for the same in it."""
    question = f"{asked} {order}", hash(frozenset(shown)) if asked.only_shown else 0
    return _find(data.database.url, listed.key, *question, listed, asked, order, shown, data)


def read_shown(data: CurrentData) -> tuple[ShownPractice, ...]:
    """Return the practices marked to be shown; read at every run, for marks leave the revision alone."""
    return read_or_last("shown practices", lambda: list_shown_practices(data.database))


def read_use(data: CurrentData, scope: Scope) -> RegionUse:
    """Return which forms and role models the municipalities use; counted once a revision."""
    return _count(data.database.url, data.revision, scope.region_key, data, scope)


def read_spots(data: CurrentData, scope: Scope) -> tuple[DistrictSpots, ...]:
    """Return what nobody in the municipalities uses, with what their programmes in the making plan."""
    planned = read_or_last("planned counts", lambda: count_planned(data.database))
    return _find_spots(data.database.url, data.revision, scope.region_key, hash(planned), planned, data, scope)


# Frozen values shared by all who may see them; who may is asked outside.
@st.cache_resource(show_spinner=False, max_entries=12)
def _list(
    url: str,
    revision: int,
    chosen: str,
    whose: tuple[str, ...],
    plans: int,
    _planned: tuple[PlannedPractice, ...],
    _data: CurrentData,
    _scope: Scope,
) -> PracticeList:
    parts = {oktmo: each for oktmo, each in _parts(_data, _scope).items() if oktmo in whose}
    rows = read_practice_rows(_data.database, list_entering(parts), whose)
    practices = (
        *list_reported_practices(rows, parts, _data.reference, _scope.subordination),
        *list_planned_practices(_planned, _data.reference, _scope.subordination),
    )
    return PracticeList(f"{revision} {chosen} {whose} {plans}", practices, find_folds(practices, _data.reference))


@st.cache_resource(show_spinner=False, max_entries=24)
def _find(
    url: str,
    listed: str,
    question: str,
    marks: int,
    _listed: PracticeList,
    _asked: PracticeFilter,
    _order: FoldOrder,
    _shown: ShownKeys,
    _data: CurrentData,
) -> FoundPractices:
    found = filter_practices(_listed.practices, _asked, _data.reference, _shown)
    return FoundPractices(
        lines=fold_practices(found, _listed.folds, _order),
        reported=total_practices([practice for practice in found if practice.source == "report"]),
        planned=total_practices([practice for practice in found if practice.source == "programme"]),
    )


@st.cache_resource(show_spinner=False, max_entries=16)
def _count(url: str, revision: int, chosen: str, _data: CurrentData, _scope: Scope) -> RegionUse:
    parts = _parts(_data, _scope)
    sums = count_practices(_data.database, list_entering(parts), list_left_out(parts))
    return compute_practice_use(sums, parts, _data.reference, _scope.subordination)


@st.cache_resource(show_spinner=False, max_entries=16)
def _find_spots(
    url: str,
    revision: int,
    chosen: str,
    plans: int,
    _planned: tuple[PlannedCount, ...],
    _data: CurrentData,
    _scope: Scope,
) -> tuple[DistrictSpots, ...]:
    sizes = _measure(url, revision, str(_scope.period), _scope.accepted_only, _data, _scope)
    return find_white_spots(read_use(_data, _scope), sizes, _data.reference, _planned)


@st.cache_resource(show_spinner=False, max_entries=8)
def _measure(
    url: str, revision: int, period: str, accepted_only: bool, _data: CurrentData, _scope: Scope
) -> Mapping[str, MunicipalitySize]:
    return measure_sizes(scope_facts(_data, _scope), _data.reference, _scope.period)


def _parts(data: CurrentData, scope: Scope) -> dict[str, DistrictParts]:
    return select_parts(scope_facts(data, scope), scope.period, data.reference)

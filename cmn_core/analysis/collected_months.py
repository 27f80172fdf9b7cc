"""How each municipality's months stand: sent, in time, how full; the table that collecting is done by."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cmn_core.analysis.completeness import Fullness, grade_report
from cmn_core.analysis.submissions import Submission, SubmissionsOfMonth, sort_submissions
from cmn_core.analysis.timeliness import Timing, judge_timing
from cmn_core.intake.reading import ScopeCode
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.reference.collection import MonthState
from cmn_core.reference.indicators import LayoutCode
from cmn_core.store.collecting import CollectedYear

OpenDraft = tuple[str, Period, LayoutCode | None]
"""Municipality, month and form of a report that was begun; None: of a form not known yet."""
_SUBORDINATIONS: dict[ScopeCode, tuple[str, ...]] = {
    "municipal": ("municipal",),
    "state": ("state",),
    "all": ("municipal", "state"),
}
_NOTHING_SENT: tuple[MonthState, ...] = ("draft", "none", "not_due")


@dataclass(frozen=True, slots=True)
class CollectedMonth:
    """A municipality's month."""

    district: str
    period: Period
    state: MonthState
    fullness: Fullness
    timing: Timing
    layout: LayoutCode | None = None
    """The form that the month is judged by; None: nothing came."""
    missing: tuple[ScopeCode, ...] = ()
    """Scopes whose form is expected beside the one that came."""
    submissions: tuple[Submission, ...] = ()

    @property
    def is_sent(self) -> bool:
        """Tell a month that is reported: all that is expected came, and was not returned."""
        return self.state in ("sent", "accepted") and not self.missing

    @property
    def needs_reminder(self) -> bool:
        """Tell a month whose sender has something to do."""
        return not self.is_sent or self.fullness.grade != "full"


CollectedMonths = Mapping[tuple[str, Period], CollectedMonth]


def compute_collected_months(
    collected: CollectedYear,
    months: Iterable[Period],
    reference: Reference,
    today: date,
    *,
    drafts: Collection[OpenDraft] = (),
    layout: LayoutCode | None = None,
    districts: Collection[str] | None = None,
) -> dict[tuple[str, Period], CollectedMonth]:
    """Judge every month of each municipality, None: of all; by one form, or by the one that stands for the month."""
    submissions = sort_submissions(collected.versions)
    open_then = {(each.district, each.period, each.subordination): each.organisations for each in collected.open}
    own_state_since = _find_own_state_forms(collected)
    layouts = (layout,) if layout else reference.collection.deadlines.layouts
    judged = {}
    for place in reference.region.districts:
        if districts is not None and place.oktmo not in districts:
            continue
        for period in months:
            of_month = submissions.get((place.oktmo, period), {})
            since = own_state_since.get(place.oktmo)
            by_layout = [
                _judge(
                    each, place.oktmo, period, of_month, _expected(each, of_month, period, since), open_then,
                    reference.collection.deadlines.due(each, period), today, drafts,
                )
                for each in layouts
            ]  # fmt: skip
            judged[place.oktmo, period] = _choose(by_layout)
    return judged


def list_collected_months(year: int, first: Period, collected: CollectedYear, today: date) -> tuple[Period, ...]:
    """List the months of a year that are collected: from the first of all to the last that has ended or reported."""
    named = {version.period for version in collected.versions}
    months = (Period(year, month) for month in range(1, 13))
    return tuple(month for month in months if month in named or (first <= month and month.closing_date <= today))


def _find_own_state_forms(collected: CollectedYear) -> dict[str, Period]:
    """Return the first month of the year for which a municipality sent a form on state organisations by itself."""
    since: dict[str, Period] = {}
    for version in collected.versions:
        if version.layout == "expansion" and version.scope == "state":
            since[version.sender] = min(version.period, since.get(version.sender, version.period))
    return since


def _expected(
    layout: LayoutCode, of_month: SubmissionsOfMonth, period: Period, own_state_since: Period | None
) -> tuple[ScopeCode, ...]:
    """Return the scopes whose forms make a month."""
    if layout == "monthly" or (layout, "all") in of_month:
        return ("all",)
    expects_state = own_state_since is not None and own_state_since <= period
    return ("municipal", "state") if expects_state else ("municipal",)


def _judge(
    layout: LayoutCode,
    district: str,
    period: Period,
    of_month: SubmissionsOfMonth,
    scopes: tuple[ScopeCode, ...],
    open_then: Mapping[tuple[str, Period, str], int],
    due: date,
    today: date,
    drafts: Collection[OpenDraft],
) -> CollectedMonth:
    found = {scope: of_month[layout, scope] for scope in scopes if (layout, scope) in of_month}
    came = tuple(found.values())
    missing = tuple(scope for scope in scopes if scope not in found) if came else ()
    returned = [each.version.returned_at or each.version.saved_at for each in came if each.is_returned]
    is_whole = bool(came) and not missing
    return CollectedMonth(
        district=district,
        period=period,
        state=_tell_state(came, missing) if came else _tell_without(layout, district, period, due, today, drafts),
        fullness=_grade(district, period, scopes, found, open_then),
        timing=judge_timing(
            due,
            today,
            max(each.first_sent for each in came) if is_whole else None,
            max(returned) if returned and is_whole else None,
        ),
        layout=layout if came else None,
        missing=missing,
        submissions=came,
    )


def _tell_state(came: tuple[Submission, ...], missing: tuple[ScopeCode, ...]) -> MonthState:
    """Return what has come least far: all forms of a month are accepted, or the month is not."""
    states = {each.version.state for each in came}
    if "returned" in states:
        return "returned"
    return "sent" if "sent" in states or missing else "accepted"


def _tell_without(
    layout: LayoutCode, district: str, period: Period, due: date, today: date, drafts: Collection[OpenDraft]
) -> MonthState:
    if (district, period, layout) in drafts or (district, period, None) in drafts:
        return "draft"
    return "none" if today > due else "not_due"


def _grade(
    district: str,
    period: Period,
    scopes: tuple[ScopeCode, ...],
    found: Mapping[ScopeCode, Submission],
    open_then: Mapping[tuple[str, Period, str], int],
) -> Fullness:
    expected = named = 0
    for scope in scopes:
        for subordination in _SUBORDINATIONS[scope]:
            are_open = open_then.get((district, period, subordination), 0)
            expected += are_open
            if scope in found:
                # More of one kind cannot stand for those of the other that are left out.
                named += min(are_open, found[scope].version.named.get(subordination, 0))
    versions = [each.version for each in found.values()]
    return grade_report(
        named,
        expected,
        is_there=bool(versions),
        is_empty=all(version.is_empty for version in versions),
        is_copy=all(version.is_copy for version in versions),
    )


def _choose(by_layout: list[CollectedMonth]) -> CollectedMonth:
    """Return the form that stands for the month: a whole one first; without any, the later deadline holds."""
    if all(month.state in _NOTHING_SENT for month in by_layout):
        begun = [month for month in by_layout if month.state == "draft"]
        return max(begun or by_layout, key=lambda month: month.timing.due)
    return max(by_layout, key=lambda month: (month.is_sent, month.state == "returned", bool(month.submissions)))

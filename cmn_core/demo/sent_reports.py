"""Every report that the demonstration's year has seen, in the order in which they came."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from cmn_core.demo.form_sheets import as_grid, lay_form, write_csv
from cmn_core.demo.form_workbooks import write_form_workbook
from cmn_core.demo.forms_of_month import DemoForm, fill_form
from cmn_core.demo.levels import Levels, compute_levels
from cmn_core.demo.monthly_forms import DemoMonthlyForm, MonthlyYear, fill_monthly_form, invent_monthly_year
from cmn_core.demo.monthly_sheets import (
    as_monthly_grid,
    lay_monthly_form,
    write_monthly_workbook,
    write_plain_workbook,
)
from cmn_core.demo.organisations import DemoOrganisation, invent_organisations
from cmn_core.demo.plan import DemoPlan, ReportDates
from cmn_core.intake.cells.grid import Grid
from cmn_core.intake.reading import ScopeCode
from cmn_core.period import Period
from cmn_core.reference import Reference

_OFFICE_OPENS = time(9, 0)
_MONTHLY_FROM = time(13, 30)
_MINUTES_BETWEEN = 7
_SUBORDINATIONS: tuple[ScopeCode, ...] = ("municipal", "state")


@dataclass(frozen=True, slots=True)
class SentReport:
    """A report as it came."""

    form: DemoForm | DemoMonthlyForm
    file_name: str
    content: bytes
    grid: Grid | None
    """What a reader makes of the bytes; None: a workbook that a person filled in, to be opened."""
    author: str
    sent_at: datetime
    """By the region's clock."""


@dataclass(frozen=True, slots=True)
class Participants:
    """Who takes part, and how many children each has drawn in by when."""

    organisations: Mapping[str, Sequence[DemoOrganisation]]
    """By ОКТМО."""
    levels: Mapping[str, Levels]
    monthly: Mapping[str, MonthlyYear]


def invent_participants(plan: DemoPlan, reference: Reference) -> Participants:
    """Invent every municipality's organisations and their year."""
    organisations = {
        item.oktmo: invent_organisations(plan, item, reference.region.district(item.oktmo))
        for item in plan.municipalities
    }
    levels = {item.oktmo: compute_levels(plan, item, organisations[item.oktmo]) for item in plan.municipalities}
    monthly = {
        item.oktmo: invent_monthly_year(
            plan, item, organisations[item.oktmo], levels[item.oktmo], reference.forms
        )
        for item in plan.municipalities
    }  # fmt: skip
    return Participants(organisations, levels, monthly)


def send_reports(plan: DemoPlan, participants: Participants, reference: Reference) -> Iterator[SentReport]:
    """Yield the reports of the year, oldest first; the same bytes at every call, but for times inside workbooks."""
    for report in plan.story.report:
        for place, form in enumerate(_fill_month(plan, participants, report)):
            sent_at = datetime.combine(report.dates[1], _OFFICE_OPENS) + timedelta(
                days=1, minutes=place * _MINUTES_BETWEEN
            )
            resent = plan.story.resent
            if (form.sender, form.scope, form.period) == (resent.oktmo, "municipal", resent.period):
                yield _pack(plan, with_extra_digit(form), sent_at, reference, mark=" (1)")
                sent_at += timedelta(minutes=_MINUTES_BETWEEN - 1)
            yield _pack(plan, form, sent_at, reference)
        yield from _send_monthly(plan, participants, report.period, reference)


def _send_monthly(
    plan: DemoPlan, participants: Participants, period: Period, reference: Reference
) -> Iterator[SentReport]:
    """Yield the monthly forms of a month; where both fall on one day, in the afternoon, after the expansion forms."""
    for place, oktmo in enumerate(plan.monthly_senders(period)):
        form = fill_monthly_form(plan, oktmo, period, participants.monthly[oktmo])
        day = plan.story.sent_on(oktmo, period) or form.as_of + timedelta(days=1)
        sent_at = datetime.combine(day, _MONTHLY_FROM) + timedelta(minutes=place * _MINUTES_BETWEEN)
        yield _pack_monthly(plan, form, sent_at, reference)


def fill_sender_form(
    plan: DemoPlan, participants: Participants, sender: str, scope: ScopeCode, report: ReportDates
) -> DemoForm:
    """Fill a municipality's form for a month."""
    own = [item for item in participants.organisations[sender] if item.subordination == scope]
    return fill_form(plan, sender, scope, report, own, participants.levels[sender])


def with_extra_digit(form: DemoForm) -> DemoForm:
    """Return the form with the first organisation's mentees written with a zero too many."""
    first = form.rows[0]
    if first.counts is None:
        return form
    counts = replace(first.counts, added_mentees=first.counts.added_mentees * 10)
    return replace(form, rows=(replace(first, counts=counts), *form.rows[1:]))


def _fill_month(plan: DemoPlan, participants: Participants, report: ReportDates) -> Iterator[DemoForm]:
    for item in plan.municipalities:
        if not item.sends(report.period):
            continue
        for scope in _SUBORDINATIONS:
            if scope == "municipal" or item.state_reports == "own":
                yield fill_sender_form(plan, participants, item.oktmo, scope, report)
    if (
        report.period == plan.story.region_report.period
        and (form := _fill_region_form(plan, participants, report)).rows
    ):
        yield form


def _fill_region_form(plan: DemoPlan, participants: Participants, report: ReportDates) -> DemoForm:
    """Fill the region's form: state organisations that nobody else reports, and one that its municipality does too."""
    also = plan.story.region_report.also_names
    by_region = {item.oktmo for item in plan.municipalities if item.state_reports == "region"}
    named = [
        organisation
        for oktmo, organisations in participants.organisations.items()
        for organisation in organisations
        if organisation.subordination == "state" and (oktmo in by_region or organisation.name == also)
    ]
    levels: dict[str, Mapping[date, int]] = {}
    for organisation in named:
        level = participants.levels[organisation.district][organisation.name]
        # The region counted the organisation that two reports name a little earlier.
        levels[organisation.name] = (
            {day: count - count // 10 for day, count in level.items()} if organisation.name == also else level
        )
    return fill_form(plan, None, "state", report, named, levels)


def _pack(plan: DemoPlan, form: DemoForm, sent_at: datetime, reference: Reference, mark: str = "") -> SentReport:
    """Make the file that the sender sends."""
    region = reference.region
    story = plan.story
    sender = region.facts.name if form.sender is None else region.district(form.sender).short
    author = story.region_author if form.sender is None else story.district_author.format(name=sender)
    scope = reference.kinds.scope_label(form.scope)
    name = f"{sender}, {scope}, {form.period}{mark}"
    if form.scope == "municipal" and _is_workbook(plan, form):
        content = write_form_workbook(form, reference, merged=form.sender == story.workbooks.oktmo[0])
        return SentReport(form, f"{name}.xlsx", content, None, author, sent_at)
    cells = lay_form(form, reference)
    return SentReport(form, f"{name}.csv", write_csv(cells), as_grid(cells), author, sent_at)


def _pack_monthly(plan: DemoPlan, form: DemoMonthlyForm, sent_at: datetime, reference: Reference) -> SentReport:
    """Make the workbook that a municipality sends: of most only what stands in its cells."""
    sender = reference.region.district(form.sender).short
    author = plan.story.district_author.format(name=sender)
    name = f"{sender}, {reference.layouts.monthly.label.lower()}, {form.period}.xlsx"
    if _is_workbook(plan, form):
        return SentReport(form, name, write_monthly_workbook(form, reference), None, author, sent_at)
    sheets = lay_monthly_form(form, reference)
    content = write_plain_workbook(sheets, form.as_of)
    return SentReport(form, name, content, as_monthly_grid(sheets), author, sent_at)


def _is_workbook(plan: DemoPlan, form: DemoForm | DemoMonthlyForm) -> bool:
    """Tell a form that a municipality filled in as a person would."""
    return form.sender in plan.story.workbooks.oktmo and form.period == plan.story.last.period

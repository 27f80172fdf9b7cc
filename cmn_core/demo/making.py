"""Make the demonstration database: organisations, «Численность», then report after report through the usual door."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from hashlib import sha256

from cmn_core.demo.form_sheets import as_grid, lay_population, write_csv
from cmn_core.demo.plan import DemoPlan, read_plan
from cmn_core.demo.sent_reports import Participants, SentReport, invent_participants, send_reports
from cmn_core.demo.shown import mark_shown
from cmn_core.intake.cells.grid import Grid
from cmn_core.intake.read_report import Expectation, read_grid, read_report
from cmn_core.intake.reading import Reading
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.store.audit import Author
from cmn_core.store.collecting import read_collected_year
from cmn_core.store.comparing import compare_with_stored
from cmn_core.store.engine import Database
from cmn_core.store.organisations import NewOrganisation, add_organisations, known_organisations
from cmn_core.store.population import save_population
from cmn_core.store.report_way import accept_report
from cmn_core.store.reports import Decisions, ReportKey, read_versions, save_report
from cmn_core.store.settings import current_reference, is_demonstration, mark_demonstration

_BEFORE = timedelta(days=1)


def make_demonstration(database: Database, plan: DemoPlan | None = None) -> None:
    """Fill a database with the demonstration; one that was left half made is completed."""
    plan = plan or read_plan()
    reference = current_reference(database)
    author, begun = plan.story.region_author, datetime.combine(plan.story.report[0].dates[0], time(9, 0))
    if not is_demonstration(database):
        mark_demonstration(database, author=author, now=begun)
    participants = invent_participants(plan, reference)
    _add_organisations(database, participants, author, begun)
    _save_population(database, plan, reference, begun)
    accepted_until, are_accepted = plan.story.accepted_until, False
    for sent in send_reports(plan, participants, reference):
        if not are_accepted and sent.form.period > accepted_until:
            _accept_until(database, accepted_until, Author(author, sent.sent_at - _BEFORE))
            are_accepted = True
        _save_sent(database, sent, reference)
    mark_shown(database, plan, reference, Author(author, sent.sent_at))


def is_complete(database: Database, plan: DemoPlan) -> bool:
    """Tell whether the year's last report, a monthly form, has come."""
    last = plan.story.last.period
    return bool(read_versions(database, ReportKey(plan.monthly_senders(last)[-1], "all", "monthly", last)))


def read_sent(sent: SentReport, reference: Reference) -> Reading:
    """Read a report by the rules of every report: its cells, or the workbook itself."""
    if sent.grid is None:
        return read_report(sent.content, sent.file_name, reference=reference)
    return _read_cells(sent.grid, sent.content, sent.file_name, reference)


def _read_cells(grid: Grid, content: bytes, file_name: str, reference: Reference) -> Reading:
    reading = read_grid(grid, Expectation(), reference)
    return replace(reading, file=file_name, sha256=sha256(content).hexdigest())


def _accept_until(database: Database, last: Period, by: Author) -> None:
    """Accept what is sent for the months up to one, as a centre would before the next one begins."""
    for version in read_collected_year(database, last.year).versions:
        if version.in_force and version.state == "sent" and version.period <= last:
            accept_report(database, version.report_id, by=by)


def _add_organisations(database: Database, participants: Participants, author: str, now: datetime) -> None:
    """Add the organisations that are not there yet, as a centre would before its first month."""
    known = {(item.district, item.name) for item in known_organisations(database)}
    missing = [
        NewOrganisation(item.district, item.name, item.kind, item.subordination)
        for organisations in participants.organisations.values()
        for item in organisations
        if (item.district, item.name) not in known
    ]
    add_organisations(database, missing, author=author, now=now)


def _save_population(database: Database, plan: DemoPlan, reference: Reference, now: datetime) -> None:
    cells = lay_population(plan, reference)
    content = write_csv(cells)
    reading = _read_cells(as_grid(cells), content, f"Численность, {plan.story.last.period.year}.csv", reference)
    save_population(database, reading, content, author=plan.story.region_author, now=now)


def _save_sent(database: Database, sent: SentReport, reference: Reference) -> None:
    """Save a report as its sender would, the warnings confirmed; one that came before is left alone."""
    form = sent.form
    decisions = Decisions(form.sender, form.scope, form.layout, form.period, form.as_of, sent.author, confirmed=True)
    # By name, not by bytes: a workbook holds the time at which it was written.
    if any(version.file_name == sent.file_name for version in read_versions(database, decisions.key)):
        return
    reading = read_sent(sent, reference)
    beside = compare_with_stored(database, reading, decisions.key, reference)
    compared_with = beside.in_force.report_id if beside.in_force else None
    save_report(
        database,
        beside.add_problems(reading),
        sent.content,
        replace(decisions, compared_with=compared_with),
        now=sent.sent_at,
    )

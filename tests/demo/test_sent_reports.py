"""The demonstration's files before they are saved: deterministic, cumulative, and read as any other file."""

from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from cmn_core.demo.making import read_sent
from cmn_core.demo.plan import read_plan
from cmn_core.demo.sent_reports import Participants, SentReport, invent_participants, send_reports
from cmn_core.intake.cells.open_grid import open_grid
from cmn_core.intake.read_report import Expectation, read_grid
from cmn_core.period import Period
from cmn_core.reference import shipped_reference

PLAN, REFERENCE = read_plan(), shipped_reference()
FIRST, LAST = Period(2020, 6), Period(2020, 11)


@pytest.fixture(scope="module")
def participants() -> Participants:
    return invent_participants(PLAN, REFERENCE)


@pytest.fixture(scope="module")
def sent(participants: Participants) -> list[SentReport]:
    return list(send_reports(PLAN, participants, REFERENCE))


def test_the_municipalities_are_those_of_the_region() -> None:
    assert [item.oktmo for item in PLAN.municipalities] == [item.oktmo for item in REFERENCE.region.districts]


def test_the_oblast_has_some_two_hundred_thousand_children_most_of_them_in_its_capital() -> None:
    children = {item.oktmo: item.children_10_19 for item in PLAN.municipalities}
    assert 195_000 <= sum(children.values()) <= 210_000
    assert 2 * children[REFERENCE.region.facts.capital] > sum(children.values())


def test_some_seven_hundred_organisations_no_name_twice_in_a_municipality(participants: Participants) -> None:
    names = [[item.name for item in items] for items in participants.organisations.values()]
    assert 680 <= sum(len(each) for each in names) <= 730
    assert all(len(set(each)) == len(each) for each in names)
    assert len(participants.organisations[REFERENCE.region.facts.capital]) == 150
    kinds = {item.kind for items in participants.organisations.values() for item in items}
    assert kinds == {"school", "supplementary", "vocational"}
    assert {item.subordination for item in participants.organisations["52654000"]} == {"municipal", "state"}


def test_the_same_bytes_come_at_every_call(sent: list[SentReport]) -> None:
    again = send_reports(PLAN, invent_participants(PLAN, REFERENCE), REFERENCE)
    for first, second in zip(sent, again, strict=True):
        assert (first.form, first.file_name, first.author, first.sent_at) == (
            second.form, second.file_name, second.author, second.sent_at,
        )  # fmt: skip
        if first.grid is not None:
            # A workbook holds the time at which it was written.
            assert first.content == second.content


def test_reports_come_in_the_order_of_time_for_june_to_november(sent: list[SentReport]) -> None:
    assert [report.sent_at for report in sent] == sorted(report.sent_at for report in sent)
    assert sorted({report.form.period for report in sent}) == [FIRST.shifted(month) for month in range(6)]
    last = [report.form for report in sent if report.form.period == LAST]
    assert {form.dates for form in last} == {(date(2020, 10, 1), date(2020, 11, 23))}
    assert len({form.sender for form in last if form.sender}) == 30


def test_counts_are_cumulative_and_fall_once_only(sent: list[SentReport]) -> None:
    by_organisation: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    for report in sent:
        totals: dict[str, int] = defaultdict(int)
        for row in report.form.rows:
            if row.counts and row.organisation:
                assert min(row.counts.involved_before, row.counts.added_mentors, row.counts.added_mentees) >= 0
                totals[row.organisation] += row.counts.drawn_in
        if "(1)" not in report.file_name:
            for name, people in totals.items():
                by_organisation[report.form.sender, name].append(people)
    falls = [
        (sender, before - after)
        for (sender, _), counts in by_organisation.items()
        for before, after in pairwise(counts)
        if after < before
    ]
    assert falls == [(PLAN.story.fall.oktmo, PLAN.story.fall.people)]


def test_a_csv_says_what_its_cells_say(sent: list[SentReport]) -> None:
    report = next(report for report in sent if report.form.sender == "52601000" and report.form.period == LAST)
    assert report.grid is not None
    opened = read_grid(open_grid(report.content, report.file_name), Expectation(), REFERENCE)
    made = read_grid(report.grid, Expectation(), REFERENCE)
    assert opened == made
    assert len(made.rows) == len(report.form.rows)


def test_three_last_reports_are_workbooks_one_of_them_merged(sent: list[SentReport]) -> None:
    workbooks = [report for report in sent if report.grid is None]
    assert [report.form.sender for report in workbooks] == sorted(PLAN.story.workbooks.oktmo)
    assert {report.form.period for report in workbooks} == {LAST}
    for report in workbooks:
        reading = read_sent(report, REFERENCE)
        assert reading.can_be_saved
        assert (reading.district, reading.scope, reading.period) == (report.form.sender, "municipal", LAST)
        wanted = sum(row.counts.drawn_in for row in report.form.rows if row.counts)
        totals = reading.totals
        assert totals.involved_before + totals.added_mentors + totals.added_mentees == wanted
    merged = next(report for report in workbooks if report.form.sender == PLAN.story.workbooks.oktmo[0])
    areas = [area for area in open_grid(merged.content, merged.file_name).sheets[0].merged if area.top > 5]
    assert areas
    assert all(area.left == area.right for area in areas)


def test_every_report_is_read_without_an_error_as_its_own_key(sent: list[SentReport]) -> None:
    for report in sent:
        reading = read_sent(report, REFERENCE)
        assert reading.can_be_saved, report.file_name
        assert (reading.district, reading.scope, reading.period, reading.dates) == (
            report.form.sender, report.form.scope, report.form.period, report.form.dates,
        )  # fmt: skip

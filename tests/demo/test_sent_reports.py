"""The demonstration's files before they are saved: deterministic, cumulative, and read as any other file."""

from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from cmn_core.demo.forms_of_month import DemoForm
from cmn_core.demo.making import read_sent
from cmn_core.demo.monthly_forms import DemoMonthlyForm, fill_monthly_form
from cmn_core.demo.plan import read_plan
from cmn_core.demo.sent_reports import Participants, SentReport, invent_participants, send_reports
from cmn_core.intake.cells.open_grid import open_grid
from cmn_core.intake.people_counts import COUNT_NAMES, PeopleCounts
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


@pytest.fixture(scope="module")
def expansion(sent: list[SentReport]) -> list[tuple[SentReport, DemoForm]]:
    return [(report, report.form) for report in sent if isinstance(report.form, DemoForm)]


@pytest.fixture(scope="module")
def monthly(sent: list[SentReport]) -> list[tuple[SentReport, DemoMonthlyForm]]:
    return [(report, report.form) for report in sent if isinstance(report.form, DemoMonthlyForm)]


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


def test_reports_come_in_the_order_of_time_for_june_to_november(
    sent: list[SentReport], expansion: list[tuple[SentReport, DemoForm]]
) -> None:
    assert [report.sent_at for report in sent] == sorted(report.sent_at for report in sent)
    assert sorted({report.form.period for report in sent}) == [FIRST.shifted(month) for month in range(6)]
    last = [form for _, form in expansion if form.period == LAST]
    assert {form.dates for form in last} == {(date(2020, 10, 1), date(2020, 11, 23))}
    assert len({form.sender for form in last if form.sender}) == 30


def test_most_municipalities_send_the_monthly_form_and_a_few_only_the_other(
    sent: list[SentReport], monthly: list[tuple[SentReport, DemoMonthlyForm]]
) -> None:
    assert len({form.sender for _, form in monthly if form.period == LAST}) == 26
    assert len({form.sender for _, form in monthly if form.period == FIRST}) == 7
    silent = {item.oktmo for item in PLAN.municipalities} - {
        report.form.sender for report in sent if report.form.period == LAST
    }
    # Of these one has its drafts waiting.
    assert silent == {"52652000", "52655000", PLAN.story.draft.oktmo}


def test_monthly_counts_never_fall(monthly: list[tuple[SentReport, DemoMonthlyForm]]) -> None:
    people: dict[tuple[str, str], list[PeopleCounts]] = defaultdict(list)
    taking_part: dict[tuple[str, str, str], list[tuple[int, int, int]]] = defaultdict(list)
    for _, form in monthly:
        for organisation, counted in form.people:
            people[form.sender, organisation.name].append(counted)
        for organisation, item in form.practices:
            counts = (item.mentors, item.mentees, item.mentees_10_19)
            taking_part[form.sender, organisation.name, item.practice.title].append(counts)
    for stated in people.values():
        for before, after in pairwise(stated):
            assert min(getattr(after, name) - getattr(before, name) for name in COUNT_NAMES) >= 0
    for participations in taking_part.values():
        for earlier, later in pairwise(participations):
            assert all(now >= then for then, now in zip(earlier, later, strict=True))


def test_monthly_forms_say_of_coverage_what_the_expansion_forms_say(participants: Participants) -> None:
    year = participants.monthly["52654000"]
    form = fill_monthly_form(PLAN, "52654000", Period(2020, 10), year)
    levels = participants.levels["52654000"]
    assert {item.name: counted.involved for item, counted in form.people} == {
        name: of_dates[date(2020, 11, 1)] for name, of_dates in levels.items()
    }


def test_counts_are_cumulative_and_fall_once_only(expansion: list[tuple[SentReport, DemoForm]]) -> None:
    by_organisation: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    for report, form in expansion:
        totals: dict[str, int] = defaultdict(int)
        for row in form.rows:
            if row.counts and row.organisation:
                assert min(row.counts.involved_before, row.counts.added_mentors, row.counts.added_mentees) >= 0
                totals[row.organisation] += row.counts.drawn_in
        if "(1)" not in report.file_name:
            for name, people in totals.items():
                by_organisation[form.sender, name].append(people)
    falls = [
        (sender, before - after)
        for (sender, _), counts in by_organisation.items()
        for before, after in pairwise(counts)
        if after < before
    ]
    assert falls == [(PLAN.story.fall.oktmo, PLAN.story.fall.people)]


def test_a_csv_says_what_its_cells_say(expansion: list[tuple[SentReport, DemoForm]]) -> None:
    report, form = next(item for item in expansion if item[1].sender == "52601000" and item[1].period == LAST)
    assert report.grid is not None
    opened = read_grid(open_grid(report.content, report.file_name), Expectation(), REFERENCE)
    made = read_grid(report.grid, Expectation(), REFERENCE)
    assert opened == made
    assert len(made.rows) == len(form.rows)


def test_a_plain_workbook_says_what_its_cells_say(monthly: list[tuple[SentReport, DemoMonthlyForm]]) -> None:
    report, form = next(item for item in monthly if item[1].sender == "52603000" and item[1].period == LAST)
    assert report.grid is not None
    opened = read_grid(open_grid(report.content, report.file_name), Expectation(), REFERENCE)
    made = read_grid(report.grid, Expectation(), REFERENCE)
    assert opened == made
    assert (len(made.organisations), len(made.programmes)) == (len(form.people), len(form.practices))


def test_three_last_reports_are_workbooks_one_of_them_merged(expansion: list[tuple[SentReport, DemoForm]]) -> None:
    workbooks = [(report, form) for report, form in expansion if report.grid is None]
    assert [form.sender for _, form in workbooks] == sorted(PLAN.story.workbooks.oktmo)
    assert {form.period for _, form in workbooks} == {LAST}
    for report, form in workbooks:
        totals = read_sent(report, REFERENCE).totals
        wanted = sum(row.counts.drawn_in for row in form.rows if row.counts)
        assert totals.involved_before + totals.added_mentors + totals.added_mentees == wanted
    merged = next(report for report, form in workbooks if form.sender == PLAN.story.workbooks.oktmo[0])
    areas = [area for area in open_grid(merged.content, merged.file_name).sheets[0].merged if area.top > 5]
    assert areas
    assert all(area.left == area.right for area in areas)


def test_three_last_monthly_reports_are_filled_templates(monthly: list[tuple[SentReport, DemoMonthlyForm]]) -> None:
    workbooks = [(report, form) for report, form in monthly if report.grid is None]
    assert [form.sender for _, form in workbooks] == sorted(PLAN.story.workbooks.oktmo)
    for report, form in workbooks:
        reading = read_sent(report, REFERENCE)
        assert reading.from_template
        stated = {row.organisation: row.involved for row in reading.organisations}
        assert stated == {item.name: counted.involved for item, counted in form.people}


def test_every_report_is_read_without_an_error_as_its_own_key(sent: list[SentReport]) -> None:
    for report in sent:
        reading = read_sent(report, REFERENCE)
        assert reading.can_be_saved, report.file_name
        assert (reading.layout, reading.district, reading.scope, reading.period, reading.as_of) == (
            report.form.layout, report.form.sender, report.form.scope, report.form.period, report.form.as_of,
        )  # fmt: skip

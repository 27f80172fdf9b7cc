"""How a municipality's months stand, worked by hand: state, days around midnight and month ends, completeness."""

from dataclasses import replace
from datetime import date

import pytest

from cmn_core.analysis.collected_months import compute_collected_months, list_collected_months
from cmn_core.period import Period
from cmn_core.reference import shipped_reference
from cmn_core.reference.collection import Deadlines
from tests.analysis.made_collection import NOVEMBER, OCTOBER, TARA, at, sent, year

TODAY = date(2020, 12, 8)
DUE = date(2020, 12, 5)


def judge(*versions, today=TODAY, period=NOVEMBER, drafts=(), layout=None, reference=None, **open_then):
    months = compute_collected_months(
        year(*versions, **open_then), [period], reference or shipped_reference(), today,
        drafts=drafts, layout=layout, districts=[TARA],
    )  # fmt: skip
    return months[TARA, period]


@pytest.mark.parametrize(
    ("on", "late"),
    [
        ("24.11 09:00", 0),
        ("05.12 00:00", 0),
        ("05.12 23:59", 0),
        ("06.12 00:00", 1),
        ("08.12 23:59", 3),
        ("31.12 12:00", 26),
    ],
)
def test_days_are_counted_by_the_calendar_whatever_the_hour(on, late):
    timing = judge(sent(on)).timing
    assert (timing.due, timing.days_late, timing.waits, timing.in_time) == (DUE, late, False, not late)


@pytest.mark.parametrize(
    ("today", "late", "left", "state"),
    [
        (date(2020, 11, 30), 0, 5, "not_due"),
        (date(2020, 12, 5), 0, 0, "not_due"),
        (date(2020, 12, 6), 1, 0, "none"),
        (date(2021, 1, 1), 27, 0, "none"),
    ],
)
def test_a_report_that_did_not_come_is_later_every_day(today, late, left, state):
    month = judge(today=today)
    assert (month.state, month.timing.days_late, month.timing.days_left) == (state, late, left)
    assert month.timing.waits
    assert not month.is_sent
    assert month.fullness.grade == "absent"


def test_a_deadline_in_february_after_a_december_report():
    december = Period(2020, 12)
    month = judge(sent("31.12 23:00", period=december), period=december, today=date(2021, 2, 1))
    assert (month.timing.due, month.timing.days_late) == (date(2021, 1, 5), 0)


def test_a_correction_by_the_sender_does_not_make_it_late():
    first = sent("04.12 10:00", in_force=False)
    month = judge(first, sent("07.12 10:00", version=2))
    assert (month.state, month.timing.days_late, month.is_sent) == ("sent", 0, True)


def test_a_returned_report_is_late_again_until_it_is_sent_anew():
    returned = sent("04.12 10:00", state="returned", in_force=False, returned_at=at("04.12 18:00"))
    month = judge(returned)
    assert (month.state, month.is_sent, month.timing.waits, month.timing.days_late) == ("returned", False, True, 3)
    late = replace(returned, returned_at=at("07.12 18:00"))
    assert judge(late).timing.days_late == 1, "nobody is late for the days on which the report lay at the centre"
    mended = judge(late, sent("08.12 10:00", version=2))
    assert (mended.state, mended.timing.days_late, mended.is_sent) == ("sent", 0, True)


def test_a_return_after_an_accepted_version_asks_for_the_new_one():
    accepted = sent("03.12 10:00", state="accepted")
    month = judge(accepted, sent("06.12 10:00", version=2, state="returned", in_force=False,
                                 returned_at=at("07.12 10:00")))  # fmt: skip
    assert (month.state, month.timing.days_late, month.submissions[0].version.version) == ("returned", 1, 2)


def test_a_report_whose_every_version_was_undone_is_no_report():
    assert judge(sent(in_force=False)).state == "none"


@pytest.mark.parametrize("drafted", ["monthly", None])
def test_a_draft_is_told_but_is_no_report(drafted):
    month = judge(drafts={(TARA, NOVEMBER, drafted)})
    assert (month.state, month.is_sent, month.timing.days_late) == ("draft", False, 3)
    assert judge(sent(), drafts={(TARA, NOVEMBER, drafted)}).state == "sent"


@pytest.mark.parametrize(
    ("versions", "told"),
    [
        ((sent(),), ("monthly", "sent", 18, 20, "part")),
        ((sent(named={"municipal": 18, "state": 2}),), ("monthly", "sent", 20, 20, "full")),
        ((sent(layout="expansion"),), ("expansion", "sent", 18, 18, "full")),
        ((sent(layout="expansion", scope="all"),), ("expansion", "sent", 18, 20, "part")),
        ((sent(layout="expansion"), sent(state="accepted")), ("monthly", "accepted", 18, 20, "part")),
        (
            (sent(layout="expansion"), sent(layout="expansion", scope="state", named={"state": 2}, state="accepted")),
            ("expansion", "sent", 20, 20, "full"),
        ),
        (
            (
                sent(layout="expansion", state="accepted"),
                sent(layout="expansion", scope="state", named={"state": 2}, state="accepted"),
            ),
            ("expansion", "accepted", 20, 20, "full"),
        ),
        (
            (sent(layout="expansion"), sent(state="returned", in_force=False, returned_at=at("01.12 10:00"))),
            ("expansion", "sent", 18, 18, "full"),
        ),
        ((sent(is_empty=True),), ("monthly", "sent", 18, 20, "zeros")),
        ((sent(is_copy=True),), ("monthly", "sent", 18, 20, "copied")),
    ],
)
def test_the_form_that_stands_for_the_month(versions, told):
    month = judge(*versions, state=2)
    fullness = month.fullness
    assert (month.layout, month.state, fullness.named, fullness.expected, fullness.grade) == told
    assert month.is_sent


def test_the_form_on_state_organisations_is_expected_once_its_sender_sends_it():
    own = sent("02.11 09:00", layout="expansion", scope="state", period=OCTOBER, named={"state": 2})
    november = judge(own, sent(layout="expansion"), state=2)
    assert (november.missing, november.is_sent, november.state) == (("state",), False, "sent")
    assert (november.fullness.named, november.fullness.expected) == (18, 20)
    assert november.timing.days_late == 3
    before = judge(own, sent(layout="expansion", period=Period(2020, 9)), state=2, period=Period(2020, 9))
    assert (before.missing, before.is_sent) == ((), True)


def test_one_form_is_asked_for_by_itself():
    assert judge(sent(layout="expansion"), layout="monthly").state == "none"
    assert judge(sent(layout="expansion"), layout="expansion").state == "sent"


def test_without_a_report_the_later_deadline_holds():
    reference = shipped_reference()
    deadlines = Deadlines({"monthly": 5, "expansion": 10})
    changed = replace(reference, collection=replace(reference.collection, deadlines=deadlines))
    assert judge(reference=changed).timing.due == date(2020, 12, 10)
    assert judge(sent("07.12 10:00"), reference=changed).timing.days_late == 2


@pytest.mark.parametrize(
    ("today", "months"),
    [
        (date(2020, 11, 30), [9, 10, 11]),
        (date(2020, 12, 31), [9, 10, 11]),
        (date(2021, 1, 1), [9, 10, 11, 12]),
    ],
)
def test_months_from_the_first_report_to_the_last_that_ended(today, months):
    collected = year(sent(period=Period(2020, 9)), sent())
    assert [month.month for month in list_collected_months(2020, Period(2020, 9), collected, today)] == months

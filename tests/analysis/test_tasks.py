"""What a municipality has to do and what waits for the centre, worked by hand."""

from datetime import date

import pytest

from cmn_core.analysis.collected_months import compute_collected_months
from cmn_core.analysis.tasks import (
    list_district_tasks,
    list_task_months,
    list_waiting,
    tell_due,
    tell_tasks,
    tell_waiting,
)
from cmn_core.period import Period
from cmn_core.reference import shipped_reference
from tests.analysis.made_collection import NOVEMBER, OCTOBER, TARA, at, sent, year

REFERENCE = shipped_reference()
TODAY = date(2020, 12, 8)
DECEMBER = Period(2020, 12)


def tasks(*versions, today=TODAY, first=OCTOBER, drafts=()):
    months = list_task_months(first, today)
    judged = compute_collected_months(year(*versions), months, REFERENCE, today, drafts=drafts, districts=[TARA])
    return list_district_tasks(judged, versions, months, TARA, REFERENCE)


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("first", "today", "months"),
    [
        (OCTOBER, TODAY, ["2020-10", "2020-11", "2020-12"]),
        (Period(2019, 5), date(2020, 1, 1), [f"2019-{month:02d}" for month in range(5, 13)] + ["2020-01"]),
        (Period(2018, 1), date(2020, 12, 31), [f"2020-{month:02d}" for month in range(1, 13)]),
        (None, date(2020, 1, 15), ["2019-12", "2020-01"]),
        (Period(2021, 3), TODAY, ["2020-12"]),
    ],
)
def test_months_of_which_there_may_be_something_to_do(first, today, months):
    assert [str(period) for period in list_task_months(first, today)] == months


def test_what_to_send_with_the_latest_month_first():
    told = tasks(sent(period=OCTOBER))
    assert [month.period for month in told.to_send] == [DECEMBER, NOVEMBER]
    assert [month.period for month in told.overdue] == [NOVEMBER]
    assert [plain(tell_due(month)) for month in told.to_send] == [
        "до 05.01.2021, осталось 28 дней",
        "срок был 05.12.2020, опоздание 3 дня",
    ]
    assert plain(tell_tasks([told])) == "Нужно отправить 1 отчёт, срок прошёл"


def test_what_was_returned_is_to_be_mended_and_not_told_twice():
    returned = sent(state="returned", in_force=False, returned_at=at("07.12 10:00"))
    told = tasks(sent(period=OCTOBER, state="accepted"), returned)
    assert [each.version.period for each in told.returned] == [NOVEMBER]
    assert [month.period for month in told.to_send] == [DECEMBER]
    assert [each.version.period for each in told.accepted] == [OCTOBER]
    assert plain(tell_tasks([told])) == "Нужно исправить 1 отчёт"
    assert plain(tell_tasks([told, told])) == "Нужно исправить 2 отчёта"


def test_a_form_that_is_returned_beside_one_that_was_sent_is_still_to_be_mended():
    returned = sent(state="returned", in_force=False, returned_at=at("07.12 10:00"))
    told = tasks(sent(layout="expansion"), returned, first=NOVEMBER)
    assert (len(told.returned), len(told.waiting)) == (1, 1)
    assert [month.period for month in told.to_send] == [DECEMBER]


def test_all_is_done():
    told = tasks(sent(period=OCTOBER), sent())
    assert plain(tell_tasks([told])) == "Всё сдано. Следующий отчёт — за декабрь 2020, до 05.01.2021"
    assert tell_tasks([tasks(sent(period=DECEMBER), first=DECEMBER)]) == "Всё сдано: дел нет"


def test_a_draft_is_still_to_be_sent():
    (month, *_) = tasks(sent(period=OCTOBER), drafts={(TARA, DECEMBER, None)}).to_send
    assert (month.period, month.state) == (DECEMBER, "draft")


def test_what_waits_for_the_centre_in_the_order_of_sending():
    versions = (
        sent("25.11 10:00", report_id=1),
        sent("24.11 10:00", report_id=2, layout="expansion"),
        sent("02.11 10:00", report_id=3, period=OCTOBER, state="accepted"),
        sent("03.11 10:00", report_id=4, period=OCTOBER, layout="expansion", named={"municipal": 2}),
        sent("26.11 10:00", report_id=5, version=2, layout="expansion", scope="state", in_force=False,
             state="returned", returned_at=at("27.11 10:00")),
    )  # fmt: skip
    by_form = [
        compute_collected_months(year(*versions), [OCTOBER, NOVEMBER], REFERENCE, TODAY, layout=layout)
        for layout in ("monthly", "expansion")
    ]
    waiting = list_waiting(by_form)
    assert [(each.version.report_id, each.is_clean) for each in waiting] == [(4, False), (2, True), (1, True)]
    assert plain(tell_waiting(waiting)) == "3 отчёта ждут вашего решения"
    assert tell_waiting(()) == "Все отправленные отчёты рассмотрены"

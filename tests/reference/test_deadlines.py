"""Until when a month's report is in time, and how a person writes it."""

from datetime import date

import pytest

from cmn_core.errors import UsageError
from cmn_core.period import Period
from cmn_core.reference import shipped_reference
from cmn_core.reference.collection import Deadlines, parse_deadline_date, parse_deadline_day

NOVEMBER = Period(2020, 11)


@pytest.mark.parametrize(
    ("period", "due"),
    [
        (NOVEMBER, date(2020, 12, 5)),
        (Period(2020, 12), date(2021, 1, 5)),
        (Period(2021, 1), date(2021, 2, 5)),
    ],
)
def test_by_default_the_fifth_of_the_next_month(period: Period, due: date) -> None:
    deadlines = shipped_reference().collection.deadlines
    assert {deadlines.due(layout, period) for layout in ("monthly", "expansion")} == {due}


def test_a_months_own_date_holds_for_its_layout_and_month_alone() -> None:
    deadlines = Deadlines({"monthly": 7, "expansion": 28}, {("monthly", NOVEMBER): date(2020, 11, 25)})
    assert deadlines.due("monthly", NOVEMBER) == date(2020, 11, 25)
    assert deadlines.due("monthly", NOVEMBER.shifted(1)) == date(2021, 1, 7)
    assert deadlines.due("expansion", Period(2021, 1)) == date(2021, 2, 28)


@pytest.mark.parametrize(("written", "day"), [("1", 1), (" 28 ", 28), ("05", 5)])
def test_a_day_is_read(written: str, day: int) -> None:
    assert parse_deadline_day(written) == day


@pytest.mark.parametrize("written", ["0", "29", "-5", "5.5", "пятое", "٥", ""])
def test_a_day_that_not_every_month_has_is_refused(written: str) -> None:
    with pytest.raises(UsageError, match="от 1 до 28"):
        parse_deadline_day(written)


def test_a_date_is_read() -> None:
    assert parse_deadline_date(" 10.12.2020", NOVEMBER) == date(2020, 12, 10)


@pytest.mark.parametrize("written", ["31.10.2020", "03.12.2021", "10.12.20200", "31.11.2020", "завтра"])
def test_a_date_that_cannot_be_the_months_deadline_is_refused(written: str) -> None:
    with pytest.raises(UsageError, match="не подходит"):
        parse_deadline_date(written, NOVEMBER)


def test_every_state_and_grade_has_its_words() -> None:
    collection = shipped_reference().collection
    assert [words.code for words in collection.states] == ["accepted", "sent", "returned", "draft", "none", "not_due"]
    assert [words.code for words in collection.grades] == ["absent", "zeros", "copied", "part", "full"]
    assert len({words.glyph for words in collection.states}) == len(collection.states)

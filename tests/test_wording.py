"""Russian numbers, plural forms and periods."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmn_core.errors import UsageError
from cmn_core.period import Period, parse_period, period_of
from cmn_core.wording import count_of, format_count, format_pct, format_points, plural


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "школа"), (2, "школы"), (5, "школ"), (11, "школ"), (21, "школа"), (112, "школ"), (0, "школ")],
)
def test_plural(count: int, words: str) -> None:
    assert plural(count, "школа", "школы", "школ") == words


def test_counts_have_unbreakable_thousands() -> None:
    assert format_count(1234567) == "1\u00a0234\u00a0567"
    assert count_of(1021, "ребёнок", "ребёнка", "детей") == "1\u00a0021\u00a0ребёнок"


@pytest.mark.parametrize(
    ("value", "target", "shown"),
    [("9.96", "10", "9,96"), ("9.9996", "10", "9,9996"), ("10.04", "10", "10,0"), ("9.94", "10", "9,9"),
     ("109.96", None, "110,0"), ("12.44", "12.5", "12,4"), ("12.46", "12.5", "12,46")],
)  # fmt: skip
def test_a_value_under_its_target_never_prints_as_the_target(value: str, target: str | None, shown: str) -> None:
    assert format_pct(Decimal(value), Decimal(target) if target else None) == f"{shown}\u00a0%"


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.sampled_from([2, 10, 20, 35, 50, 70]))
def test_printed_order_keeps_the_real_order(numerator: int, denominator: int, target: int) -> None:
    value = Decimal(numerator * 100) / Decimal(denominator)
    shown = Decimal(format_pct(value, Decimal(target))[:-2].replace(",", "."))
    if numerator * 100 < target * denominator:
        assert shown < target


def test_change_in_points_carries_its_sign() -> None:
    assert [format_points(Decimal(text)) for text in ("1.44", "-0.3", "0")] == [
        "+1,4\u00a0п.\u00a0п.", "−0,3\u00a0п.\u00a0п.", "0,0\u00a0п.\u00a0п."]  # fmt: skip


@pytest.mark.parametrize(
    ("as_of", "period"),
    [(date(2020, 11, 1), "2020-10"), (date(2020, 11, 23), "2020-11"), (date(2021, 1, 1), "2020-12")],
)
def test_period_is_the_month_of_the_day_before(as_of: date, period: str) -> None:
    assert str(period_of(as_of)) == period


def test_periods_shift_over_years_and_nonsense_is_refused() -> None:
    assert Period(2020, 2).shifted(-3) == Period(2019, 11)
    assert Period(2020, 12).closing_date == date(2021, 1, 1)
    for nonsense in ("2020-13", "2020", "ноябрь", "0000-01"):
        with pytest.raises(UsageError):
            parse_period(nonsense)

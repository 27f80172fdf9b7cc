from decimal import Decimal

import pytest

from cmn_core.charts.measures import format_share
from cmn_core.wording import NBSP


@pytest.mark.parametrize(
    ("share", "written"),
    [
        (Decimal(100), "100"), (Decimal("99.7"), ">99"), (Decimal("99.4"), "99"), (Decimal("42.5"), "43"),
        (Decimal("0.4"), "<1"), (Decimal("0.5"), "1"), (Decimal(0), "0"),
    ],
)  # fmt: skip
def test_share_is_whole_but_never_a_false_all_or_nothing(share: Decimal, written: str) -> None:
    assert format_share(share) == f"{written}{NBSP}%"

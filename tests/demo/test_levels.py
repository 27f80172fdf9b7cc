"""Sharing whole people out, and what the form says of them."""

from datetime import date

import pytest

from cmn_core.demo.levels import FormCounts, count_form, share_out
from cmn_core.demo.organisations import DemoOrganisation


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [
        (10, [1, 1], [5, 5]),
        (10, [1, 1, 1], [4, 3, 3]),
        (7, [2, 0, 1], [5, 0, 2]),  # 4.67 and 2.33
        (1, [1, 2], [0, 1]),
        (0, [1, 2], [0, 0]),
    ],
)
def test_parts_are_whole_and_add_up(total: int, weights: list[float], parts: list[int]) -> None:
    assert share_out(total, weights) == parts


def test_a_form_states_the_level_and_both_additions() -> None:
    first, second = date(2020, 10, 1), date(2020, 11, 23)
    school = DemoOrganisation("52654000", "Школа", "school", "municipal", 1.0, 0.25, ())
    # A quarter are mentors: 10 of 40 before, 15 of 62 after.
    assert count_form(school, {"Школа": {first: 40, second: 62}}, (first, second)) == FormCounts(40, 5, 17)

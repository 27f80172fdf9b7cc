"""People to the target."""

from decimal import Decimal

import pytest

from cmn_core.analysis.gaps import compute_gap_people, rank_gaps, sum_district_gaps
from cmn_core.analysis.indicators import compute_indicator
from tests.analysis.small_region import GORKOVSKOYE, NOVEMBER, TARA, november_facts, small_reference


@pytest.mark.parametrize(
    ("numerator", "denominator", "target", "gap"),
    [
        (0, 331, Decimal(10), 34),
        (34, 331, Decimal(10), 0),
        (500, 331, Decimal(10), 0),
        (0, 1000, Decimal("12.5"), 125),
        (0, 1001, Decimal("12.5"), 126),
        (0, 0, Decimal(10), None),
        (None, 10, Decimal(10), None),
        (5, None, Decimal(10), None),
        (5, 10, None, None),
    ],
)
def test_gap_in_people(numerator, denominator, target, gap):
    assert compute_gap_people(numerator, denominator, target) == gap


def test_ranking_and_the_sum_that_is_not_the_regions_gap():
    figures = compute_indicator(november_facts(), small_reference(), "coverage", NOVEMBER)
    assert [(figure.district, figure.gap_people) for figure in rank_gaps(figures.districts)] == [
        (TARA, 150),
        (GORKOVSKOYE, 10),
    ]
    assert sum_district_gaps(figures.districts) == 160
    assert figures.region.gap_people == 0
    assert sum_district_gaps(()) is None

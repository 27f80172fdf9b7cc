"""What holds for any region: sums are kept, shares add to 100, more people never lower coverage."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

from cmn_core.analysis.indicators import compute_indicator, compute_organisation_figures
from cmn_core.analysis.parts import select_parts
from cmn_core.analysis.ratios import compute_ratios
from cmn_core.intake.people_counts import PeopleCounts
from cmn_core.store.facts import YearFacts
from tests.analysis.made_organisations import DISTRICTS, MadeRegion, made_regions
from tests.analysis.small_region import NOVEMBER, small_reference

REFERENCE = small_reference()
checked = settings(max_examples=40, deadline=None, derandomize=True)


def coverage(facts: YearFacts, subordination: str | None = None):
    return compute_indicator(facts, REFERENCE, "coverage", NOVEMBER, subordination)


@checked
@given(made_regions())
def test_the_region_is_the_sum_of_those_with_denominators(made: MadeRegion):
    figures = coverage(made.facts)
    both = [figure for figure in figures.districts if figure.numerator is not None and figure.denominator is not None]
    left = [figure for figure in figures.districts if figure.numerator is not None and figure.denominator is None]
    region = figures.region
    if both:
        assert region.numerator == sum(figure.numerator for figure in both)
        assert region.denominator == sum(figure.denominator for figure in both)
        assert sum(each.people for each in region.left_out) == sum(figure.numerator for figure in left)
    else:
        assert region.numerator == (sum(figure.numerator for figure in left) if left else None)
        assert (region.denominator, region.value_pct, region.left_out) == (None, None, ())


@checked
@given(made_regions())
def test_every_organisation_counts_once(made: MadeRegion):
    parts = select_parts(made.facts, NOVEMBER, REFERENCE)
    figures = coverage(made.facts)
    told = [each.facts() for each in made.told]
    for district in DISTRICTS:
        here = [facts for facts, each in zip(told, made.told, strict=True) if each.organisation.district == district]
        organisations = compute_organisation_figures(here, parts, REFERENCE, "coverage", NOVEMBER, district)
        assert len({figure.organisation_id for figure in organisations}) == len(organisations)
        assert sum(figure.numerator for figure in organisations) == (figures.of(district).numerator or 0)


@checked
@given(made_regions())
def test_municipal_and_state_add_to_all(made: MadeRegion):
    whole, municipal, state = (coverage(made.facts, narrowed) for narrowed in (None, "municipal", "state"))
    for district in DISTRICTS:
        halves = (municipal.of(district).numerator or 0) + (state.of(district).numerator or 0)
        assert halves == (whole.of(district).numerator or 0)


@pytest.mark.parametrize("measure", ["programmes", "mentees", "organisations"])
@checked
@given(made=made_regions())
def test_shares_add_to_a_hundred(measure, made: MadeRegion):
    ratios = compute_ratios(made.facts, REFERENCE, NOVEMBER, measure)
    for shares in (*ratios.districts, ratios.region):
        assert all(count >= 0 for count in shares.counts.values())
        if shares.total:
            assert abs(sum(shares.shares_pct.values()) - 100) < Decimal("1e-20")
    assert ratios.region.total == sum(shares.total for shares in ratios.districts)


@checked
@given(made_regions())
def test_mentees_of_forms_and_the_unassigned_are_all_mentees(made: MadeRegion):
    parts = select_parts(made.facts, NOVEMBER, REFERENCE)
    for shares in compute_ratios(made.facts, REFERENCE, NOVEMBER, "mentees").districts:
        rows = [row for part in parts[shares.district].parts for row in part.rows if row.form is None]
        assert shares.total + shares.unassigned == sum(row.people.added_mentees for row in rows)


@checked
@given(made_regions())
def test_more_people_never_lower_coverage(made: MadeRegion):
    place = next((place for place, row in enumerate(made.facts.sums) if row.form is None), None)
    if place is None:
        return
    sums = list(made.facts.sums)
    sums[place] = replace(sums[place], people=sums[place].people.plus(PeopleCounts(7)))
    before, after = coverage(made.facts), coverage(replace(made.facts, sums=tuple(sums)))
    for then, now in zip((before.region, *before.districts), (after.region, *after.districts), strict=True):
        assert (now.value_pct or 0) >= (then.value_pct or 0)
        assert (now.gap_people or 0) <= (then.gap_people or 0)


@checked
@given(made_regions())
def test_carried_is_never_fresh(made: MadeRegion):
    parts = select_parts(made.facts, NOVEMBER, REFERENCE)
    figures = coverage(made.facts)
    for district in DISTRICTS:
        periods = {part.report.period for part in parts[district].parts}
        assert figures.of(district).fresh is (periods == {NOVEMBER} if periods else None)
        assert all(NOVEMBER.shifted(-REFERENCE.limits.carried_periods) <= period <= NOVEMBER for period in periods)
    assert figures.region.fresh_count == sum(figure.fresh is True for figure in figures.districts)

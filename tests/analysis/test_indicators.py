"""Coverage of organisations, municipalities and the region, worked by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from cmn_core.analysis.figure import LeftOut
from cmn_core.analysis.indicators import (
    compute_indicator,
    compute_indicators,
    compute_months,
    compute_organisation_figures,
)
from cmn_core.analysis.parts import select_parts
from cmn_core.intake.people_counts import PeopleCounts
from cmn_core.period import Period
from cmn_core.store.facts import OrganisationFacts
from cmn_core.wording import format_pct
from tests.analysis.small_region import (
    BOLSHERECHYE,
    GORKOVSKOYE,
    NOVEMBER,
    OCTOBER,
    OMSK,
    SEPTEMBER,
    TARA,
    UST_ISHIM,
    children,
    november_facts,
    people,
    plain,
    report,
    small_reference,
    year_facts,
)

REFERENCE = small_reference()
LAST_DAY = date(2020, 11, 23)


@pytest.mark.parametrize(
    ("district", "numerator", "denominator", "value", "gap", "as_of", "fresh"),
    [
        (BOLSHERECHYE, 316, 3160, Decimal(10), 0, LAST_DAY, True),
        (GORKOVSKOYE, 90, 1000, Decimal(9), 10, date(2020, 10, 1), False),
        (TARA, 150, 3000, Decimal(5), 150, date(2020, 11, 1), False),
        (UST_ISHIM, 55, None, None, None, LAST_DAY, True),
        (OMSK, 660, 600, Decimal(110), 0, LAST_DAY, True),
    ],
)
def test_municipalities_in_november(district, numerator, denominator, value, gap, as_of, fresh):
    figure = compute_indicator(november_facts(), REFERENCE, "coverage", NOVEMBER).of(district)
    assert (figure.numerator, figure.denominator, figure.value_pct) == (numerator, denominator, value)
    assert (figure.target_pct, figure.gap_people) == (Decimal(10), gap)
    assert (figure.as_of, figure.fresh) == (as_of, fresh)
    assert figure.denominator_source == ("Росстат" if denominator else None)
    assert figure.over_whole is (district == OMSK)


def test_region_in_november():
    figures = compute_indicator(november_facts(), REFERENCE, "coverage", NOVEMBER)
    region = figures.region
    assert (region.numerator, region.denominator, region.denominator_source) == (1216, 7760, "Росстат")
    assert region.value_pct == Decimal(121600) / 7760
    assert format_pct(region.value_pct) == "15,7\u00a0%"
    assert (region.gap_people, region.reached, region.reached_count) == (0, True, 2)
    assert region.left_out == (LeftOut(UST_ISHIM, "Усть-Ишимский", 55),)
    assert (region.as_of, region.fresh, region.fresh_count, region.district_count) == (LAST_DAY, False, 3, 5)
    assert [figure.district for figure in figures.districts] == [BOLSHERECHYE, GORKOVSKOYE, TARA, UST_ISHIM, OMSK]


def test_region_without_any_denominator_sums_everybody():
    facts = replace(november_facts(), population=())
    region = compute_indicator(facts, REFERENCE, "coverage", NOVEMBER).region
    assert (region.numerator, region.denominator, region.value_pct, region.gap_people) == (1271, None, None, None)
    assert region.left_out == ()


def test_region_says_which_sources_it_mixes():
    population = (
        children(BOLSHERECHYE, 3160, source="Росстат 2020"),
        children(GORKOVSKOYE, 1000, source="по контингенту ОО"),
        children(TARA, 3000, source="Росстат 2020"),
    )
    facts = replace(november_facts(), population=population)
    region = compute_indicator(facts, REFERENCE, "coverage", NOVEMBER).region
    assert region.denominator_source == "Росстат 2020 — 2, по контингенту ОО — 1"


def test_nothing_reported_is_no_data_and_never_zero():
    figures = compute_indicator(year_facts((), population=(children(TARA, 100),)), REFERENCE, "coverage", NOVEMBER)
    assert figures.of(TARA).numerator is None
    assert (figures.of(TARA).denominator, figures.of(TARA).value_pct, figures.of(TARA).fresh) == (100, None, None)
    region = figures.region
    assert (region.numerator, region.denominator, region.value_pct, region.fresh) == (None, None, None, None)


def test_a_population_of_zero_divides_nothing():
    facts = replace(november_facts(), population=(children(TARA, 0), children(OMSK, 600)))
    figures = compute_indicator(facts, REFERENCE, "coverage", NOVEMBER)
    assert (figures.of(TARA).numerator, figures.of(TARA).value_pct, figures.of(TARA).gap_people) == (150, None, None)
    assert TARA in [left.district for left in figures.region.left_out]
    assert (figures.region.numerator, figures.region.denominator) == (660, 600)


@pytest.mark.parametrize(
    ("numerator", "denominator", "printed", "reached", "gap"),
    [
        (996, 10000, "9,96 %", False, 4),
        (9999, 100000, "9,999 %", False, 1),
        (1000, 10000, "10,0 %", True, 0),
        (33, 330, "10,0 %", True, 0),
        (33, 331, "9,97 %", False, 1),
        (0, 1, "0,0 %", False, 1),
    ],
)
def test_target_is_compared_in_whole_people(numerator, denominator, printed, reached, gap):
    facts = year_facts(
        (report(1, TARA, "municipal", NOVEMBER),), (people(1, TARA, (numerator, 0, 0)),), (children(TARA, denominator),)
    )
    figure = compute_indicator(facts, REFERENCE, "coverage", NOVEMBER).of(TARA)
    assert figure.value_pct is not None
    assert plain(format_pct(figure.value_pct, figure.target_pct)) == printed
    assert (figure.reached, figure.gap_people) == (reached, gap)


@pytest.mark.parametrize(("year", "target"), [(2020, 10), (2021, 20), (2024, 70), (2025, None)])
def test_target_is_that_of_the_asked_year(year, target):
    period = Period(year, 11)
    facts = year_facts(
        (report(1, TARA, "municipal", period),),
        (people(1, TARA, (5, 0, 0)),),
        (children(TARA, 100, year=year), children(TARA, 200, year=year - 1)),
        year=year,
    )
    figure = compute_indicator(facts, REFERENCE, "coverage", period).of(TARA)
    assert (figure.denominator, figure.value_pct) == (100, Decimal(5))
    assert figure.target_pct == (Decimal(target) if target else None)
    assert figure.gap_people == (target - 5 if target else None)
    assert figure.reached is (False if target else None)


def test_narrowed_figures_keep_the_count_and_lose_the_value():
    state = compute_indicator(november_facts(), REFERENCE, "coverage", NOVEMBER, "state")
    figure = state.of(BOLSHERECHYE)
    assert (figure.numerator, figure.denominator, figure.denominator_source) == (56, None, None)
    assert (figure.value_pct, figure.gap_people) == (None, None)
    assert state.of(GORKOVSKOYE).numerator is None
    assert (state.region.numerator, state.region.value_pct, state.region.left_out) == (86, None, ())
    municipal = compute_indicator(november_facts(), REFERENCE, "coverage", NOVEMBER, "municipal")
    assert municipal.region.numerator == 260 + 90 + 120 + 55 + 660
    assert municipal.of(TARA).fresh is True


def test_expansion_forms_feed_coverage_alone():
    figures = compute_indicators(november_facts(), REFERENCE, NOVEMBER)
    assert list(figures) == [indicator.code for indicator in REFERENCE.indicators]
    assert figures.pop("coverage") == compute_indicator(november_facts(), REFERENCE, "coverage", NOVEMBER)
    assert len(figures) == 6
    for of_code in figures.values():
        assert of_code.region.numerator is None
        assert {(figure.numerator, figure.value_pct, figure.as_of) for figure in of_code.districts} == {(None,) * 3}
    assert figures["mentor_share"].of(TARA).target_pct == Decimal(2)


def test_months_run_from_january_and_carry_forward():
    months = compute_months(november_facts(), REFERENCE, "coverage", TARA, NOVEMBER)
    assert [str(figure.period) for figure in months] == [f"2020-{month:02d}" for month in range(1, 12)]
    assert [figure.numerator for figure in months] == [None] * 9 + [130, 150]
    assert [figure.fresh for figure in months[-2:]] == [True, False]
    region = compute_months(november_facts(), REFERENCE, "coverage", None, NOVEMBER)
    assert [figure.numerator for figure in region] == [None] * 8 + [90, 220, 1216]
    assert region[-1] == compute_indicator(november_facts(), REFERENCE, "coverage", NOVEMBER).region
    assert compute_months(november_facts(), REFERENCE, "coverage", GORKOVSKOYE, OCTOBER)[-1].as_of == date(2020, 10, 1)


def organisation(
    organisation_id: int, report_id: int, people: int, subordination: str = "municipal"
) -> OrganisationFacts:
    return OrganisationFacts(
        organisation_id, f"ОО {organisation_id}", "school", subordination, report_id, PeopleCounts(people), 1
    )


def test_organisations_count_from_one_report_each():
    parts = select_parts(november_facts(), NOVEMBER, REFERENCE)
    facts = (
        organisation(1, 1, 260),
        organisation(7, 1, 40, "state"),
        organisation(7, 10, 44, "state"),
        organisation(8, 10, 16, "state"),
        organisation(9, 99, 500),
    )
    figures = compute_organisation_figures(facts, parts, REFERENCE, "coverage", NOVEMBER, BOLSHERECHYE)
    assert [(figure.organisation_id, figure.numerator) for figure in figures] == [(1, 260), (7, 40), (8, 16)]
    assert {(figure.denominator, figure.value_pct, figure.gap_people) for figure in figures} == {(None, None, None)}
    assert {figure.name for figure in figures} == {"Большереченский"}
    assert figures[0].organisation == "ОО 1"
    assert compute_organisation_figures(facts, parts, REFERENCE, "mentee_share", NOVEMBER, BOLSHERECHYE) == ()


def test_organisations_of_a_report_of_all_taken_for_one_scope():
    parts = select_parts(november_facts(), NOVEMBER, REFERENCE)
    facts = (organisation(1, 3, 100), organisation(2, 3, 30, "state"), organisation(1, 4, 120))
    figures = compute_organisation_figures(facts, parts, REFERENCE, "coverage", NOVEMBER, TARA)
    assert [(figure.organisation_id, figure.numerator, figure.fresh) for figure in figures] == [
        (2, 30, False),
        (1, 120, True),
    ]
    assert sum(figure.numerator or 0 for figure in figures) == 150


def test_figures_before_the_first_report_are_empty():
    assert compute_indicator(november_facts(), REFERENCE, "coverage", Period(2020, 8)).region.numerator is None
    assert compute_indicator(november_facts(), REFERENCE, "coverage", SEPTEMBER).region.numerator == 90

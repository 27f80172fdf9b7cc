"""All seven indicators of a small region from its monthly reports, worked by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from cmn_core.analysis.explanation import describe_beside_monthly, describe_double_named, explain_figure
from cmn_core.analysis.figure import LeftOut
from cmn_core.analysis.indicators import (
    compute_indicator,
    compute_indicators,
    compute_months,
    compute_organisation_figures,
    compute_year,
)
from cmn_core.analysis.parts import select_parts
from cmn_core.intake.people_counts import PeopleCounts
from cmn_core.period import Period
from cmn_core.store.facts import OrganisationFacts, PopulationValue, SharedOrganisation
from tests.analysis.monthly_region import monthly, monthly_facts, partners, stated
from tests.analysis.small_region import (
    BOLSHERECHYE,
    GORKOVSKOYE,
    NOVEMBER,
    OCTOBER,
    OMSK,
    SEPTEMBER,
    TARA,
    UST_ISHIM,
    people,
    plain,
    report,
    small_reference,
    year_facts,
)

REFERENCE = small_reference()
ROSSTAT, CONTINGENT = "Росстат", "по контингенту ОО"
SEVEN, EIGHT = "опрос, оценка 7 и выше", "опрос, оценка 8 и выше"


@pytest.mark.parametrize(
    ("code", "district", "numerator", "denominator", "source", "value", "gap"),
    [
        ("coverage", TARA, 312, 3000, ROSSTAT, "10.4", 0),
        ("coverage", GORKOVSKOYE, 120, 1000, CONTINGENT, "12", 0),
        ("coverage", BOLSHERECHYE, 600, 500, CONTINGENT, "120", 0),
        ("coverage", UST_ISHIM, 55, 900, ROSSTAT, "6.11", 35),
        ("coverage", OMSK, None, None, None, None, None),
        ("mentee_share", TARA, 240, 3000, ROSSTAT, "8", 60),
        ("mentee_share", GORKOVSKOYE, 100, 1000, CONTINGENT, "10", 0),
        ("mentee_share", UST_ISHIM, None, 900, ROSSTAT, None, None),
        ("mentor_share", TARA, 30, 1200, ROSSTAT, "2.5", 0),
        ("mentor_share", GORKOVSKOYE, 7, 400, CONTINGENT, "1.75", 1),
        ("mentor_share", BOLSHERECHYE, 3, 0, CONTINGENT, None, None),
        ("young_teacher_share", TARA, 5, 40, ROSSTAT, "12.5", 0),
        ("young_teacher_share", GORKOVSKOYE, 0, 10, CONTINGENT, "0", 1),
        ("young_teacher_share", BOLSHERECHYE, 0, 0, CONTINGENT, None, None),
        ("enterprise_share", TARA, 5, 200, ROSSTAT, "2.5", 0),
        ("enterprise_share", GORKOVSKOYE, 2, None, None, None, None),
        ("enterprise_share", BOLSHERECHYE, 1, 40, "реестр округа", "2.5", 0),
        ("mentee_satisfaction", TARA, 75, 120, SEVEN, "62.5", 0),
        ("mentee_satisfaction", GORKOVSKOYE, 0, 0, SEVEN, None, None),
        ("mentee_satisfaction", BOLSHERECHYE, 20, 50, EIGHT, "40", 5),
        ("mentor_satisfaction", TARA, 24, 50, SEVEN, "48", 1),
        ("mentor_satisfaction", UST_ISHIM, None, None, None, None, None),
    ],
)
def test_municipalities(code, district, numerator, denominator, source, value, gap):
    figure = compute_indicator(monthly_facts(), REFERENCE, code, NOVEMBER).of(district)
    assert (figure.numerator, figure.denominator, figure.denominator_source) == (numerator, denominator, source)
    assert (figure.value_pct and round(figure.value_pct, 2)) == (value if value is None else Decimal(value))
    assert figure.gap_people == gap
    assert figure.over_whole is (code == "coverage" and district == BOLSHERECHYE)


@pytest.mark.parametrize(
    ("code", "numerator", "denominator", "source", "gap", "left_out"),
    [
        ("coverage", 1087, 5400, f"{ROSSTAT} — 2, {CONTINGENT} — 2", 0, ()),
        ("mentee_share", 790, 4500, f"{CONTINGENT} — 2, {ROSSTAT} — 1", 0, ()),
        (
            "mentor_share", 37, 1600, f"{ROSSTAT} — 1, {CONTINGENT} — 1", 0,
            (LeftOut(BOLSHERECHYE, "Большереченский", 3),),
        ),
        ("young_teacher_share", 5, 50, f"{ROSSTAT} — 1, {CONTINGENT} — 1", 0, ()),
        (
            "enterprise_share", 6, 240, f"{ROSSTAT} — 1, реестр округа — 1", 0,
            (LeftOut(GORKOVSKOYE, "Горьковский", 2),),
        ),
        ("mentee_satisfaction", 95, 170, f"{SEVEN} — 1, {EIGHT} — 1", 0, ()),
        ("mentor_satisfaction", 24, 50, SEVEN, 1, ()),
    ],
)  # fmt: skip
def test_region(code, numerator, denominator, source, gap, left_out):
    region = compute_indicator(monthly_facts(), REFERENCE, code, NOVEMBER).region
    assert (region.numerator, region.denominator, region.denominator_source) == (numerator, denominator, source)
    assert region.value_pct == Decimal(numerator * 100) / denominator
    assert (region.gap_people, region.left_out) == (gap, left_out)
    assert region.as_of == date(2020, 12, 1)


def test_dates_and_freshness_are_each_municipalitys_own():
    figures = compute_indicators(monthly_facts(), REFERENCE, NOVEMBER)
    mentees = figures["mentee_share"]
    assert [(figure.as_of, figure.fresh) for figure in mentees.districts] == [
        (date(2020, 12, 1), True), (date(2020, 11, 1), False), (date(2020, 12, 1), True), (None, None), (None, None),
    ]  # fmt: skip
    assert (mentees.region.fresh_count, mentees.region.fresh) == (2, False)
    assert (figures["coverage"].region.fresh_count, figures["coverage"].region.layouts) == (3, ("expansion", "monthly"))
    assert figures["coverage"].of(TARA).layouts == ("monthly",)


def test_response_rate_counts_everybody_asked():
    """130 participations of a municipality where nobody answered lower the rate, though it has no share."""
    mentees = compute_indicator(monthly_facts(), REFERENCE, "mentee_satisfaction", NOVEMBER)
    assert [figure.asked for figure in mentees.districts] == [480, 130, 290, None, None]
    assert mentees.of(TARA).response_rate_pct == Decimal(12000) / 290
    assert mentees.of(GORKOVSKOYE).response_rate_pct == 0
    assert mentees.region.asked == 900
    assert mentees.region.response_rate_pct == Decimal(17000) / 900
    assert compute_indicator(monthly_facts(), REFERENCE, "coverage", NOVEMBER).of(TARA).response_rate_pct is None


@pytest.mark.parametrize(
    ("subordination", "numbers", "enterprises"),
    [
        ("municipal", {"coverage": (250, 2400), "mentor_share": (20, 900), "mentor_satisfaction": (15, 40)}, (4, None)),
        ("state", {"coverage": (62, 400), "mentor_share": (10, 300), "mentor_satisfaction": (9, 10)}, (3, None)),
    ],
)
def test_narrowed_to_a_subordination_the_contingent_stays_and_population_goes(subordination, numbers, enterprises):
    figures = compute_indicators(monthly_facts(), REFERENCE, NOVEMBER, subordination)
    for code, expected in numbers.items():
        figure = figures[code].of(TARA)
        assert (figure.numerator, figure.denominator) == expected
        assert figure.denominator_source == (SEVEN if code == "mentor_satisfaction" else CONTINGENT)
    figure = figures["enterprise_share"].of(TARA)
    assert (figure.numerator, figure.denominator) == enterprises
    assert figure.value_pct is None
    assert figures["coverage"].of(UST_ISHIM).value_pct is None


def test_monthly_is_used_for_everything_and_the_difference_is_shown():
    parts = select_parts(monthly_facts(), NOVEMBER, REFERENCE)[BOLSHERECHYE]
    assert [part.report.report_id for part in parts.parts] == [3]
    assert parts.beside_monthly is not None
    assert plain(describe_beside_monthly(parts.beside_monthly, REFERENCE)) == (
        "За ноябрь 2020 есть и ежемесячный отчёт, и отчёт о расширении: учтён ежемесячный, 600 чел.; "
        "по отчёту о расширении 580 чел., разница 20 чел. (муниципальные организации)"
    )
    figures = compute_indicators(monthly_facts(), REFERENCE, NOVEMBER)
    assert explain_figure(figures["coverage"].of(BOLSHERECHYE), parts, REFERENCE).beside_monthly is not None
    assert explain_figure(figures["mentee_share"].of(BOLSHERECHYE), parts, REFERENCE).beside_monthly is None


def test_the_difference_speaks_of_the_organisations_of_the_expansion_form_alone():
    facts = year_facts(
        (monthly(1, TARA), report(2, TARA, "municipal", NOVEMBER)),
        (
            stated(1, TARA, involved=200),
            stated(1, TARA, subordination="state", involved=100),
            people(2, TARA, (190, 0, 0)),
        ),
    )
    beside = select_parts(facts, NOVEMBER, REFERENCE)[TARA].beside_monthly
    assert beside is not None
    assert (beside.scopes, beside.monthly_people, beside.expansion_people) == (("municipal",), 200, 190)


def test_an_older_monthly_report_gives_only_the_scope_that_nothing_newer_speaks_of():
    """November's expansion form of state organisations: they have coverage and no mentees, and October's do not."""
    facts = replace(
        year_facts(
            (monthly(1, TARA, OCTOBER), report(2, TARA, "state", NOVEMBER)),
            (
                stated(1, TARA, involved=250, mentees=200, pupils_10_19=2400),
                stated(1, TARA, subordination="state", involved=62, mentees=40, pupils_10_19=400),
                people(2, TARA, (70, 0, 0), subordination="state"),
            ),
        ),
        partners=partners(1, TARA, municipal=4, state=3, both=5),
    )
    october, november = (compute_indicators(facts, REFERENCE, period) for period in (OCTOBER, NOVEMBER))
    assert (october["mentee_share"].of(TARA).numerator, november["mentee_share"].of(TARA).numerator) == (240, 200)
    assert november["coverage"].of(TARA).numerator == 250 + 70
    assert november["coverage"].of(TARA).layouts == ("expansion", "monthly")
    # Part of the people without their contingent would make too high a share; the mentees have theirs.
    assert november["coverage"].of(TARA).denominator is None
    assert november["mentee_share"].of(TARA).denominator == 2400
    assert november["mentee_share"].of(TARA).scopes == ("municipal",)
    assert november["enterprise_share"].of(TARA).numerator == 4


def test_the_latest_period_wins_and_in_it_monthly_over_expansion():
    facts = year_facts(
        (
            monthly(1, TARA, SEPTEMBER),
            report(2, TARA, "municipal", OCTOBER),
            report(3, TARA, "state", SEPTEMBER),
        ),
        (
            stated(1, TARA, involved=10, mentees=10),
            stated(1, TARA, subordination="state", involved=5, mentees=5),
            people(2, TARA, (12, 0, 0)),
            people(3, TARA, (9, 0, 0), subordination="state"),
        ),
    )
    figures = compute_indicators(facts, REFERENCE, NOVEMBER)
    assert figures["coverage"].of(TARA).numerator == 12 + 5
    assert figures["mentee_share"].of(TARA).numerator == 5
    assert figures["mentee_share"].of(TARA).as_of == date(2020, 10, 1)


def organisation(number: int, subordination: str = "municipal", **counts: int) -> OrganisationFacts:
    return OrganisationFacts(number, f"ОО {number}", "school", subordination, 1, PeopleCounts(**counts), 1)


def test_organisations_divide_by_their_own_contingent_and_have_no_enterprises():
    parts = select_parts(monthly_facts(), NOVEMBER, REFERENCE)
    told = (
        organisation(1, pupils_10_19=300, mentees=45, involved=60, surveyed_mentees=20, satisfied_mentees=15,
                     programme_mentees=50),
        organisation(2, "state", involved=4, mentees=4),
    )  # fmt: skip

    def of(code: str) -> list[tuple[int | None, int | None, str | None, Decimal | None, int | None]]:
        figures = compute_organisation_figures(told, parts, REFERENCE, code, NOVEMBER, TARA)
        return [(each.numerator, each.denominator, each.denominator_source, each.value_pct, each.gap_people)
                for each in figures]  # fmt: skip

    assert of("coverage") == [(60, 300, CONTINGENT, Decimal(20), 0), (4, 0, CONTINGENT, None, None)]
    assert of("mentee_share") == [(45, 300, CONTINGENT, Decimal(15), 0), (4, 0, CONTINGENT, None, None)]
    assert of("mentee_satisfaction") == [(15, 20, SEVEN, Decimal(75), 0), (0, 0, SEVEN, None, None)]
    assert of("enterprise_share") == []
    surveyed, _ = compute_organisation_figures(told, parts, REFERENCE, "mentee_satisfaction", NOVEMBER, TARA)
    assert (surveyed.asked, surveyed.response_rate_pct) == (50, Decimal(40))


def test_after_2024_there_is_no_target_and_no_gap():
    period = Period(2025, 3)
    facts = replace(
        year_facts((monthly(1, TARA, period),), (stated(1, TARA, mentees=5, pupils_10_19=100),), year=2025),
        partners=partners(1, TARA, municipal=1, both=1),
    )
    for figures in compute_indicators(facts, REFERENCE, period).values():
        assert (figures.of(TARA).target_pct, figures.of(TARA).gap_people, figures.of(TARA).reached) == (None,) * 3
        assert figures.of(TARA).numerator is not None
    assert compute_indicator(facts, REFERENCE, "mentee_share", period).of(TARA).value_pct == 5


def test_population_is_that_of_the_asked_year_and_of_the_indicators_group():
    facts = replace(
        monthly_facts(), population=(PopulationValue(TARA, 2020, "youth_15_19", 1500, "Росстат", version=1),)
    )
    assert compute_indicator(facts, REFERENCE, "mentor_share", NOVEMBER).of(TARA).denominator == 1500
    assert compute_indicator(facts, REFERENCE, "mentee_share", NOVEMBER).of(TARA).denominator == 2800


def test_a_year_of_all_municipalities_is_its_months():
    year = compute_year(monthly_facts(), REFERENCE, "mentee_share", NOVEMBER)
    assert [month.region.period.month for month in year] == list(range(1, 12))
    for district in (TARA, GORKOVSKOYE):
        months = compute_months(monthly_facts(), REFERENCE, "mentee_share", district, NOVEMBER)
        assert [month.of(district) for month in year] == list(months)
    assert [month.of(GORKOVSKOYE).numerator for month in year[-3:]] == [None, 100, 100]


SCHOOL = SharedOrganisation(
    9,
    "Школа",
    GORKOVSKOYE,
    "municipal",
    (
        stated(1, GORKOVSKOYE, involved=30, mentees=20, pupils_10_19=200),
        stated(2, GORKOVSKOYE, involved=33, mentees=22, pupils_10_19=210),
    ),
)


@pytest.mark.parametrize("neighbours_month", [NOVEMBER, OCTOBER])
def test_an_organisation_moved_after_two_monthly_reports_named_it_counts_from_its_own_municipality(neighbours_month):
    """It stands in the neighbour's report and in its own; the neighbour's names nothing else there."""
    facts = replace(
        year_facts(
            (monthly(1, TARA, neighbours_month), monthly(2, GORKOVSKOYE)),
            (*SCHOOL.sums, stated(1, TARA, involved=50, mentees=40, pupils_10_19=500)),
            shared=(SCHOOL,),
        ),
        partners=(*partners(1, GORKOVSKOYE, municipal=2, both=2), *partners(2, GORKOVSKOYE, municipal=3, both=3)),
    )
    figures = compute_indicators(facts, REFERENCE, NOVEMBER)
    own = {code: figures[code].of(GORKOVSKOYE) for code in figures}
    assert (own["coverage"].numerator, own["mentee_share"].numerator, own["mentee_share"].denominator) == (33, 22, 210)
    assert own["enterprise_share"].numerator == 3
    parts = select_parts(facts, NOVEMBER, REFERENCE)[GORKOVSKOYE]
    (double,) = explain_figure(own["mentee_share"], parts, REFERENCE).double_named
    assert plain(describe_double_named(double, REFERENCE, "mentee_share")) == (
        "учтено по отчёту муниципалитета: 22; в отчёте Тарского района: 20"
    )
    assert explain_figure(own["enterprise_share"], parts, REFERENCE).double_named == ()


def test_an_organisation_moved_after_its_old_municipalitys_monthly_report_is_not_lost():
    facts = year_facts(
        (monthly(1, TARA), monthly(2, GORKOVSKOYE)),
        (
            stated(1, TARA, involved=50, mentees=40),
            stated(1, GORKOVSKOYE, involved=30, mentees=20),
            stated(2, GORKOVSKOYE, involved=7, mentees=5),
        ),
    )
    figures = compute_indicator(facts, REFERENCE, "mentee_share", NOVEMBER)
    assert (figures.of(TARA).numerator, figures.of(GORKOVSKOYE).numerator) == (40, 25)

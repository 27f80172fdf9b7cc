"""Which reports enter, worked by hand."""

from datetime import date

import pytest

from cmn_core.analysis.explanation import describe_double_named
from cmn_core.analysis.parts import DistrictParts, select_parts
from cmn_core.period import Period
from cmn_core.store.facts import SharedOrganisation, YearFacts
from tests.analysis.small_region import (
    AUGUST,
    BOLSHERECHYE,
    GORKOVSKOYE,
    NOVEMBER,
    OCTOBER,
    SEPTEMBER,
    TARA,
    TECHNICAL_SCHOOL,
    november_facts,
    people,
    plain,
    report,
    small_reference,
    year_facts,
)

REFERENCE = small_reference()


def parts_of(facts: YearFacts, district: str, period: Period = NOVEMBER) -> DistrictParts:
    return select_parts(facts, period, REFERENCE)[district]


def entered(parts: DistrictParts) -> list[tuple[int, int]]:
    return [(part.report.report_id, part.drawn_in) for part in parts.parts]


def test_an_organisation_named_twice_counts_from_the_municipality():
    parts = parts_of(november_facts(), BOLSHERECHYE)
    assert entered(parts) == [(1, 300), (10, 16)]
    (double,) = parts.double_named
    assert (double.counted.report.report_id, double.counted.people.drawn_in) == (1, 40)
    assert [(left.report.report_id, left.people.drawn_in) for left in double.left_out] == [(10, 44)]
    assert plain(describe_double_named(double, REFERENCE)) == "учтено по отчёту муниципалитета: 40; в форме области: 44"
    assert parts.fresh is True
    assert parts.scopes == ("municipal", "state")


def test_a_municipal_report_after_one_of_all_leaves_it_the_state_organisations():
    parts = parts_of(november_facts(), TARA)
    assert entered(parts) == [(4, 120), (3, 30)]
    assert parts.fresh is False
    assert parts.as_of == date(2020, 11, 1)
    assert parts_of(november_facts(), TARA, OCTOBER).fresh is True


@pytest.mark.parametrize(
    ("sent", "asked", "enters"),
    [
        (AUGUST, NOVEMBER, True),
        (Period(2020, 7), NOVEMBER, False),
        (NOVEMBER, OCTOBER, False),
        (Period(2020, 12), Period(2021, 1), False),
        (Period(2021, 1), Period(2021, 1), True),
        (Period(2020, 12), Period(2020, 12), True),
    ],
    ids=["3 back", "4 back", "later", "over the new year", "January itself", "December itself"],
)
def test_reach_of_a_report(sent, asked, enters):
    facts = year_facts((report(1, TARA, "municipal", sent),), (people(1, TARA, (5, 0, 0)),), year=sent.year)
    parts = parts_of(facts, TARA, asked)
    assert entered(parts) == ([(1, 5)] if enters else [])
    assert parts.fresh is ((sent == asked) if enters else None)


def test_every_scope_is_carried_by_itself():
    facts = year_facts(
        (report(1, TARA, "municipal", OCTOBER), report(2, TARA, "state", AUGUST), report(3, TARA, "municipal", AUGUST)),
        (people(1, TARA, (5, 0, 0)), people(2, TARA, (7, 0, 0), subordination="state"), people(3, TARA, (99, 0, 0))),
    )
    assert entered(parts_of(facts, TARA)) == [(1, 5), (2, 7)]
    assert entered(parts_of(facts, TARA, Period(2020, 12))) == [(1, 5)]


def test_monthly_puts_every_expansion_form_of_its_month_aside():
    facts = year_facts(
        (
            report(1, BOLSHERECHYE, "municipal", NOVEMBER),
            report(10, None, "state", NOVEMBER),
            report(20, BOLSHERECHYE, "all", NOVEMBER, layout="monthly"),
        ),
        (
            people(1, BOLSHERECHYE, (30, 2, 8), subordination="state"),
            people(10, BOLSHERECHYE, (42, 6, 12), subordination="state", organisations=2),
            people(20, BOLSHERECHYE, (50, 0, 0)),
        ),
        shared=(TECHNICAL_SCHOOL,),
    )
    parts = parts_of(facts, BOLSHERECHYE)
    assert entered(parts) == [(20, 50)]
    # 40 by the municipality + 60 by the region's form, 44 of them the school that both name
    assert parts.beside_monthly is not None
    assert (parts.beside_monthly.monthly_people, parts.beside_monthly.expansion_people) == (50, 56)
    assert parts.beside_monthly.difference == -6


def test_a_newer_expansion_form_of_one_scope_leaves_older_monthly_the_other():
    facts = year_facts(
        (report(1, TARA, "all", OCTOBER, layout="monthly"), report(2, TARA, "state", NOVEMBER)),
        (
            people(1, TARA, (50, 0, 0)),
            people(1, TARA, (9, 0, 0), subordination="state"),
            people(2, TARA, (11, 0, 0), subordination="state"),
        ),
    )
    parts = parts_of(facts, TARA)
    assert entered(parts) == [(1, 50), (2, 11)]
    assert parts.beside_monthly is None
    assert parts.as_of == date(2020, 11, 1)


def test_the_regions_form_touches_only_municipalities_that_it_names():
    facts = year_facts(
        (report(10, None, "state", NOVEMBER), report(2, TARA, "state", OCTOBER)),
        (
            people(10, GORKOVSKOYE, (4, 0, 0), subordination="state"),
            people(2, TARA, (6, 0, 0), subordination="state"),
        ),
    )
    assert entered(parts_of(facts, GORKOVSKOYE)) == [(10, 4)]
    assert entered(parts_of(facts, TARA)) == [(2, 6)]


@pytest.mark.parametrize(("subordination", "counts_from"), [("municipal", 1), ("state", 2)])
def test_between_own_reports_the_matching_scope_wins(subordination, counts_from):
    sums = (
        people(1, TARA, (10, 0, 0), subordination=subordination),
        people(2, TARA, (12, 0, 0), subordination=subordination),
    )
    shared = SharedOrganisation(3, "Школа", TARA, subordination, sums)
    facts = year_facts(
        (report(1, TARA, "municipal", NOVEMBER), report(2, TARA, "state", OCTOBER)), sums, shared=(shared,)
    )
    (double,) = parts_of(facts, TARA).double_named
    assert double.counted.report.report_id == counts_from
    assert sum(part.drawn_in for part in parts_of(facts, TARA).parts) == {1: 10, 2: 12}[counts_from]
    assert (
        plain(describe_double_named(double, REFERENCE))
        == {
            1: "учтено по отчёту муниципалитета (муниципальные организации, на 01.12.2020): 10; "
            "в отчёте муниципалитета (государственные организации, на 01.11.2020): 12",
            2: "учтено по отчёту муниципалитета (государственные организации, на 01.11.2020): 12; "
            "в отчёте муниципалитета (муниципальные организации, на 01.12.2020): 10",
        }[counts_from]
    )


def test_an_organisation_left_alone_by_the_choice_is_not_taken_out():
    """The region's older form is not chosen, so nothing competes with the municipality's count."""
    facts = year_facts(
        (report(1, BOLSHERECHYE, "all", NOVEMBER), report(10, None, "state", OCTOBER)),
        (people(1, BOLSHERECHYE, (30, 2, 8), subordination="state"),),
        shared=(TECHNICAL_SCHOOL,),
    )
    parts = parts_of(facts, BOLSHERECHYE)
    assert entered(parts) == [(1, 40)]
    assert parts.double_named == ()


def test_rows_moved_to_a_neighbour_enter_there_and_keep_nothing_out():
    facts = year_facts(
        (report(1, TARA, "municipal", NOVEMBER), report(2, GORKOVSKOYE, "municipal", SEPTEMBER)),
        (people(1, TARA, (5, 0, 0)), people(1, GORKOVSKOYE, (3, 0, 0)), people(2, GORKOVSKOYE, (8, 0, 0))),
    )
    assert entered(parts_of(facts, GORKOVSKOYE)) == [(2, 8), (1, 3)]
    assert entered(parts_of(facts, TARA)) == [(1, 5)]


def test_narrowing_keeps_the_parts_that_speak_of_the_subordination():
    parts = parts_of(november_facts(), BOLSHERECHYE)
    assert entered(parts.narrowed("state")) == [(1, 40), (10, 16)]
    assert entered(parts.narrowed("municipal")) == [(1, 260)]
    carried = parts_of(november_facts(), TARA)
    assert carried.narrowed("municipal").fresh is True
    assert carried.narrowed("state").as_of == date(2020, 11, 1)

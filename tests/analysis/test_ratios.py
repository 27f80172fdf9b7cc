"""Form ratios, worked by hand."""

from datetime import date
from decimal import Decimal

import pytest

from cmn_core.analysis.ratios import compute_ratios
from tests.analysis.small_region import (
    BOLSHERECHYE,
    GORKOVSKOYE,
    NOVEMBER,
    OMSK,
    TARA,
    UST_ISHIM,
    form,
    november_facts,
    report,
    small_reference,
    year_facts,
)

REFERENCE = small_reference()


def counted(shares):
    return {code: count for code, count in shares.counts.items() if count}


@pytest.mark.parametrize(
    ("measure", "counts", "unassigned"),
    [
        # the region's form gives two programmes; one of them is the school's that counts from the municipality
        ("programmes", {"pupil_pupil": 4, "teacher_teacher": 1, "student_pupil": 1}, 0),
        ("mentees", {"pupil_pupil": 50, "teacher_teacher": 10, "student_pupil": 2}, 20),
        ("organisations", {"pupil_pupil": 3, "teacher_teacher": 1, "student_pupil": 1}, 0),
    ],
)
def test_a_municipality_by_each_measure(measure, counts, unassigned):
    shares = compute_ratios(november_facts(), REFERENCE, NOVEMBER, measure).of(BOLSHERECHYE)
    assert counted(shares) == counts
    assert (shares.total, shares.unassigned, shares.organisations) == (sum(counts.values()), unassigned, 6)
    assert tuple(shares.counts) == REFERENCE.forms.codes
    assert shares.shares_pct["pupil_pupil"] == Decimal(counts["pupil_pupil"] * 100) / sum(counts.values())


def test_the_region_adds_municipalities_and_carried_ones():
    ratios = compute_ratios(november_facts(), REFERENCE, NOVEMBER)
    assert [shares.district for shares in ratios.districts] == [BOLSHERECHYE, GORKOVSKOYE, TARA, UST_ISHIM, OMSK]
    assert counted(ratios.region) == {
        "pupil_pupil": 8,
        "teacher_teacher": 1,
        "student_pupil": 1,
        "employer_pupil": 1,
        "employer_student": 1,
        "own": 2,
        "unnamed": 1,
    }
    assert (ratios.region.total, ratios.region.district, ratios.region.as_of) == (15, None, date(2020, 11, 23))
    assert ratios.region.fresh is False
    assert ratios.forms == REFERENCE.forms.codes


def test_an_older_report_of_all_gives_its_state_forms_only():
    assert counted(compute_ratios(november_facts(), REFERENCE, NOVEMBER).of(TARA)) == {"own": 2, "employer_student": 1}
    state = compute_ratios(november_facts(), REFERENCE, NOVEMBER, subordination="state")
    assert counted(state.of(TARA)) == {"employer_student": 1}
    assert counted(state.of(BOLSHERECHYE)) == {"pupil_pupil": 1, "student_pupil": 1}


def test_nothing_counted_has_no_shares():
    shares = compute_ratios(year_facts(()), REFERENCE, NOVEMBER).of(TARA)
    assert (shares.total, shares.shares_pct, shares.as_of, shares.fresh) == (0, {}, None, None)
    assert set(shares.counts.values()) == {0}


def test_a_form_that_left_the_reference_counts_as_an_own_one():
    facts = year_facts((report(1, TARA, "municipal", NOVEMBER),), (form(1, TARA, "abolished", 3, 9),))
    assert counted(compute_ratios(facts, REFERENCE, NOVEMBER).of(TARA)) == {"own": 3}

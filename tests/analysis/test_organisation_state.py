"""What is known of each organisation, worked by hand: whose report counts, and what its layout does not tell."""

from datetime import date

from cmn_core.analysis.organisation_state import describe_organisations
from cmn_core.analysis.parts import select_parts
from cmn_core.intake.people_counts import PeopleCounts
from cmn_core.period import Period
from cmn_core.programme.organisation_state import ReportedProgramme
from cmn_core.store.corrections import OrganisationFacts as RegisterFacts
from cmn_core.store.facts import OrganisationFacts, Practice
from cmn_core.store.organisation_list import ListedOrganisation
from tests.analysis.small_region import (
    AUGUST,
    BOLSHERECHYE,
    NOVEMBER,
    OCTOBER,
    TARA,
    TECHNICAL_SCHOOL,
    november_facts,
    people,
    report,
    small_reference,
    year_facts,
)

REFERENCE = small_reference()
SCHOOL, SILENT = 1, 2


def listed(number, name="СОШ № 1", district=TARA, subordination="municipal", closed=None):
    return ListedOrganisation(number, RegisterFacts(name, district, "school", subordination, None, closed), ())


def told(number, report_id, subordination="municipal", **counts):
    return OrganisationFacts(number, "в отчёте", "school", subordination, report_id, PeopleCounts(**counts), 1)


def practice(number, report_id, programme, **counts):
    given = {"involved_before": None, "added_mentors": None, "added_mentees": None, "form_code": "pupil_pupil"} | counts
    return Practice(number, "в отчёте", report_id, "Лист1", 7, programme, "ученик – ученик", **given)


def states_of(facts, organisations, figures=(), practices=(), *, district=TARA, period=NOVEMBER):
    parts = select_parts(facts, period, REFERENCE)[district]
    return describe_organisations(organisations, parts, figures, practices, REFERENCE)


def test_a_monthly_report_tells_people_and_programmes():
    facts = year_facts((report(20, TARA, "all", NOVEMBER, layout="monthly"),), (people(20, TARA, (50, 0, 0)),))
    figures = told(
        SCHOOL, 20, pupils_10_19=320, pupils_15_19=90, young_teachers=4, involved=51, mentees=42, mentors=12,
        mentors_15_19=7, young_mentees=2,
    )  # fmt: skip
    row = practice(SCHOOL, 20, "Вектор", role_model="равный – равному", mentors=3, mentees=9, partner="АО «Завод»")
    states = states_of(facts, [listed(SCHOOL), listed(SILENT, closed=date(2020, 9, 1))], [figures], [row])
    state = states[SCHOOL]
    assert (state.name, state.district_name, state.as_of) == (
        "СОШ № 1", REFERENCE.region.district(TARA).name, date(2020, 12, 1),
    )  # fmt: skip
    assert (state.pupils_10_19, state.pupils_15_19, state.young_teachers) == (320, 90, 4)
    assert (state.involved, state.mentees_10_19, state.mentors_15_19, state.young_teacher_mentees) == (51, 42, 7, 2)
    assert state.practices == (
        ReportedProgramme("Вектор", "pupil_pupil", "ученик – ученик", "равный – равному", 3, 9, "АО «Завод»"),
    )
    silent = states[SILENT]
    assert (silent.as_of, silent.involved, silent.practices, silent.closed) == (None, None, (), date(2020, 9, 1))


def test_an_expansion_form_tells_who_was_drawn_in_and_nothing_of_the_contingent():
    facts = year_facts((report(1, TARA, "municipal", NOVEMBER),), (people(1, TARA, (40, 5, 18)),))
    figures = told(SCHOOL, 1, involved_before=40, added_mentors=5, added_mentees=18)
    rows = [practice(SCHOOL, 1, "Вектор", added_mentors=5, added_mentees=18), practice(SCHOOL, 1, "Шаг")]
    state = states_of(facts, [listed(SCHOOL)], [figures], rows)[SCHOOL]
    assert (state.involved, state.pupils_10_19, state.mentees_10_19, state.mentors_15_19) == (63, None, None, None)
    assert [(each.programme, each.mentors, each.mentees, each.role_model) for each in state.practices] == [
        ("Вектор", 5, 18, None), ("Шаг", None, None, None),
    ]  # fmt: skip


def test_a_report_carried_forward_has_its_own_date_and_one_out_of_reach_tells_nothing():
    facts = year_facts((report(1, TARA, "municipal", AUGUST),), (people(1, TARA, (5, 0, 0)),))
    figures = told(SCHOOL, 1, involved_before=5)
    carried = states_of(facts, [listed(SCHOOL)], [figures])[SCHOOL]
    assert (carried.as_of, carried.involved) == (date(2020, 9, 1), 5)
    late = states_of(facts, [listed(SCHOOL)], [figures], period=Period(2020, 12))[SCHOOL]
    assert (late.as_of, late.involved) == (None, None)


def test_an_organisation_that_two_reports_name_is_told_by_the_one_that_it_counts_from():
    number = TECHNICAL_SCHOOL.organisation_id
    figures = [told(number, 1, "state", involved_before=40), told(number, 10, "state", involved_before=44)]
    rows = [practice(number, 1, "Своя"), practice(number, 10, "Области")]
    place = listed(number, district=BOLSHERECHYE, subordination="state")
    state = states_of(november_facts(), [place], figures, rows, district=BOLSHERECHYE)[number]
    assert (state.involved, [each.programme for each in state.practices]) == (40, ["Своя"])


def test_what_an_older_report_said_does_not_enter_where_a_newer_one_is():
    facts = year_facts(
        (report(1, TARA, "municipal", OCTOBER), report(2, TARA, "municipal", NOVEMBER)),
        (people(1, TARA, (5, 0, 0)), people(2, TARA, (9, 0, 0))),
    )
    state = states_of(facts, [listed(SCHOOL)], [told(SCHOOL, 1, involved_before=5)])[SCHOOL]
    assert state.as_of is None

"""What the monthly template carries over from the last report, and what it leaves out."""

from datetime import date

from cmn_core.documents.monthly_form.prefilled import PrefilledOrganisation, PrefilledProgramme, build_prefilled
from cmn_core.intake.matching import KnownOrganisation
from cmn_core.intake.people_counts import PeopleCounts
from cmn_core.reference import shipped_reference
from cmn_core.store.facts import OrganisationFacts, Practice

REFERENCE = shipped_reference()
SCHOOL = KnownOrganisation(1, "МБОУ «Школа № 1»", "школа 1", "52654000", "school", "municipal")
CENTRE = KnownOrganisation(2, "МБУ ДО «Центр»", "центр", "52654000", "supplementary", "municipal")
CLOSED = 3


def fact(number, **people):
    return OrganisationFacts(number, "", "school", "municipal", 10, PeopleCounts(**people), 1)


def practice(number, form_code="pupil_pupil", written="ученик-ученик", **more):
    return Practice(number, "", 10, None, 5, "Вектор", written, form_code, None, None, None, **more)


def build(facts=(), practices=()):
    return build_prefilled((SCHOOL, CENTRE), facts, practices, REFERENCE.forms, REFERENCE.kinds)


def test_contingent_is_carried_over_where_a_report_stated_it():
    facts = [fact(1, pupils_10_19=420, pupils_15_19=0, young_teachers=4), fact(2, involved_before=5)]
    assert build(facts).organisations == (
        PrefilledOrganisation("МБОУ «Школа № 1»", "ООО", 420, 0, 4),
        PrefilledOrganisation("МБУ ДО «Центр»", "ОДО"),
    )


def test_programmes_come_with_official_forms_own_ones_as_written_and_no_numbers():
    day = date(2020, 9, 1)
    known = practice(1, role_model="лидер – последователь", mentors=3, mentees=9, partner="ООО «Нива»", start_date=day)
    own = practice(2, "own", "студент – команда")
    assert build((), [known, own]).programmes == (
        PrefilledProgramme("МБОУ «Школа № 1»", "Вектор", "Ученик – ученик", "лидер – последователь", "ООО «Нива»", day),
        PrefilledProgramme("МБУ ДО «Центр»", "Вектор", "студент – команда", None, None, None),
    )


def test_programmes_of_closed_organisations_and_repeated_rows_are_left_out():
    programmes = build((), [practice(1), practice(CLOSED), practice(1)]).programmes
    assert [programme.organisation for programme in programmes] == ["МБОУ «Школа № 1»"]

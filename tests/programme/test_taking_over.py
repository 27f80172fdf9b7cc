"""Forms and models of the report join a programme; what a person wrote stays word for word."""

from datetime import date

from cmn_core.programme.offered_forms import list_offered_forms
from cmn_core.programme.opening import (
    change_model,
    keep_form,
    keep_model,
    keep_own_form,
    keep_own_model,
    open_programme,
)
from cmn_core.programme.organisation_state import OrganisationState, ReportedProgramme
from cmn_core.programme.programme import Programme
from cmn_core.programme.taking_over import take_reported
from cmn_core.reference import shipped_reference

REFERENCE = shipped_reference()
LEADER, EQUAL = "лидер – последователь", "равный – равному"
STATE = OrganisationState(
    1,
    "СОШ № 1",
    "school",
    "municipal",
    "52654000",
    "Тарский район",
    as_of=date(2020, 12, 1),
    practices=(
        ReportedProgramme("Шаг", "pupil_pupil", "ученик – ученик", LEADER, 6, 6),
        ReportedProgramme("Шаг", "pupil_pupil", "ученик – ученик", EQUAL, 2, 2),
        ReportedProgramme("Мост", "own", "родитель – ученик", "отец – сын", 3, 3),
        ReportedProgramme("Цех", "own", "Работодатель – команда", None, 1, 8),
    ),
)


def labels(programme: Programme) -> dict[str, list[str]]:
    return {form.label: [model.label for model in form.models] for form in programme.forms}


def test_an_empty_programme_gets_everything_that_is_reported() -> None:
    taken = take_reported(open_programme(STATE, REFERENCE, 2020), STATE, REFERENCE)
    assert labels(taken) == {
        "Ученик – ученик": [LEADER, EQUAL],
        "Работодатель – команда": [],
        "Родитель – ученик": ["отец – сын"],
    }
    assert take_reported(taken, STATE, REFERENCE) == taken, "a second time adds nothing"


def test_what_a_person_wrote_stays_and_only_the_rest_is_added() -> None:
    programme = keep_form(open_programme(STATE, REFERENCE, 2020), REFERENCE, "pupil_pupil")
    programme = keep_model(programme, REFERENCE, "pupil_pupil", LEADER)
    key = programme.models[0][1].key
    programme = change_model(programme, "pupil_pupil", key, label="Вожак – новичок", count=9, curator="Петрова")
    programme = keep_own_form(programme, "Родитель – Ученик")
    own = programme.forms[-1].key
    programme = keep_own_model(programme, REFERENCE, own, "мать – дочь")
    taken = take_reported(programme, STATE, REFERENCE)
    assert labels(taken) == {
        "Ученик – ученик": ["Вожак – новичок", EQUAL],
        "Родитель – Ученик": ["мать – дочь", "отец – сын"],
        "Работодатель – команда": [],
    }
    kept = taken.forms[0].models[0]
    assert (kept.count, kept.curator) == (9, "Петрова")


def test_forms_are_offered_with_what_suits_is_kept_and_is_reported() -> None:
    programme = keep_form(open_programme(STATE, REFERENCE, 2020), REFERENCE, "student_pupil")
    offered = {form.key: form for form in list_offered_forms(programme, STATE, REFERENCE)}
    assert [key for key, form in offered.items() if not form.suits] == ["employer_student"]
    assert [key for key, form in offered.items() if form.is_kept] == ["student_pupil"]
    assert [key for key, form in offered.items() if form.reported_on] == ["pupil_pupil", "employer_team"]
    assert [key for key, form in offered.items() if form.is_team] == ["employer_team", "student_team"]
    assert all(form.when.endswith(".") for form in offered.values())


def test_a_college_is_offered_its_own_names() -> None:
    programme = open_programme(STATE, REFERENCE, 2020).having(kind="vocational")
    offered = {form.key: form for form in list_offered_forms(programme, STATE, REFERENCE)}
    assert offered["pupil_pupil"].label == "Студент – студент"
    assert offered["employer_student"].suits
    assert not offered["employer_pupil"].suits

"""A school and a college with their programmes: numbers small enough to be worked by hand."""

from datetime import date

from cmn_core.programme.opening import change_model, keep_form, keep_model, open_programme
from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.programme.programme import Programme
from cmn_core.reference import shipped_reference

REFERENCE = shipped_reference()
TARA, OMSK = "52654000", "52701000"
STRUGGLING = "успевающий – ученик, испытывающий затруднения"
LEADER = "лидер – последователь"
NOVICE = "опытный учитель – молодой специалист"
CUSTOMER = "заказчик – проектная команда"

SCHOOL = OrganisationState(
    organisation_id=1,
    name="МБОУ «Тарская СОШ № 1»",
    kind="school",
    subordination="municipal",
    district=TARA,
    district_name="Тарский муниципальный район Омской области",
    as_of=date(2020, 11, 1),
    pupils_10_19=480,
    pupils_15_19=150,
    young_teachers=5,
    involved=42,
    mentees_10_19=30,
    mentors_15_19=4,
    young_teacher_mentees=2,
)
COLLEGE = OrganisationState(
    organisation_id=2,
    name="БПОУ «Омский колледж»",
    kind="vocational",
    subordination="state",
    district=OMSK,
    district_name="город Омск",
)


def keep(programme: Programme, form: str, *labels: str) -> Programme:
    """Keep a form with typical role models."""
    programme = keep_form(programme, REFERENCE, form)
    for label in labels:
        programme = keep_model(programme, REFERENCE, form, label)
    return programme


def school_programme() -> Programme:
    """Return 20 + 5 pairs of pupils, 3 pairs of teachers, 2 teams of 8, each with a curator."""
    programme = open_programme(SCHOOL, REFERENCE, 2020).having(curator="Иванова А. П.", authors=("Иванова А. П.",))
    programme = keep(programme, "employer_team", CUSTOMER)
    programme = keep(programme, "teacher_teacher", NOVICE)
    programme = keep(programme, "pupil_pupil", LEADER, STRUGGLING)
    programme = change_model(programme, "pupil_pupil", "typical-1", count=20)
    programme = change_model(programme, "pupil_pupil", "typical-2", count=5)
    programme = change_model(programme, "teacher_teacher", "typical-1", count=3)
    return change_model(programme, "employer_team", "typical-1", count=2, group_size=8)

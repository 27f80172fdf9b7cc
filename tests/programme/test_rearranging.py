"""A programme under other circumstances: order, kind, another organisation; nothing is lost or invented."""

import pytest

from cmn_core.programme.opening import change_form, change_model, keep_form, keep_model, keep_own_form, open_programme
from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.programme.programme import Aim, Approval, Programme, Stage
from cmn_core.programme.rearranging import change_kind, copy_for, move_model
from cmn_core.reference import shipped_reference

REFERENCE = shipped_reference()
TARA = "52654000"
SCHOOL = OrganisationState(1, "СОШ № 1", "school", "municipal", TARA, "Тарский район")
COLLEGE = OrganisationState(2, "Колледж", "vocational", "state", TARA, "Тарский район")
FIRST, SECOND, THIRD = (model.label for model in REFERENCE.forms.federal[0].role_models)


def three_models() -> Programme:
    programme = keep_form(open_programme(SCHOOL, REFERENCE, 2020), REFERENCE, "pupil_pupil")
    for label in (FIRST, SECOND, THIRD):
        programme = keep_model(programme, REFERENCE, "pupil_pupil", label)
    return programme


def labels(programme: Programme) -> list[str]:
    return [model.label for _, model in programme.models]


@pytest.mark.parametrize(
    ("place", "by", "expected"),
    [
        (0, 1, [SECOND, FIRST, THIRD]),
        (2, -1, [FIRST, THIRD, SECOND]),
        (0, -1, [FIRST, SECOND, THIRD]),
        (2, 1, [FIRST, SECOND, THIRD]),
    ],
)
def test_a_model_moves_among_those_of_its_form_and_stops_at_the_end(place: int, by: int, expected: list[str]) -> None:
    programme = three_models()
    key = programme.models[place][1].key
    assert labels(move_model(programme, "pupil_pupil", key, by)) == expected


def test_a_model_that_is_gone_moves_nothing() -> None:
    assert move_model(three_models(), "pupil_pupil", "gone", 1) == three_models()


def test_another_kind_calls_the_forms_its_own_way_but_keeps_a_persons_words() -> None:
    programme = keep_form(three_models(), REFERENCE, "teacher_teacher")
    programme = change_form(programme, "teacher_teacher", label="Коллега – коллега")
    programme = keep_own_form(programme, "Родитель – ученик")
    moved = change_kind(programme, "vocational", REFERENCE)
    assert moved.kind == "vocational"
    assert [form.label for form in moved.forms] == ["Студент – студент", "Коллега – коллега", "Родитель – ученик"]
    assert labels(moved) == [FIRST, SECOND, THIRD]
    assert change_kind(moved, "school", REFERENCE).forms[0].label == "Ученик – ученик"


def test_a_copy_takes_words_and_models_along_and_leaves_people_and_numbers() -> None:
    programme = three_models()
    key = programme.models[0][1].key
    programme = change_model(programme, "pupil_pupil", key, count=5, curator="Петрова", goal="Своя цель")
    programme = programme.having(
        texts={"goal": "Свой текст"},
        curator="Седова",
        authors=("Зимина",),
        approval=Approval(agreed_by="Совет", approved_post="Заведующий", order_number="7"),
        aims=(Aim(indicator="coverage", people=40, words="слова"),),
        stages=(Stage(title="Этап", months="май 2020 г."),),
    )
    copy = copy_for(programme, COLLEGE, REFERENCE, 2021)
    assert (copy.organisation, copy.kind, copy.school_year) == ("Колледж", "vocational", 2021)
    assert (copy.curator, copy.authors) == ("", ())
    assert copy.approval == Approval(approved_post="Заведующий")
    assert copy.texts == {"goal": "Свой текст"}
    assert [form.label for form in copy.forms] == ["Студент – студент"]
    first = copy.models[0][1]
    assert (first.label, first.goal, first.count, first.curator) == (FIRST, "Своя цель", None, "")
    assert copy.aims == (Aim(indicator="coverage", words="слова"),)
    assert copy.stages is None, "months of another year"
    assert copy_for(programme, SCHOOL, REFERENCE, 2020).stages == programme.stages

"""Forms and role models are kept, changed and dropped; a programme that is handed in stays as it was."""

import pytest
from pydantic import ValidationError

from cmn_core.programme.opening import (
    change_form,
    change_model,
    drop_form,
    drop_model,
    keep_form,
    keep_model,
    keep_own_form,
    keep_own_model,
    offered_models,
    open_programme,
)
from cmn_core.programme.programme import Programme
from tests.programme.made_programmes import COLLEGE, CUSTOMER, LEADER, REFERENCE, SCHOOL, STRUGGLING, keep

BARE = open_programme(SCHOOL, REFERENCE, 2020)


def test_forms_stand_in_official_order_and_own_ones_as_they_were_added() -> None:
    programme = keep_own_form(BARE, "Выпускник – класс")
    programme = keep_form(programme, REFERENCE, "student_team")
    programme = keep_form(programme, REFERENCE, "teacher_teacher")
    programme = keep_form(programme, REFERENCE, "pupil_pupil")
    assert [(form.key, form.code, form.label) for form in programme.forms] == [
        ("pupil_pupil", "pupil_pupil", "Ученик – ученик"),
        ("teacher_teacher", "teacher_teacher", "Учитель – учитель"),
        ("own-1", "own", "Выпускник – класс"),
        ("student_team", "own", "Студент – команда"),
    ]
    assert BARE.forms == ()


def test_what_is_kept_twice_stays_as_it_was_left() -> None:
    programme = keep(BARE, "pupil_pupil", LEADER)
    programme = change_model(programme, "pupil_pupil", "typical-2", goal="Своя цель")
    assert keep(programme, "pupil_pupil", LEADER) == programme


def test_a_role_model_opens_with_the_shipped_words_the_period_and_the_curator() -> None:
    programme = keep(BARE.having(curator="Иванова А. П."), "pupil_pupil", LEADER, STRUGGLING)
    first, second = programme.forms[0].models
    assert (first.label, second.label) == (STRUGGLING, LEADER)
    assert (first.typical, first.unit, first.count) == (STRUGGLING, "pair", None)
    assert (first.curator, first.period) == ("Иванова А. П.", "ноябрь 2020 г. – май 2021 г.")
    assert all((first.gist, first.goal, first.mentor, first.mentee, first.result))


def test_a_teams_role_model_is_the_organisations_own_group() -> None:
    model = keep(BARE, "employer_team", CUSTOMER).forms[0].models[0]
    assert (model.typical, model.label, model.unit) == ("", CUSTOMER, "group")


def test_a_form_in_own_words_offers_no_role_model_and_takes_own_ones() -> None:
    programme = keep_own_form(BARE, "Выпускник – класс", "Выпускники приходят в класс.")
    assert offered_models(programme, REFERENCE, "own-1") == ()
    programme = keep_own_model(programme, REFERENCE, "own-1", "выпускник – девятиклассник")
    programme = keep_own_model(programme, REFERENCE, "own-1", "выпускник – класс", "встречи")
    programme = drop_model(programme, "own-1", "own-1")
    programme = keep_own_model(programme, REFERENCE, "own-1", "третья")
    assert [(model.key, model.label, model.typical) for model in programme.forms[0].models] == [
        ("own-2", "выпускник – класс", ""),
        ("own-3", "третья", ""),
    ]


def test_dropping_leaves_the_others() -> None:
    programme = keep(keep(BARE, "pupil_pupil", LEADER, STRUGGLING), "teacher_teacher")
    assert [form.key for form in drop_form(programme, "pupil_pupil").forms] == ["teacher_teacher"]
    left = drop_model(programme, "pupil_pupil", "typical-1").forms
    assert [[model.label for model in form.models] for form in left] == [[LEADER], []]


def test_what_was_dropped_meanwhile_is_not_brought_back_by_a_change() -> None:
    programme = keep(BARE, "pupil_pupil", LEADER)
    assert change_model(programme, "pupil_pupil", "typical-9", count=3) == programme
    assert change_form(programme, "teacher_teacher", label="иначе") == programme
    assert keep_model(programme, REFERENCE, "teacher_teacher", "опытный учитель – молодой специалист") == programme


def test_a_change_is_cleaned_and_checked() -> None:
    programme = keep(BARE, "pupil_pupil", LEADER)
    changed = change_model(programme, "pupil_pupil", "typical-2", label="лидер\n и  другие", count=0)
    assert (changed.forms[0].models[0].label, changed.forms[0].models[0].count) == ("лидер и другие", 0)
    assert change_form(programme, "pupil_pupil", label=" Класс – класс ").forms[0].label == "Класс – класс"
    with pytest.raises(ValidationError):
        change_model(programme, "pupil_pupil", "typical-2", count=-1)


def test_the_kind_names_the_forms_of_a_college() -> None:
    programme: Programme = keep(open_programme(COLLEGE, REFERENCE, 2020), "pupil_pupil")
    assert programme.forms[0].label == "Студент – студент"

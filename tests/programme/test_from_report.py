"""A programme made of what the organisation reports: its kind's names of forms, models recognised, counts planned."""

from dataclasses import replace

import pytest

from cmn_core.programme.from_report import programme_from_report
from cmn_core.programme.organisation_state import ReportedProgramme
from cmn_core.programme.programme import KeptForm
from tests.programme.made_programmes import COLLEGE, LEADER, REFERENCE, SCHOOL


def reported(form="pupil_pupil", model=None, mentors=None, mentees=None, *, name=None, words=None, partner=None):
    return ReportedProgramme(name, form, words, model, mentors, mentees, partner)


def made(*practices, state=SCHOOL):
    return programme_from_report(replace(state, practices=practices), REFERENCE, 2020)


def models(form: KeptForm):
    return [(model.typical, model.label, model.unit, model.count, model.group_size) for model in form.models]


def test_nothing_reported_keeps_nothing_and_opens_with_the_registers_facts():
    programme = made()
    assert (programme.forms, programme.organisation, programme.school_year) == ((), SCHOOL.name, 2020)


def test_forms_stand_in_official_order_under_the_names_of_the_kind():
    practices = (reported("teacher_teacher"), reported("own", words="отцы – дети"), reported())
    assert [form.label for form in made(*practices).forms] == ["Ученик – ученик", "Учитель – учитель", "Отцы – дети"]
    college = made(*practices, state=COLLEGE)
    assert [form.label for form in college.forms][:2] == ["Студент – студент", "Преподаватель – преподаватель"]


def test_a_programme_whose_form_is_not_named_is_left_out():
    assert made(reported("unnamed", name="Вектор")).forms == ()


def test_own_words_that_are_the_kinds_name_of_a_federal_form_are_that_form():
    (form,) = made(reported("own", words="студент-студент"), state=COLLEGE).forms
    assert form.code == "pupil_pupil"
    (of_a_school,) = made(reported("own", words="студент-студент")).forms
    assert of_a_school.code == "own"


def test_own_forms_spelt_alike_are_one_and_a_ready_team_form_is_recognised():
    programme = made(
        reported("own", words="Отцы - дети", name="А"), reported("own", words="отцы – дети", name="Б"),
        reported("own", words="Работодатель–команда"),
    )  # fmt: skip
    assert [(form.code, form.key) for form in programme.forms] == [("own", "employer_team"), ("own", "own-1")]
    assert "«А», «Б»" in programme.forms[1].description


def test_typical_role_models_are_recognised_own_ones_stay_own():
    (form,) = made(
        reported(model="мудрец – странник", mentors=1, mentees=2),
        reported(model="Лидер-пассивный", mentors=2, mentees=4),
    ).forms
    assert models(form) == [(LEADER, LEADER, "pair", 4, None), ("", "мудрец – странник", "pair", 2, None)]
    assert form.models[0].goal


@pytest.mark.parametrize(
    ("counts", "planned"),
    [
        ([(5, 5)], ("pair", 5, None)),
        ([(2, 5)], ("pair", 5, None)),
        ([(2, 6)], ("group", 2, 3)),
        # 15 mentees of 2 mentors: a group of 8 and one of 7.
        ([(2, 15)], ("group", 2, 8)),
        ([(1, 10), (1, 11)], ("group", 2, 11)),
        ([(0, 4)], ("pair", 4, None)),
        ([(None, 4), (2, None)], ("pair", 4, None)),
        ([(3, 0)], ("pair", None, None)),
        ([(None, None)], ("pair", None, None)),
    ],
)
def test_pairs_and_groups_are_those_that_are_reported(counts, planned):
    (form,) = made(*(reported(model=LEADER, mentors=mentors, mentees=mentees) for mentors, mentees in counts)).forms
    (model,) = form.models
    assert (model.unit, model.count, model.group_size) == planned


def test_a_report_without_role_models_keeps_its_form_and_names_its_programmes():
    (form,) = made(
        reported(mentors=1, mentees=9, name="Вектор"),
        reported(name="«Вектор»"),
        reported(name="Шаг", partner="АО «Завод»"),
    ).forms
    assert form.models == ()
    assert form.description == "Сложившиеся практики: «Вектор», «Шаг».\nПредприятия-партнёры: АО «Завод»."


def test_words_of_any_length_fit():
    long = "Ы – " + "Ю" * 5000
    rows = (reported("own", long, 1, 1, words=long, name=f"{number:02}" * 200) for number in range(60))
    programme = made(*rows, state=replace(SCHOOL, name=long))
    assert len(programme.organisation) == 500
    (form,) = programme.forms
    assert (len(form.label), len(form.models[0].label)) == (500, 500)
    assert "и ещё 40" in form.description

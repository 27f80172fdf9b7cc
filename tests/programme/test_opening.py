"""How a programme opens: the school year, what suits whom, and texts in which every known fact stands."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmn_core.programme.facts import tell_units
from cmn_core.programme.filling import fill_line, fill_paragraphs
from cmn_core.programme.opened_parts import current_aims, current_legal_ground, current_risks, current_stages
from cmn_core.programme.opening import (
    change_model,
    compose_text,
    current_text,
    form_name,
    offered_models,
    open_programme,
    school_year_of,
    suits,
)
from cmn_core.programme.programme import Programme, Risk
from cmn_core.programme.standing import count_planned
from tests.programme.made_programmes import COLLEGE, NOVICE, REFERENCE, SCHOOL, STRUGGLING, keep, school_programme

FORMS = {form.code: form for form in REFERENCE.forms.federal}
PEOPLE = ("pupils_10_19", "young_teachers", "involved", "mentees_10_19", "young_teacher_mentees")


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2020, 6, 30), 2019), (date(2020, 7, 1), 2020), (date(2020, 12, 31), 2020), (date(2021, 1, 1), 2020)],
)
def test_a_school_year_begins_with_july(day: date, year: int) -> None:
    assert school_year_of(day) == year


def test_a_programme_opens_with_the_registers_facts_and_no_form() -> None:
    assert open_programme(SCHOOL, REFERENCE, 2020) == Programme(
        organisation="МБОУ «Тарская СОШ № 1»", kind="school", school_year=2020, place="Омская область"
    )
    assert open_programme(COLLEGE, REFERENCE, 2021).place == "г. Омск"


@pytest.mark.parametrize(
    ("kind", "suiting"),
    [
        ("school", ["Ученик – ученик", "Учитель – учитель", "Студент – ученик", "Работодатель – ученик"]),
        ("supplementary", ["Обучающийся – обучающийся", "Педагог – педагог", "Студент – обучающийся",
                           "Работодатель – обучающийся"]),
        ("vocational", ["Студент – студент", "Преподаватель – преподаватель", "Студент – ученик",
                        "Работодатель – студент"]),
    ],
)  # fmt: skip
def test_suiting_forms_are_called_as_the_kind_calls_them(kind: str, suiting: list[str]) -> None:
    # Domain, section 4.
    assert [form_name(form, kind) for form in FORMS.values() if suits(form, kind)] == suiting


def test_the_note_tells_the_organisations_numbers() -> None:
    note = compose_text("note", school_programme(), SCHOOL, REFERENCE)
    for said in (
        "как МБОУ «Тарская СОШ № 1» (далее – Организация)",
        "в 2020/2021 учебном году",
        "По состоянию на 01.11.2020 контингент Организации в возрасте от 10 до 19 лет – 480 чел.",
        # 42 of 480 are 8.75 %, 20 % of 480 are 96, 54 are lacking.
        "вовлечено 42 чел., или 8,8\u00a0% контингента.",
        "План охвата на 2021 год – 20\u00a0%; для Организации это не менее 96 чел.",
        "не хватает 54 чел.",
        "Педагогов со стажем работы до трёх лет – 5 чел. Из них наставников имеют 2 чел.",
        "включает 3\u00a0формы наставничества («Ученик – ученик», «Учитель – учитель», «Работодатель – команда») и "
        "4\u00a0ролевые модели.",
        "По плану – 28\u00a0пар, 2\u00a0группы; наставляемых – 44 чел.",
    ):
        assert said in note


@pytest.mark.parametrize(
    ("known", "said", "unsaid"),
    [
        ({"involved": 96}, "Плановое значение достигнуто", "не хватает"),
        ({"involved": 0}, "не хватает 96 чел.", "достигнуто"),
        ({"pupils_10_19": None}, "вовлечено 42 чел. (на 01.11.2020). План охвата на 2021 год – 20\u00a0%.", "не менее"),
        ({"pupils_10_19": 0}, "План охвата на 2021 год – 20\u00a0%.", "контингент Организации"),
        ({"involved": None}, "не менее 96 чел.", "вовлечено"),
        ({"young_teacher_mentees": None}, "до трёх лет – 5 чел.", "Из них"),
        ({"young_teachers": None}, "включает 3", "до трёх лет"),
        ({"as_of": None}, "План охвата на 2021 год", "По состоянию"),
    ],
)
def test_what_is_not_known_leaves_whole_sentences(known: dict[str, object], said: str, unsaid: str) -> None:
    note = compose_text("note", school_programme(), replace(SCHOOL, **known), REFERENCE)
    assert said in note
    assert unsaid not in note


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    people=st.fixed_dictionaries({field: st.none() | st.integers(0, 2_000) for field in PEOPLE}),
    as_of=st.sampled_from([None, date(2020, 11, 1)]),
    kind=st.sampled_from(["school", "supplementary", "vocational"]),
    year=st.integers(2019, 2030),
    forms=st.sets(st.sampled_from([*FORMS, "employer_team", "student_team"])),
    count=st.none() | st.integers(0, 300),
)
def test_no_text_has_a_gap_or_a_leftover(
    people: dict[str, int | None], as_of: date | None, kind: str, year: int, forms: set[str], count: int | None
) -> None:
    state = replace(SCHOOL, kind=kind, as_of=as_of, **people)
    programme = open_programme(state, REFERENCE, year)
    for form in forms:
        label = offered_models(programme, REFERENCE, form)[0].label
        programme = change_model(keep(programme, form, label), form, "typical-1", count=count)
    for section in REFERENCE.programme.sections:
        text = compose_text(section.code, programme, state, REFERENCE)
        assert text
        assert not re.search(r"None|[{}]|  |\(\)|«»| [.,;]|– (чел|$)", text)
        assert all(line and line[-1] in ".;:" for line in text.split("\n"))


def test_after_the_last_target_the_texts_say_so() -> None:
    programme = open_programme(SCHOOL, REFERENCE, 2024)
    assert "План охвата на 2025 год не задан." in compose_text("note", programme, SCHOOL, REFERENCE)
    assert "План показателей на 2025 год" in compose_text("results", programme, SCHOOL, REFERENCE)


def test_own_words_stand_in_the_place_of_the_shipped_ones() -> None:
    programme = school_programme().having(texts={"note": "Своими словами.", "goal": ""})
    assert current_text("note", programme, SCHOOL, REFERENCE) == "Своими словами."
    assert current_text("goal", programme, SCHOOL, REFERENCE) == ""
    assert current_text("terms", programme, SCHOOL, REFERENCE).startswith("В Программе")


def test_tasks_follow_the_kept_forms() -> None:
    programme = keep(open_programme(COLLEGE, REFERENCE, 2020), "employer_student")
    tasks = compose_text("goal", programme, COLLEGE, REFERENCE)
    assert "требованиями работодателей" in tasks
    assert "силами их сверстников" not in tasks
    assert "освоиться в профессии" not in tasks


def test_acts_name_the_region_and_a_state_organisation_has_no_municipal_one() -> None:
    programme = open_programme(SCHOOL, REFERENCE, 2020)
    municipal = current_legal_ground(programme, SCHOOL, REFERENCE)
    state = current_legal_ground(programme, COLLEGE, REFERENCE)
    assert [act for act in municipal if "№ 273-ФЗ" in act or "№ Р-145" in act or "№ МР-42/02" in act] == [
        municipal[0], municipal[2], municipal[3],
    ]  # fmt: skip
    assert any("«Успех каждого ребенка», «Современная школа» (Омская область)" in act for act in municipal)
    assert set(municipal) - set(state) == {act for act in municipal if "муниципалитета" in act}
    assert current_legal_ground(programme.having(legal_ground=()), SCHOOL, REFERENCE) == ()


def test_stages_have_the_months_of_the_school_year() -> None:
    stages = current_stages(open_programme(SCHOOL, REFERENCE, 2021), REFERENCE)
    assert [stage.months for stage in stages] == [
        "май – август 2021 г.", "сентябрь 2021 г.", "сентябрь – октябрь 2021 г.", "октябрь 2021 г.",
        "октябрь – ноябрь 2021 г.", "ноябрь 2021 г. – апрель 2022 г.", "май 2022 г.",
    ]  # fmt: skip
    college = current_stages(open_programme(COLLEGE, REFERENCE, 2021), REFERENCE)
    assert "классные руководители" in stages[1].responsible
    assert "кураторы групп" in college[1].responsible


def test_aims_are_those_that_the_forms_lead_to() -> None:
    bare = open_programme(SCHOOL, REFERENCE, 2020)
    surveys = ["mentee_satisfaction", "mentor_satisfaction"]
    assert _aims(bare) == ["coverage", *surveys]
    assert _aims(keep(bare, "teacher_teacher")) == ["coverage", "young_teacher_share", *surveys]
    assert _aims(keep(bare, "employer_pupil")) == ["coverage", "mentee_share", "enterprise_share", *surveys]
    assert _aims(keep(bare, "pupil_pupil")) == ["coverage", "mentee_share", "mentor_share", *surveys]
    assert _aims(bare.having(aims=())) == []


def test_own_risks_stand_as_written() -> None:
    programme = open_programme(SCHOOL, REFERENCE, 2020)
    assert len(current_risks(programme, REFERENCE)) == len(REFERENCE.programme.risks)
    own = (Risk(risk="Паводок", answer="Встречи по видеосвязи"),)
    assert current_risks(programme.having(risks=own), REFERENCE) == own


@pytest.mark.parametrize(
    ("code", "people"),
    # 25 pairs of pupils: 25 + 25, two teams of 8: 16 mentees more; teachers and partners are no pupils.
    [("coverage", 66), ("mentee_share", 41), ("mentor_share", 25), ("young_teacher_share", 3),
     ("enterprise_share", None), ("mentee_satisfaction", None)],
)  # fmt: skip
def test_what_the_pairs_and_groups_come_to(code: str, people: int | None) -> None:
    assert count_planned(code, school_programme(), REFERENCE) == people


def test_in_a_college_the_students_are_the_mentors_of_pupils() -> None:
    programme = keep(open_programme(COLLEGE, REFERENCE, 2020), "student_pupil", STRUGGLING)
    form = programme.forms[0]
    programme = programme.having(forms=(form.having(models=(form.models[0].having(count=7),)),))
    assert {code: count_planned(code, programme, REFERENCE) for code in ("coverage", "mentee_share")} == {
        "coverage": 7,
        "mentee_share": None,
    }


def test_without_counts_nothing_is_planned() -> None:
    programme = keep(open_programme(SCHOOL, REFERENCE, 2020), "teacher_teacher", NOVICE)
    assert count_planned("young_teacher_share", programme, REFERENCE) is None


def test_a_sentence_goes_with_its_unknown_fact() -> None:
    facts = {"known": "5", "unknown": None, "so": ""}
    assert fill_line("их {known}", facts) == "их 5"
    assert fill_line("их {unknown}", facts) is None
    assert fill_line("Куратор – {name}.", {"name": "Иванова А. П."}) == "Куратор – Иванова А. П."
    paragraphs = (("Раз {known}.", ("Два {unknown}.", "{so}Три."), "{unknown}Четыре."), ("{unknown}Пять.",))
    assert fill_paragraphs(paragraphs, facts) == "Раз 5. Три."


def test_units_agree_with_their_numbers() -> None:
    assert tell_units([("pair", 1), ("group", 2), ("pair", 20)]) == "21\u00a0пара, 2\u00a0группы"
    assert tell_units([]) == ""


def _aims(programme: Programme) -> list[str]:
    return [aim.indicator for aim in current_aims(programme, REFERENCE)]

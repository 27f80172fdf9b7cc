"""The checklist of a programme: what is missing or odd, at which step."""

from dataclasses import replace
from datetime import date

import pytest

from cmn_core.analysis.programme_checks import check_programme
from cmn_core.analysis.programme_remark import Remark
from cmn_core.programme.opening import (
    change_form,
    change_model,
    drop_form,
    drop_model,
    keep_form,
    keep_own_form,
    keep_own_model,
    open_programme,
)
from cmn_core.programme.organisation_state import OrganisationState, ReportedProgramme
from cmn_core.programme.programme import Aim, Approval, Programme, Stage
from tests.programme.made_programmes import COLLEGE, LEADER, NOVICE, REFERENCE, SCHOOL, keep, school_programme

WHOLE = Approval(
    agreed_by="Педагогический совет", agreed_protocol="1", agreed_on=date(2020, 8, 28), approved_name="Петров П. П.",
    order_number="15", order_date=date(2020, 9, 1),
)  # fmt: skip
UNREPORTED = replace(SCHOOL, as_of=None, involved=None, mentees_10_19=None)
READY = school_programme().having(
    approval=WHOLE, legal_ground=("273-ФЗ",), aims=(Aim(indicator="coverage", people=96),)
)


def remarks(programme: Programme, state: OrganisationState = UNREPORTED) -> list[tuple[str, str, int, str]]:
    found = check_programme(programme, REFERENCE, state)
    return [(remark.code, remark.severity, remark.step, remark.where) for remark in found]


def only(code: str, programme: Programme, state: OrganisationState = UNREPORTED) -> Remark:
    (found,) = (remark for remark in check_programme(programme, REFERENCE, state) if remark.code == code)
    return found


def reported(form: str, role_model: str | None = None, words: str | None = None) -> ReportedProgramme:
    return ReportedProgramme("Вместе", form, words, role_model, 5, 5)


def test_a_whole_programme_has_no_remark() -> None:
    assert remarks(READY) == []


def test_a_programme_that_was_only_opened_is_told_all_it_lacks() -> None:
    assert remarks(open_programme(UNREPORTED, REFERENCE, 2020)) == [
        ("approval_incomplete", "missing", 1, "Утверждение"),
        ("no_curator", "missing", 1, "Куратор"),
        ("no_authors", "missing", 1, "Авторы"),
        ("no_forms", "missing", 2, "Формы"),
        ("no_expected", "missing", 4, "Охват наставничеством"),
        ("blank_acts", "missing", 4, "Нормативно-правовые основания"),
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"closed": date(2021, 6, 30)}, [("organisation_closed", "odd", 1, "Организация")]),
        ({"closed": date(2021, 7, 1)}, []),
        ({"name": 'мбоу  "Тарская СОШ № 1"'}, []),
        ({"name": "МБОУ «Тарский лицей»"}, [("organisation_renamed", "odd", 1, "Организация")]),
        ({"kind": "supplementary"}, [("kind_changed", "odd", 1, "Вид организации")]),
    ],
)
def test_the_register_says_otherwise(changes: dict[str, object], expected: list[tuple[str, str, int, str]]) -> None:
    assert remarks(READY, replace(UNREPORTED, **changes)) == expected


def test_the_empty_parts_of_the_approval_are_named() -> None:
    programme = READY.having(approval=WHOLE.having(order_number="", order_date=None))
    assert only("approval_incomplete", programme).message.startswith("Не указано: номер приказа, дата приказа.")


def test_forms_and_role_models_that_lack_something() -> None:
    programme = keep_form(READY, REFERENCE, "student_pupil")
    programme = change_model(programme, "pupil_pupil", "typical-1", curator="", goal="", result="")
    programme = change_model(programme, "pupil_pupil", "typical-2", count=0, period="")
    programme = change_model(programme, "employer_team", "typical-1", group_size=None)
    struggling = "«Ученик – ученик»: «успевающий – ученик, испытывающий затруднения»"
    leader = "«Ученик – ученик»: «лидер – последователь»"
    assert remarks(programme) == [
        ("form_without_model", "missing", 3, "«Студент – ученик»"),
        ("model_without_curator", "missing", 3, struggling),
        ("model_incomplete", "missing", 3, struggling),
        ("no_count", "missing", 3, leader),
        ("no_period", "missing", 3, leader),
        ("no_group_size", "missing", 3, "«Работодатель – команда»: «заказчик – проектная команда»"),
    ]
    assert "не заполнено: цель, ожидаемый результат." in only("model_incomplete", programme).message


def test_the_same_label_twice_is_odd_however_it_is_written() -> None:
    programme = keep_own_form(READY, "работодатель  -  команда")
    programme = keep_own_model(programme, REFERENCE, "own-1", "а – б", "суть")
    programme = keep_own_model(programme, REFERENCE, "pupil_pupil", "Лидер — последователь", "суть")
    found = [remark for remark in remarks(programme) if remark[0].startswith("same_")]
    assert found == [
        ("same_form", "odd", 2, "«Работодатель – команда»"),
        ("same_model", "odd", 3, "«Ученик – ученик»: «лидер – последователь»"),
    ]


def test_a_form_of_another_kind_may_be_taken_and_is_odd() -> None:
    programme = keep(READY, "employer_student", "коллега – будущий коллега")
    programme = change_model(programme, "employer_student", "typical-3", count=2)
    assert remarks(programme) == [("form_unsuitable", "odd", 2, "«Работодатель – студент»")]


def test_results_under_the_target_say_how_many_are_lacking() -> None:
    # 25 pairs and two teams of 8: 66 of 480; 20 % are 96, thirty are lacking; 42 are drawn in already.
    programme = READY.having(aims=(Aim(indicator="coverage"),))
    assert remarks(programme) == [("under_target", "odd", 4, "Охват наставничеством")]
    message = only("under_target", programme).message
    assert "по программе – 66\u00a0чел." in message
    assert "для плана 2021 года (20\u00a0% от 480) нужно 96: не хватает 30\u00a0детей." in message


@pytest.mark.parametrize(
    ("people", "codes"),
    [(96, []), (95, ["under_target"]), (41, ["under_target", "under_fact"]), (42, ["under_target"]), (500, [])],
)
def test_results_against_the_target_and_the_report(people: int, codes: list[str]) -> None:
    state = replace(SCHOOL, practices=tuple(reported(form.code, words=form.label) for form in READY.forms))
    programme = READY.having(aims=(Aim(indicator="coverage", people=people),))
    assert [remark[0] for remark in remarks(programme, state)] == codes


def test_without_a_whole_or_a_target_nothing_is_compared() -> None:
    aims = ("coverage", "mentee_share", "enterprise_share", "mentee_satisfaction")
    programme = READY.having(aims=tuple(Aim(indicator=code, people=1) for code in aims))
    unknown = replace(UNREPORTED, pupils_10_19=None)
    assert remarks(programme, unknown) == [("no_whole", "missing", 4, "Ожидаемые результаты")]
    assert "Сравнить с планом 2021 года нельзя: Охват наставничеством, Наставляемые 10–19 лет –" in (
        only("no_whole", programme, unknown).message
    )
    assert remarks(programme.having(school_year=2024), unknown) == []


def test_a_number_that_only_a_person_knows_is_asked_for() -> None:
    aims = (Aim(indicator="enterprise_share", words="по муниципалитету"), Aim(indicator="mentor_satisfaction"))
    assert remarks(READY.having(aims=aims)) == [("no_expected", "missing", 4, "Предприятия-партнёры")]
    assert remarks(READY.having(aims=(aims[0].having(people=2), aims[1]))) == []


def test_the_report_and_the_programme_name_different_forms() -> None:
    state = replace(
        SCHOOL,
        practices=(
            reported("pupil_pupil", None), reported("employer_pupil", None), reported("employer_pupil", None),
            reported("own", None, "выпускник - класс"), reported("own", None, "работодатель – команда"),
            reported("unnamed"),
        ),
    )  # fmt: skip
    assert remarks(READY, state) == [
        ("reported_form_lacking", "odd", 2, "«Работодатель – ученик»"),
        ("reported_form_lacking", "odd", 2, "«выпускник - класс»"),
        ("form_not_reported", "odd", 2, "«Учитель – учитель»"),
    ]
    lacking = check_programme(READY, REFERENCE, state)[0].message
    assert lacking.startswith(
        "В отчёте на 01.11.2020 названа форма «Работодатель – ученик» («Вместе»), а в программе её нет."
    )


def test_a_colleges_own_words_are_its_name_of_the_federal_form() -> None:
    state = replace(COLLEGE, as_of=date(2020, 11, 1), practices=(reported("own", None, "студент-студент"),))
    programme = keep(open_programme(state, REFERENCE, 2020), "pupil_pupil", LEADER)
    assert [remark for remark in remarks(programme, state) if "report" in remark[0]] == []


def test_the_report_and_the_programme_name_different_role_models() -> None:
    programme = drop_form(drop_form(READY, "employer_team"), "teacher_teacher")
    programme = drop_model(programme, "pupil_pupil", "typical-1")
    programme = change_model(programme, "pupil_pupil", "typical-2", label="лидеры 9 «А» – последователи")
    programme = keep_own_model(programme, REFERENCE, "pupil_pupil", "Капитан – юнга", "суть")
    state = replace(
        SCHOOL,
        practices=(
            reported("pupil_pupil", "лидер - пассивный"), reported("pupil_pupil", "равный – равному"),
            reported("pupil_pupil", None),
        ),
    )  # fmt: skip
    found = [remark for remark in remarks(programme, state) if "report" in remark[0]]
    assert found == [
        ("reported_model_lacking", "odd", 3, "«Ученик – ученик»: «равный – равному»"),
        ("model_not_reported", "odd", 3, "«Ученик – ученик»: «Капитан – юнга»"),
    ]


def test_a_report_without_role_models_says_nothing_of_them() -> None:
    state = replace(SCHOOL, practices=tuple(reported(form.code, words=form.label) for form in READY.forms))
    assert remarks(READY, state) == []


def test_the_rest_that_lacks_something() -> None:
    programme = READY.having(
        texts={"note": "", "goal": "Цель."},
        legal_ground=("Приказ от «___» № ___", "273-ФЗ", "Устав"),
        stages=(Stage(title="Подготовка", months="май"),),
    )
    assert remarks(programme) == [
        ("empty_section", "missing", 4, "Пояснительная записка"),
        ("blank_acts", "missing", 4, "Нормативно-правовые основания"),
        ("stage_incomplete", "missing", 4, "«Подготовка»"),
    ]
    assert "Без даты и номера – 1\u00a0документ." in only("blank_acts", programme).message
    emptied = READY.having(legal_ground=(), stages=())
    assert [remark[0] for remark in remarks(emptied)] == ["no_legal_ground", "no_stages"]


def test_each_remark_says_what_to_do() -> None:
    programme = keep_form(open_programme(SCHOOL, REFERENCE, 2020), REFERENCE, "teacher_teacher")
    programme = keep(change_form(programme, "teacher_teacher", label="Учителя"), "pupil_pupil", LEADER)
    state = replace(
        SCHOOL, name="Другая", kind="vocational", closed=date(2020, 1, 1),
        practices=(reported("teacher_teacher", NOVICE), reported("student_pupil")),
    )  # fmt: skip
    for remark in check_programme(programme, REFERENCE, state):
        assert remark.message[0].isupper() or remark.message[0] == "«"
        assert remark.message.endswith(".")
        assert remark.message.count(".") + remark.message.count(":") >= 2

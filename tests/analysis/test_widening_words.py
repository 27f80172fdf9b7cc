"""The sentences about scenarios."""

import pytest

from cmn_core.analysis.figure import Figure
from cmn_core.analysis.widening import compute_scenario
from cmn_core.analysis.widening_words import (
    EMPTY,
    find_oddities,
    list_assumptions,
    name_option,
    scenario_finding,
    tell_added,
    tell_closing,
    tell_units,
)
from cmn_core.programme.scenario import Option, Scenario
from tests.analysis.small_region import plain
from tests.analysis.test_widening import REFERENCE, figure_of

PUPILS, TEACHERS = Option(form="pupil_pupil", pairs=20), Option(form="teacher_teacher", pairs=3)
COVERAGE = REFERENCE.indicator("coverage")


@pytest.mark.parametrize(
    ("figure", "options", "said"),
    [
        (figure_of(), (), EMPTY),
        (figure_of(), (Option(form="own"),), EMPTY),
        (figure_of(), (PUPILS,), "С вариантом не хватает ещё 83 детей: 7,2 % при плане 10 % (+40 детей)"),
        (figure_of(numerator=260), (PUPILS,), "С вариантом план выполнен: 10,0 % при плане 10 % (+40 детей)"),
        # 299 of 3 000 is 9,966…: never printed as the plan.
        (figure_of(numerator=259), (PUPILS,),
         "С вариантом не хватает ещё 1 ребёнка: 9,97 % при плане 10 % (+40 детей)"),
        (figure_of(numerator=400), (PUPILS,), "План выполнен и без варианта; с ним 14,7 % при плане 10 % (+40 детей)"),
        (figure_of(), (TEACHERS,), "Показатель «Охват наставничеством» эти пары и группы не меняют"),
        (figure_of(target=None), (PUPILS,), "С вариантом 7,2 % (+40 детей); план 2020 года не задан"),
        (figure_of(denominator=None), (PUPILS,),
         "С вариантом 217 детей (+40 детей); доля не считается: нет численности (дети 10–19 лет)"),
        (figure_of(numerator=None), (PUPILS,), "+40 детей; по охвату нет данных, прибавить не к чему"),
        (figure_of(numerator=9, denominator=20), (PUPILS,),
         "План выполнен и без варианта; с ним 245,0 % при плане 10 % (+40 детей); больше 100 %, "
         "проверьте отчёт и численность"),
        (figure_of("mentee_satisfaction"), (PUPILS,),
         "Удовлетворённость парами и группами не изменить: её дают ответы на опрос"),
    ],
)  # fmt: skip
def test_where_a_scenario_brings_the_figure(figure: Figure, options: tuple[Option, ...], said: str) -> None:
    result = compute_scenario(Scenario(options=options), figure, REFERENCE)
    assert plain(scenario_finding(result, REFERENCE)) == said


@pytest.mark.parametrize(
    ("option", "name", "units"),
    [
        (PUPILS, "Ученик – ученик", "20 пар"),
        (Option(form="own", groups=2, group_size=6), "Собственная форма", "2 группы по 6"),
        (Option(form="own", groups=1), "Собственная форма", "1 группа по 5"),
        (Option(form="employer_pupil", role_model="коллега – молодой коллега", pairs=1, groups=5, new_enterprises=2),
         "Работодатель – ученик: коллега – молодой коллега", "1 пара, 5 групп по 5, 2 новых предприятия"),
        (Option(form="own", new_enterprises=3), "Собственная форма", ""),
    ],
)  # fmt: skip
def test_an_option_is_named_with_its_pairs_and_groups(option: Option, name: str, units: str) -> None:
    assert name_option(option, REFERENCE) == name
    assert plain(tell_units(option, REFERENCE)) == units


def test_each_option_says_what_it_adds_and_how_many_more_would_do() -> None:
    chosen = (PUPILS, TEACHERS, Option(form="student_pupil"), Option(form="teacher_teacher"))
    results = compute_scenario(Scenario(options=chosen), figure_of(), REFERENCE).options
    assert [plain(tell_added(each, COVERAGE)) for each in results] == ["+40 детей", "не влияет", "", "не влияет"]
    assert [plain(tell_closing(each)) for each in results] == [
        "42 пары или 14 групп", "", "83 пары или 17 групп", "",
    ]  # fmt: skip
    reached = compute_scenario(Scenario(options=chosen), figure_of(numerator=500), REFERENCE).options
    assert {tell_closing(each) for each in reached} == {""}


def test_more_enterprises_than_mentors_are_told() -> None:
    option = Option(form="employer_pupil", pairs=1, new_enterprises=4)
    fine = Option(form="employer_student", pairs=4, new_enterprises=4)
    result = compute_scenario(Scenario(options=(option, fine, PUPILS)), figure_of("enterprise_share"), REFERENCE)
    assert [plain(words) for words in find_oddities(result, REFERENCE)] == [
        "«Работодатель – ученик»: новых предприятий больше, чем наставников, учтено 1 новое предприятие."
    ]


def test_every_assumption_of_a_scenario_is_a_sentence_once() -> None:
    model = REFERENCE.forms.federal[1].role_models[2].label
    chosen = (
        PUPILS,
        Option(form="pupil_pupil", role_model="лидер – последователь", pairs=1),
        Option(form="teacher_teacher", role_model=model, pairs=1),
        Option(form="employer_pupil", pairs=1, new_enterprises=1),
    )
    sentences = list_assumptions(chosen, COVERAGE, REFERENCE)
    terms = REFERENCE.widening.terms
    assert sentences[:3] == (*terms.common, terms.enterprises)
    assert [sentence.partition(". ")[0] for sentence in sentences[3:]] == [
        "Ученик – ученик", f"Учитель – учитель: {model}", "Работодатель – ученик",
    ]  # fmt: skip
    assert all(sentence.endswith(".") for sentence in sentences)
    assert list_assumptions(chosen, REFERENCE.indicator("mentor_satisfaction"), REFERENCE) == (terms.survey,)
    assert list_assumptions((PUPILS,), COVERAGE, REFERENCE)[:-1] == terms.common

"""A figure taken apart adds up to itself."""

import pytest

from cmn_core.analysis.explanation import describe_formula, describe_numerator, describe_whole, explain_figure
from cmn_core.analysis.indicators import compute_indicator
from cmn_core.analysis.parts import select_parts
from tests.analysis.monthly_region import monthly_facts
from tests.analysis.small_region import BOLSHERECHYE, NOVEMBER, TARA, UST_ISHIM, november_facts, plain, small_reference

REFERENCE = small_reference()


def explain(district, code="coverage", subordination=None):
    figure = compute_indicator(november_facts(), REFERENCE, code, NOVEMBER, subordination).of(district)
    parts = select_parts(november_facts(), NOVEMBER, REFERENCE)[district]
    return explain_figure(figure, parts, REFERENCE, subordination)


def test_parts_say_who_gave_how_many():
    explanation = explain(BOLSHERECHYE)
    assert [
        (line.report_id, line.sender, line.scope, line.people, line.organisations) for line in explanation.parts
    ] == [
        (1, "Большереченский", "муниципальные организации", 300, 5),
        (10, "Омская область", "государственные организации", 16, 1),
    ]
    assert sum(line.people for line in explanation.parts) == explanation.figure.numerator
    assert plain(explanation.arithmetic or "") == "316 ÷ 3 160 × 100 = 10,0 %"
    assert explanation.denominator_source == "Росстат"
    assert [double.name for double in explanation.double_named] == ["Большереченский агротехникум"]
    assert {line.note for line in explanation.parts} == {"по данным отчёта, участия"}


def test_a_report_taken_for_one_scope_says_so():
    municipal, of_all = explain(TARA).parts
    assert (municipal.only, municipal.fresh, municipal.people) == (None, True, 120)
    assert (of_all.only, of_all.fresh, of_all.people) == ("государственные организации", False, 30)
    assert of_all.scope == "все организации"


def test_narrowed_and_valueless_figures():
    assert [(line.report_id, line.people) for line in explain(BOLSHERECHYE, subordination="state").parts] == [
        (1, 40),
        (10, 16),
    ]
    assert explain(UST_ISHIM).arithmetic is None
    assert explain(BOLSHERECHYE, "mentee_share").parts == ()


def test_words_come_from_the_reference():
    assert describe_formula(REFERENCE.indicator("coverage")) == (
        "Охват наставничеством, % = дети 10–19 лет, вовлечённые в программы наставничества в любой роли"
        " ÷ дети 10–19 лет × 100"
    )
    assert describe_numerator("expansion", REFERENCE) == (
        "«Привлечено на первую дату» + «Дополнительно наставников» + «Дополнительно наставляемых»"
    )
    assert describe_numerator("monthly", REFERENCE) == "«Вовлечено»"


@pytest.mark.parametrize(
    ("code", "numerator", "whole"),
    [
        (
            "mentee_share", "«Наставляемых 10–19»",
            "«Численность», столбец «Детей 10–19»; если её нет, столбец «Обучающихся 10–19» ежемесячных отчётов"
            " («по контингенту ОО»)",
        ),
        (
            "mentor_share", "«из наставников 15–19»",
            "«Численность», столбец «Молодёжи 15–19»; если её нет, столбец «из обучающихся 15–19» ежемесячных отчётов"
            " («по контингенту ОО»)",
        ),
        (
            "young_teacher_share", "«Молодых специалистов-наставляемых»",
            "«Численность», столбец «Молодых педагогов»; если её нет, столбец «Молодых специалистов» ежемесячных"
            " отчётов («по контингенту ОО»)",
        ),
        (
            "enterprise_share", "разные названия в столбце «Предприятие-партнёр»",
            "«Численность», столбец «Предприятий»; без неё доля не считается",
        ),
        (
            "mentee_satisfaction", "«Удовлетворены, наставляемые»",
            "столбец «Опрошено наставляемых» ежемесячного отчёта",
        ),
        ("mentor_satisfaction", "«Удовлетворены, наставники»", "столбец «Опрошено наставников» ежемесячного отчёта"),
    ],
)  # fmt: skip
def test_columns_of_the_monthly_form(code, numerator, whole):
    assert describe_numerator("monthly", REFERENCE, code) == numerator
    assert describe_numerator("expansion", REFERENCE, code) is None
    assert describe_whole(REFERENCE.indicator(code), REFERENCE) == whole


@pytest.mark.parametrize(
    ("code", "arithmetic", "survey", "people", "note"),
    [
        ("coverage", "312 ÷ 3 000 × 100 = 10,4 %", "", 312, "повторы между организациями не исключены"),
        ("mentor_share", "30 ÷ 1 200 × 100 = 2,5 %", "", 30, "повторы между организациями не исключены"),
        ("enterprise_share", "5 ÷ 200 × 100 = 2,5 %", "", 5, ""),
        (
            "mentee_satisfaction", "75 ÷ 120 × 100 = 62,5 %",
            "опрос, оценка 7 и выше, ответили 120 на 290 участий (41,4 %)", 75,
            "повторы между организациями не исключены",
        ),
    ],
)  # fmt: skip
def test_a_monthly_figure_taken_apart(code, arithmetic, survey, people, note):
    figure = compute_indicator(monthly_facts(), REFERENCE, code, NOVEMBER).of(TARA)
    explanation = explain_figure(figure, select_parts(monthly_facts(), NOVEMBER, REFERENCE)[TARA], REFERENCE)
    assert plain(explanation.arithmetic or "") == arithmetic
    assert plain(explanation.survey) == survey
    (line,) = explanation.parts
    assert (line.layout, line.people, line.note, line.organisations) == ("Ежемесячный отчёт", people, note, 9)
    assert line.columns == describe_numerator("monthly", REFERENCE, code)

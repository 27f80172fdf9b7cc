"""A figure taken apart adds up to itself."""

from cmn_core.analysis.explanation import describe_formula, describe_numerator, explain_figure
from cmn_core.analysis.indicators import compute_indicator
from cmn_core.analysis.parts import select_parts
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
    assert describe_numerator("monthly", REFERENCE) is None

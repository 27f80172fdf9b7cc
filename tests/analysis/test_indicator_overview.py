"""What «Показатели» says of one indicator and of all of them, worked by hand."""

from dataclasses import replace

import pytest

from cmn_core.analysis.all_indicators import compute_all_indicators
from cmn_core.analysis.explanation import region_arithmetic
from cmn_core.analysis.figure import Figure
from cmn_core.analysis.indicator_overview import (
    compute_indicator_overview,
    organisations_finding,
    trend_finding,
)
from cmn_core.analysis.indicators import compute_indicator
from cmn_core.period import Period
from tests.analysis.monthly_region import monthly, monthly_facts, stated
from tests.analysis.small_region import (
    NOVEMBER,
    OCTOBER,
    TARA,
    UST_ISHIM,
    november_facts,
    people,
    plain,
    report,
    small_reference,
    year_facts,
)

REFERENCE = small_reference()


def overview(code="mentee_share", facts=None, period=NOVEMBER, subordination=None):
    return compute_indicator_overview(facts or monthly_facts(), REFERENCE, code, period, subordination)


def test_findings_of_an_indicator():
    told = overview()
    assert plain(told.finding) == "План 2020 года по наставляемым достигли 2 из 5 муниципалитетов"
    assert plain(told.region) == "Область выполняет план по наставляемым: 17,6 % при плане 10 %"
    assert plain(told.lacking) == "Больше всего до плана по наставляемым не хватает: Тарский — 60 детей"
    assert [plain(note) for note in told.notes] == [
        "У 2 нет данных или численности",
        "Свежие ежемесячные отчёты у 2 из 5 муниципалитетов; по прежним отчётам: Горьковский (на 01.11.2020);"
        " нет: Усть-Ишимский, г. Омск",
        "Сумма недостач по муниципалитетам ниже плана — 60 детей в 1 муниципалитете; своя недостача области считается"
        " по её суммам",
        "Повторы между организациями не исключены",
    ]


def test_months_and_lines():
    told = overview()
    assert [month.region.period for month in told.months] == [Period(2020, month) for month in range(1, 12)]
    region, tara = told.lines([TARA])
    assert (region[-1], tara[-1]) == (told.figures.region, told.figures.of(TARA))
    assert told.lagging(3) == (TARA,)
    # Where nobody lacks, those with data are offered.
    fulfilled = year_facts((monthly(1, TARA),), (stated(1, TARA, mentees=20, pupils_10_19=100),))
    assert overview(facts=fulfilled).lagging(3) == (TARA,)


def test_without_a_report_there_is_no_data_and_a_sentence():
    told = overview(facts=november_facts())
    assert not told.has_data
    assert plain(told.finding) == (
        "По наставляемым нет данных за ноябрь 2020: показатель считается по ежемесячным отчётам"
    )
    assert (told.region, told.lagging(3)) == ("", ())


def test_a_trend_tells_its_ends():
    assert plain(trend_finding(overview().lines(())[0], REFERENCE)) == (
        "Наставляемые 10–19 лет, Омская область: октябрь — 10,0 %, ноябрь — 17,6 % при плане 10 %"
    )
    once = overview("mentor_satisfaction").lines(())[0]
    assert plain(trend_finding(once, REFERENCE)) == (
        "Удовлетворённость наставников, Омская область: ноябрь — 48,0 % при плане 50 %"
    )
    never = overview(facts=november_facts()).lines(())[0]
    assert trend_finding(never, REFERENCE) == "Наставляемые 10–19 лет, Омская область: доли за 2020 год ещё нет"


def school(number: int, people: int, whole: int | None, **changes) -> Figure:
    figure = compute_indicator(monthly_facts(), REFERENCE, "mentee_share", NOVEMBER).of(TARA)
    value = None if not whole else people * 100 / whole
    told = replace(figure, organisation=f"Школа {number}", numerator=people, denominator=whole, value_pct=value)
    return replace(told, **changes)


@pytest.mark.parametrize(
    ("code", "figures", "finding"),
    [
        ("mentee_share", (school(1, 10, 100), school(2, 9, 100), school(3, 5, 0)),
         "Тарский: план по наставляемым выполняют 1 из 2 организаций"),
        ("mentee_share", (), "Тарский: по наставляемым нет данных об организациях"),
        ("coverage", (school(1, 10, None), school(2, 1, None)),
         "Тарский: 2 организации, доля не считается: форма расширения не называет контингента"),
        ("mentee_satisfaction", (school(1, 0, 0),),
         "Тарский: 1 организация, доля не считается: нет ответивших на опрос"),
        ("mentee_share", (school(1, 10, 100, target_pct=None),),
         "Тарский: 1 организация, план 2020 года по наставляемым не задан"),
        ("enterprise_share", (),
         "Тарский: предприятия считаются по муниципалитету в целом, у организации своей доли нет"),
    ],
)  # fmt: skip
def test_organisations_against_their_own_contingent(code, figures, finding):
    assert plain(organisations_finding(figures, "Тарский", REFERENCE.indicator(code))) == finding


def test_the_regions_formula_with_its_sums():
    figures = overview("mentor_share").figures
    assert plain(region_arithmetic(figures, REFERENCE)) == (
        "Омская область: 37 ÷ 1 600 × 100 = 2,3 %, суммы по 2 муниципалитетам"
    )
    assert region_arithmetic(overview(facts=november_facts()).figures, REFERENCE) == ""


def test_all_indicators_together():
    told = compute_all_indicators(monthly_facts(), REFERENCE, NOVEMBER)
    assert list(told.figures) == [indicator.code for indicator in REFERENCE.indicators]
    assert plain(told.finding) == (
        "Область выполняет план по 6 из 7 показателей; ниже плана: удовлетворённость наставников"
    )
    assert "данные на 01.12.2020" in told.subtitle
    expansion = compute_all_indicators(november_facts(), REFERENCE, NOVEMBER)
    assert plain(expansion.finding) == "Область выполняет план по 1 из 7 показателей"
    assert "наставляемые 10–19 лет" in expansion.notes[0]
    nothing = compute_all_indicators(year_facts(()), REFERENCE, NOVEMBER)
    assert not nothing.has_data
    later = compute_all_indicators(
        year_facts((monthly(1, TARA, Period(2025, 3)),), (stated(1, TARA, mentees=1),), year=2025),
        REFERENCE,
        Period(2025, 3),
    )
    assert later.finding == "Область: планы 2025 года по показателям не заданы"


def test_a_scope_without_organisations_makes_no_zero():
    """November's form is municipal; October's monthly report names no state organisation to speak for."""
    facts = year_facts(
        (monthly(1, TARA, OCTOBER), report(2, TARA, "municipal", NOVEMBER), monthly(3, UST_ISHIM, OCTOBER)),
        (stated(1, TARA, mentees=40, involved=50), people(2, TARA, (60, 0, 0)), stated(3, UST_ISHIM)),
    )
    figures = compute_indicator(facts, REFERENCE, "mentee_share", NOVEMBER)
    assert (figures.of(TARA).numerator, figures.of(TARA).as_of) == (None, None)
    # A whole report that states nobody is another thing: its 0 was said.
    assert figures.of(UST_ISHIM).numerator == 0

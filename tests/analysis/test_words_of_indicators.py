"""Every sentence says of each indicator what is counted, of what, and what is missing."""

import pytest

from cmn_core.analysis import commentary
from cmn_core.analysis.change_commentary import describe_changes
from cmn_core.analysis.changes import compute_changes
from cmn_core.analysis.figure_marks import describe_over_whole, describe_repeats, describe_source
from cmn_core.analysis.figure_words import describe_value
from cmn_core.analysis.indicators import compute_indicator, compute_organisation_figures
from cmn_core.analysis.parts import select_parts
from cmn_core.intake.people_counts import PeopleCounts
from cmn_core.store.facts import OrganisationFacts
from tests.analysis.monthly_region import monthly, monthly_facts, stated
from tests.analysis.small_region import (
    BOLSHERECHYE,
    GORKOVSKOYE,
    NOVEMBER,
    OCTOBER,
    OMSK,
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
REPEATS = "повторы между организациями не исключены"


def figures_of(code, facts=None, subordination=None, period=NOVEMBER):
    return compute_indicator(facts or monthly_facts(), REFERENCE, code, period, subordination)


@pytest.mark.parametrize(
    ("code", "district", "finding"),
    [
        (
            "mentee_share", TARA,
            "До плана Тарского района по наставляемым не хватает 60 детей: 8,0 % при плане 10 %",
        ),
        (
            "mentor_share", GORKOVSKOYE,
            "До плана Горьковского района по наставникам не хватает 1 человека: 1,8 % при плане 2 %,"
            " по отчёту на 01.11.2020",
        ),
        (
            "mentor_share", BOLSHERECHYE,
            "Большереченский: наставники 15–19 лет — 3 человека; доля не считается:"
            " молодёжь 15–19 лет — 0, по контингенту ОО",
        ),
        (
            "young_teacher_share", GORKOVSKOYE,
            "До плана Горьковского района по молодым педагогам не хватает 1 педагога: 0,0 % при плане 10 %,"
            " по отчёту на 01.11.2020",
        ),
        ("enterprise_share", TARA, "План Тарского района по предприятиям-партнёрам выполнен: 2,5 % при плане 2 %"),
        (
            "enterprise_share", GORKOVSKOYE,
            "Горьковский: предприятия-партнёры — 2 предприятия; доля не посчитана: нет числа предприятий,"
            " по отчёту на 01.11.2020",
        ),
        (
            "mentee_satisfaction", BOLSHERECHYE,
            "До плана Большереченского района по удовлетворённости наставляемых не хватает 5 человек:"
            " 40,0 % при плане 50 %",
        ),
        (
            "mentee_satisfaction", GORKOVSKOYE,
            "Горьковский: удовлетворённость наставляемых — 0 человек; доля не считается: на опрос никто не ответил,"
            " по отчёту на 01.11.2020",
        ),
        (
            "mentee_share", UST_ISHIM,
            "Усть-Ишимский: по наставляемым нет данных за ноябрь 2020: показатель считается по ежемесячным отчётам",
        ),
        ("coverage", OMSK, "Г. Омск: по охвату нет данных за ноябрь 2020"),
        (
            "coverage", BOLSHERECHYE,
            "План Большереченского района по охвату выполнен: 120,0 % при плане 10 %; больше 100 %, проверьте отчёт",
        ),
    ],
)  # fmt: skip
def test_finding_of_a_municipality(code, district, finding):
    assert plain(commentary.district_finding(figures_of(code).of(district), REFERENCE)) == finding


@pytest.mark.parametrize(
    ("code", "finding"),
    [
        ("young_teacher_share", "Область выполняет план по молодым педагогам: 10,0 % при плане 10 %"),
        ("enterprise_share", "Область выполняет план по предприятиям-партнёрам: 2,5 % при плане 2 %"),
        (
            "mentor_satisfaction",
            "Области не хватает 1 человека до плана по удовлетворённости наставников: 48,0 % при плане 50 %",
        ),
    ],
)
def test_finding_of_the_region(code, finding):
    assert plain(commentary.region_finding(figures_of(code).region, REFERENCE)) == finding


def test_how_many_reached_and_why_it_cannot_be_told():
    tail = "достигли 2 из 5 муниципалитетов; у 3 нет данных или числа предприятий"
    assert plain(commentary.reached_finding(figures_of("enterprise_share"), REFERENCE)) == (
        f"План 2020 года по предприятиям-партнёрам {tail}"
    )
    assert plain(commentary.reached_finding(figures_of("mentor_satisfaction"), REFERENCE)) == (
        "План 2020 года по удовлетворённости наставников не достиг ни один муниципалитет;"
        " у 4 из 5 муниципалитетов нет данных или ответивших на опрос"
    )


def test_units_of_those_left_out():
    assert plain(commentary.left_out_sentence(figures_of("mentor_share").region, REFERENCE) or "") == (
        "Ещё 3 чел. в 1 муниципалитете без численности: Большереченский"
    )
    assert plain(commentary.left_out_sentence(figures_of("enterprise_share").region, REFERENCE) or "") == (
        "Ещё 2 предприятия в 1 муниципалитете без числа предприятий: Горьковский"
    )


def test_freshness_names_the_report_that_feeds_the_indicator():
    figures = figures_of("mentee_share")
    assert plain(commentary.freshness_sentence(figures, reference=REFERENCE)) == (
        "Свежие ежемесячные отчёты у 2 из 5 муниципалитетов; по прежним отчётам: Горьковский (на 01.11.2020);"
        " нет: Усть-Ишимский, г. Омск"
    )
    assert commentary.district_freshness(figures.of(UST_ISHIM), REFERENCE) == "Ежемесячного отчёта за ноябрь 2020 нет"
    coverage = figures_of("coverage")
    assert commentary.freshness_sentence(coverage, reference=REFERENCE) == commentary.freshness_sentence(coverage)
    silent = figures_of("mentee_share", november_facts())
    assert commentary.freshness_sentence(silent, reference=REFERENCE) == (
        "Нет ежемесячных отчётов за ноябрь 2020 и за прежние месяцы, которыми его можно заменить"
    )


@pytest.mark.parametrize(
    ("code", "district", "source"),
    [
        ("coverage", TARA, "численность: Росстат"),
        ("coverage", GORKOVSKOYE, "численность по контингенту ОО"),
        ("enterprise_share", TARA, "число предприятий: Росстат"),
        ("enterprise_share", GORKOVSKOYE, ""),
        ("mentee_satisfaction", TARA, "опрос, оценка 7 и выше, ответили 120 на 290 участий (41,4 %)"),
        ("mentee_satisfaction", BOLSHERECHYE, "опрос, оценка 8 и выше, ответили 50 на 480 участий (10,4 %)"),
        ("mentee_satisfaction", GORKOVSKOYE, ""),
    ],
)
def test_the_whole_and_its_source(code, district, source):
    indicator, figure = REFERENCE.indicator(code), figures_of(code).of(district)
    assert plain(describe_source(figure, indicator)) == source
    assert plain(commentary.figure_subtitle(figure, REFERENCE)).endswith(source or f"план 2020 года — {_plan(code)}")


def _plan(code):
    return f"{REFERENCE.indicator(code).target_pct(2020)} %"


def test_a_figure_shown_large():
    survey = REFERENCE.indicator("mentee_satisfaction")
    words = describe_value(figures_of(survey.code).of(TARA), survey, None, OCTOBER)
    assert plain(words.whole) == (
        "75 из 120 (ответившие на опрос наставляемые); опрос, оценка 7 и выше, ответили 120 на 290 участий (41,4 %)"
    )
    assert (plain(words.plan), words.mark) == ("план 50 % выполнен", REPEATS)
    enterprises = REFERENCE.indicator("enterprise_share")
    alone = describe_value(figures_of(enterprises.code).of(GORKOVSKOYE), enterprises, None, OCTOBER)
    assert (plain(alone.value), alone.whole, alone.mark) == ("2 предприятия", "", "")


def test_how_far_people_may_repeat():
    coverage = REFERENCE.indicator("coverage")
    figures = figures_of("coverage")
    assert describe_repeats(figures.of(TARA), coverage) == REPEATS
    assert describe_repeats(figures.of(UST_ISHIM), coverage) == "по данным отчёта, участия"
    assert describe_repeats(figures.region, coverage) == f"{REPEATS}, из отчётов о расширении — участия"
    assert describe_repeats(figures.of(OMSK), coverage) == ""
    enterprises = REFERENCE.indicator("enterprise_share")
    assert describe_repeats(figures_of("enterprise_share").of(TARA), enterprises) == ""
    assert describe_repeats(figures_of("enterprise_share").region, enterprises) == (
        "предприятие считается один раз в каждом муниципалитете, где дало наставников"
    )


def test_within_an_organisation_nobody_repeats():
    parts = select_parts(monthly_facts(), NOVEMBER, REFERENCE)
    facts = OrganisationFacts(1, "ОО 1", "school", "municipal", 1, PeopleCounts(involved=5, pupils_10_19=4), 1)
    (school,) = compute_organisation_figures([facts], parts, REFERENCE, "coverage", NOVEMBER, TARA)
    assert describe_repeats(school, REFERENCE.indicator("coverage")) == ""
    assert describe_over_whole(school) == "больше 100 %, проверьте отчёт"


def test_what_dropped_out_when_an_expansion_form_followed_a_monthly_report():
    facts = year_facts(
        (monthly(1, TARA, OCTOBER), report(2, TARA, "all", NOVEMBER)),
        (stated(1, TARA, mentees=9), people(2, TARA, (12, 0, 0))),
    )
    changes = compute_changes(figures_of("mentee_share", facts, period=OCTOBER), figures_of("mentee_share", facts))
    assert [plain(sentence) for sentence in describe_changes(changes, REFERENCE)] == [
        "Больше не учитываются, ежемесячный отчёт старше 3 месяцев или после него пришёл отчёт о расширении: Тарский."
    ]


def test_a_scope_that_left_with_its_report_is_no_fall():
    facts = year_facts(
        (monthly(1, TARA, OCTOBER), report(2, TARA, "state", NOVEMBER)),
        (
            stated(1, TARA, mentees=9),
            stated(1, TARA, subordination="state", mentees=4),
            people(2, TARA, (12, 0, 0), subordination="state"),
        ),
    )
    changes = compute_changes(figures_of("mentee_share", facts, period=OCTOBER), figures_of("mentee_share", facts))
    assert changes.fell == ()


@pytest.mark.parametrize("code", [indicator.code for indicator in REFERENCE.indicators if indicator.code != "coverage"])
@pytest.mark.parametrize("subordination", [None, "municipal", "state"])
def test_no_sentence_speaks_of_coverage_for_another_indicator(code, subordination):
    before, figures = (figures_of(code, subordination=subordination, period=period) for period in (OCTOBER, NOVEMBER))
    sentences = [
        commentary.region_finding(figures.region, REFERENCE, subordination),
        commentary.reached_finding(figures, REFERENCE),
        commentary.lagging_finding(figures, REFERENCE),
        commentary.left_out_sentence(figures.region, REFERENCE),
        commentary.freshness_sentence(figures, reference=REFERENCE),
        *(commentary.district_finding(figure, REFERENCE, subordination) for figure in figures.districts),
        *(commentary.figure_subtitle(figure, REFERENCE) for figure in figures.districts),
        *describe_changes(compute_changes(before, figures), REFERENCE),
    ]
    text = " ".join(filter(None, sentences)).lower()
    assert "охват" not in text
    assert "None" not in text
    assert ("детей" in text) is (code == "mentee_share")

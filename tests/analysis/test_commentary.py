"""Findings in words: endings, units, and nothing that the figures do not tell."""

from dataclasses import replace

import pytest

from cmn_core.analysis import commentary
from cmn_core.analysis.indicators import compute_indicator
from cmn_core.period import Period
from tests.analysis.small_region import (
    BOLSHERECHYE,
    GORKOVSKOYE,
    NOVEMBER,
    OMSK,
    TARA,
    UST_ISHIM,
    children,
    november_facts,
    people,
    plain,
    report,
    small_reference,
    year_facts,
)

REFERENCE = small_reference()


def coverage(facts, period=NOVEMBER, subordination=None):
    return compute_indicator(facts, REFERENCE, "coverage", period, subordination)


def one_district(count, whole=1000, year=2020):
    """Facts of Тарский alone."""
    period = Period(year, 11)
    return year_facts(
        (report(1, TARA, "municipal", period),), (people(1, TARA, (count, 0, 0)),), (children(TARA, whole, year=year),),
        year=year,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("count", "finding"),
    [
        (104, "Область выполняет план по охвату: 10,4 % при плане 10 %"),
        (100, "Область выполняет план по охвату: 10,0 % при плане 10 %"),
        (99, "Области не хватает 1 ребёнка до плана по охвату: 9,9 % при плане 10 %"),
        (98, "Области не хватает 2 детей до плана по охвату: 9,8 % при плане 10 %"),
        (79, "Области не хватает 21 ребёнка до плана по охвату: 7,9 % при плане 10 %"),
        (0, "Области не хватает 100 детей до плана по охвату: 0,0 % при плане 10 %"),
    ],
)
def test_region_against_the_plan(count, finding):
    assert plain(commentary.region_finding(coverage(one_district(count)).region, REFERENCE)) == finding


def test_region_that_just_misses_is_never_printed_as_the_plan():
    region = coverage(one_district(996, 10000)).region
    assert plain(commentary.region_finding(region, REFERENCE)) == (
        "Области не хватает 4 детей до плана по охвату: 9,96 % при плане 10 %"
    )


def test_region_without_plan_value_or_data():
    later = coverage(one_district(104, year=2025), Period(2025, 11)).region
    assert (
        plain(commentary.region_finding(later, REFERENCE)) == "Охват наставничеством — 10,4 %; план 2025 года не задан"
    )
    uncounted = coverage(replace(november_facts(), population=())).region
    assert plain(commentary.region_finding(uncounted, REFERENCE)) == (
        "Охват наставничеством — 1 271 ребёнок; доля не посчитана: нет численности (дети 10–19 лет)"
    )
    narrowed = coverage(november_facts(), subordination="state").region
    assert plain(commentary.region_finding(narrowed, REFERENCE, "state")) == (
        "Охват наставничеством — 86 детей; доля не считается:"
        " «Численность» не делится на муниципальные и государственные организации"
    )
    nothing = coverage(year_facts(())).region
    assert commentary.region_finding(nothing, REFERENCE) == "По охвату нет данных за ноябрь 2020"


@pytest.mark.parametrize(
    ("district", "finding"),
    [
        (BOLSHERECHYE, "План Большереченского района по охвату выполнен: 10,0 % при плане 10 %"),
        (
            GORKOVSKOYE,
            "До плана Горьковского района по охвату не хватает 10 детей: 9,0 % при плане 10 %, по отчёту на 01.10.2020",
        ),
        (
            UST_ISHIM,
            "Усть-Ишимский: охват наставничеством — 55 детей; доля не посчитана: нет численности (дети 10–19 лет)",
        ),
        (
            OMSK,
            "План города Омска по охвату выполнен: 110,0 % при плане 10 %; больше 100 %, проверьте отчёт и численность",
        ),
    ],
)
def test_district_finding(district, finding):
    assert plain(commentary.district_finding(coverage(november_facts()).of(district), REFERENCE)) == finding


def test_how_many_reached():
    figures = coverage(november_facts())
    assert plain(commentary.reached_finding(figures, REFERENCE)) == (
        "План 2020 года по охвату достигли 2 из 5 муниципалитетов; у 1 нет данных или численности"
    )
    assert plain(commentary.reached_finding(coverage(one_district(100)), REFERENCE)) == (
        "План 2020 года по охвату достиг 1 из 5 муниципалитетов; у 4 нет данных или численности"
    )
    assert plain(commentary.reached_finding(coverage(one_district(99)), REFERENCE)) == (
        "План 2020 года по охвату не достиг ни один муниципалитет; у 4 из 5 муниципалитетов нет данных или численности"
    )
    assert commentary.reached_finding(coverage(one_district(1, year=2025), Period(2025, 11)), REFERENCE) == (
        "План 2025 года по охвату не задан"
    )
    assert commentary.reached_finding(coverage(year_facts(())), REFERENCE) == (
        "План 2020 года по охвату сравнить не с чем: у муниципалитетов нет данных или численности"
    )


@pytest.mark.parametrize(
    ("count", "finding"), [(10, "достигли все 5 муниципалитетов"), (1, "не достиг ни один из 5 муниципалитетов")]
)
def test_all_or_none_reached(count, finding):
    districts = [district.oktmo for district in REFERENCE.region.districts]
    facts = year_facts(
        tuple(report(place, oktmo, "municipal", NOVEMBER) for place, oktmo in enumerate(districts)),
        tuple(people(place, oktmo, (count, 0, 0)) for place, oktmo in enumerate(districts)),
        tuple(children(oktmo, 100) for oktmo in districts),
    )
    figures = coverage(facts)
    assert plain(commentary.reached_finding(figures, REFERENCE)) == f"План 2020 года по охвату {finding}"
    assert plain(commentary.freshness_sentence(figures)) == "Свежие отчёты у всех 5 муниципалитетов"
    assert (commentary.lagging_finding(figures, REFERENCE) is None) == (count == 10)


def test_who_lags_and_the_sum_of_municipal_gaps():
    figures = coverage(november_facts())
    assert plain(commentary.lagging_finding(figures, REFERENCE) or "") == (
        "Больше всего до плана по охвату не хватает: Тарский — 150 детей, Горьковский — 10 детей"
    )
    assert plain(commentary.district_gaps_sentence(figures, REFERENCE) or "") == (
        "Сумма недостач по муниципалитетам ниже плана — 160 детей в 2 муниципалитетах;"
        " своя недостача области считается по её суммам"
    )
    assert commentary.district_gaps_sentence(coverage(one_district(100)), REFERENCE) is None


def test_freshness():
    assert plain(commentary.freshness_sentence(coverage(november_facts()))) == (
        "Свежие отчёты у 3 из 5 муниципалитетов; по прежним отчётам:"
        " Горьковский (на 01.10.2020), Тарский (на 01.11.2020)"
    )
    assert plain(commentary.freshness_sentence(coverage(one_district(1)), most=2)) == (
        "Свежие отчёты у 1 из 5 муниципалитетов; нет: Большереченский, Горьковский и ещё 2"
    )
    assert commentary.freshness_sentence(coverage(year_facts(()))) == (
        "Нет отчётов за ноябрь 2020 и за прежние месяцы, которыми его можно заменить"
    )


def test_left_out_and_over_the_whole():
    figures = coverage(november_facts())
    assert plain(commentary.left_out_sentence(figures.region, REFERENCE) or "") == (
        "Ещё 55 чел. в 1 муниципалитете без численности: Усть-Ишимский"
    )
    assert commentary.left_out_sentence(coverage(one_district(1)).region, REFERENCE) is None
    assert plain(commentary.over_whole_sentence(figures) or "") == (
        "Больше 100 %, проверьте отчёт и численность: г. Омск — 110,0 %"
    )
    assert commentary.over_whole_sentence(coverage(one_district(1))) is None


def test_subtitle_names_measure_date_plan_and_source():
    figures = coverage(november_facts())
    title = "Доля детей 10–19 лет, вовлечённых в программы наставничества в любой роли, %"
    assert plain(commentary.figure_subtitle(figures.region, REFERENCE)) == (
        f"{title}; на 23.11.2020; план 2020 года — 10 %; численность: Росстат"
    )
    assert plain(commentary.figure_subtitle(figures.of(UST_ISHIM), REFERENCE)) == (
        "Дети 10–19 лет, вовлечённые в программы наставничества в любой роли; на 23.11.2020; план 2020 года — 10 %"
    )

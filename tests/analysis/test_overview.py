"""The first screen's values: the title's number, the figure's words, who lags, what changed, whose data are fresh."""

import pytest

from cmn_core.analysis.overview import compute_overview
from tests.analysis.small_region import AUGUST, NOVEMBER, november_facts, plain, small_reference, year_facts

REFERENCE = small_reference()


def overview(facts=None, period=NOVEMBER, subordination=None):
    return compute_overview(facts or november_facts(), REFERENCE, "coverage", period, subordination)


def test_the_title_keeps_the_number_and_the_rest_stands_under_the_map():
    told = overview()
    assert plain(told.finding) == "План 2020 года по охвату достигли 2 из 5 муниципалитетов"
    assert [plain(note) for note in told.notes] == [
        "У 1 нет данных или численности",
        "Ещё 55 чел. в 1 муниципалитете без численности: Усть-Ишимский",
        "Больше 100 %, проверьте отчёт и численность: г. Омск — 110,0 %",
        "Сумма недостач по муниципалитетам ниже плана — 160 детей в 2 муниципалитетах; "
        "своя недостача области считается по её суммам",
    ]


def test_the_figure_names_value_plan_change_and_whole():
    # November 1 216 ÷ 7 760 = 15,67 %; October 90 + 130 of 4 000 = 5,5 %.
    words = overview().words
    assert plain(words.value) == "15,7 %"
    assert words.reached is True
    assert plain(words.plan) == "план 10 % выполнен"
    assert plain(words.change) == "+10,2 п. п. к октябрю 2020"
    assert plain(words.whole) == "1 216 из 7 760 (дети 10–19 лет)"


def test_those_who_lack_stand_by_the_people_they_lack():
    told = overview()
    assert [(figure.name, figure.gap_people) for figure in told.lagging] == [("Тарский", 150), ("Горьковский", 10)]
    assert told.lagging_note == ""


def test_changes_leave_the_regions_own_to_its_figure():
    assert [plain(sentence) for sentence in overview().changes] == [
        "План достигли ещё 2 муниципалитета: Большереченский, г. Омск.",
        "Появились данные ещё у 3 муниципалитетов: Большереченский, Усть-Ишимский, г. Омск.",
    ]


def test_freshness_is_a_number_and_the_names():
    head, rest = overview().freshness
    assert plain(head) == "Свежие отчёты у 3 из 5 муниципалитетов"
    assert plain(rest) == "По прежним отчётам: Горьковский (на 01.10.2020), Тарский (на 01.11.2020)"


def test_state_organisations_have_people_and_no_share():
    # Большереченский 40 of its own report and 60 − 44 of the region's form, Тарский 30.
    told = overview(subordination="state")
    assert plain(told.finding) == "Охват наставничеством — 86 детей"
    assert plain(told.notes[0]).startswith("Доля не считается: «Численность» не делится")
    assert plain(told.words.value) == "86 детей"
    assert told.words.reached is None
    assert told.subtitle.endswith("; государственные организации")
    assert told.lagging == ()
    assert "не делится" in told.lagging_note


def test_a_month_without_reports_says_so_and_nobody_lags():
    told = overview(period=AUGUST)
    assert not told.has_data
    assert plain(told.finding) == "По охвату нет данных за август 2020"
    assert (told.words.value, told.words.change, told.words.whole) == ("нет данных", "", "")
    assert told.lagging_note == "Нехватка не считается: нет отчётов или численности."


@pytest.mark.parametrize("year", [2019, 2031])
def test_a_year_without_a_plan_has_no_gap(year):
    told = overview(year_facts((), year=year), period=NOVEMBER.__class__(year, 11))
    assert told.words.plan == "план не задан"
    assert told.lagging_note == f"План {year} года не задан, нехватка не считается."

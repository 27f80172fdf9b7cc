"""A small district from its stored report to every figure, worked by hand in `tests/store/small_district.py`."""

from pathlib import Path

import pytest

from cmn_core.analysis.figure import IndicatorFigures
from cmn_core.analysis.figure_marks import describe_response
from cmn_core.analysis.indicator_standings import list_district_standings, list_region_standings
from cmn_core.analysis.indicators import compute_indicators
from cmn_core.analysis.ratio_commentary import ratio_subtitle
from cmn_core.analysis.ratios import compute_ratios
from cmn_core.period import Period
from cmn_core.reference import shipped_reference
from cmn_core.store.facts_reading import read_year_facts
from tests.analysis.small_region import plain
from tests.store.made_readings import NOVEMBER, OMSK, TARA, decide, open_file, row, save
from tests.store.small_district import save_small_district

REFERENCE = shipped_reference()


@pytest.fixture
def facts(tmp_path: Path):
    """Тара by the monthly form, Омск by an expansion form of the same month."""
    database = open_file(tmp_path)
    save_small_district(database)
    save(database, [row("Лицей", (50, 3, 9), "Путь", "pupil_pupil")], decide(OMSK), content=b"omsk")
    return read_year_facts(database, 2020)


@pytest.fixture
def figures(facts) -> dict[str, IndicatorFigures]:
    return compute_indicators(facts, REFERENCE, NOVEMBER)


@pytest.mark.parametrize(
    ("code", "numerator", "denominator", "gap", "reached"),
    [
        ("coverage", 42, 400, 0, True),
        ("mentee_share", 32, 400, 8, False),
        ("mentor_share", 4, 200, 0, True),
        ("young_teacher_share", 1, 10, 0, True),
        ("enterprise_share", 2, None, None, None),
        ("mentee_satisfaction", 10, 21, 1, False),
        ("mentor_satisfaction", 4, 5, 0, True),
    ],
)
def test_every_indicator_of_a_small_district(figures, code, numerator, denominator, gap, reached):
    figure = figures[code].of(TARA)
    assert (figure.numerator, figure.denominator, figure.gap_people, figure.reached) == (
        numerator, denominator, gap, reached,
    )  # fmt: skip


def test_who_answered_stands_beside_who_was_asked(figures):
    told = {code: plain(describe_response(each.of(TARA))) for code, each in figures.items()}
    assert told["mentee_satisfaction"] == "ответили 21 на 50 участий (42,0 %)"
    assert told["mentor_satisfaction"] == "ответили 5 на 10 участий (50,0 %)"
    assert told["coverage"] == ""


def test_standings_of_the_district_say_what_is_lacking(figures):
    told = [
        (each.code, plain(each.value), plain(each.told)) for each in list_district_standings(figures, TARA, REFERENCE)
    ]
    assert told == [
        ("coverage", "10,5 %", "план выполнен"),
        ("mentee_share", "8,0 %", "не хватает 8 чел."),
        ("mentor_share", "2,0 %", "план выполнен"),
        ("young_teacher_share", "10,0 %", "план выполнен"),
        ("enterprise_share", "2 предприятия", ""),
        ("mentee_satisfaction", "47,6 %", "не хватает 1 чел."),
        ("mentor_satisfaction", "80,0 %", "план выполнен"),
    ]


def test_standings_of_the_region_say_who_reached_and_whose_reports_are_fresh(figures):
    told = {
        each.code: (plain(each.value), plain(each.plan), plain(each.told))
        for each in list_region_standings(figures, REFERENCE)
    }
    # Омск's expansion form feeds coverage alone, and nobody states its children.
    assert told["coverage"] == ("10,5 %", "план 10 %", "достиг 1 из 33, свежих 2")
    assert told["mentee_share"] == ("8,0 %", "план 10 %", "достигли 0 из 33, свежих 1")


def test_a_year_without_targets_tells_freshness_alone(facts):
    figures = compute_indicators(facts, REFERENCE, Period(2031, 11))
    (first, *_) = list_region_standings(figures, REFERENCE)
    assert (first.value, first.plan, first.reached, first.told) == (
        "нет данных", "план не задан", None, "свежих 0 из 33",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("measure", "tara", "region"),
    [
        ("programmes", [2, 2, 1], [3, 2, 1]),
        ("mentees", [25, 18, 7], [34, 18, 7]),
        ("organisations", [1, 2, 1], [2, 2, 1]),
    ],
)
def test_ratios_of_a_monthly_and_of_a_mixed_month(facts, measure, tara, region):
    ratios = compute_ratios(facts, REFERENCE, NOVEMBER, measure)
    for shares, counts in ((ratios.of(TARA), tara), (ratios.region, region)):
        told = {form: count for form, count in shares.counts.items() if count}
        assert told == dict(zip(("pupil_pupil", "employer_pupil", "own"), counts, strict=True))
    assert ratios.region.unassigned == 0


def test_the_mentees_subtitle_says_whose_mentees_are_which(facts):
    ratios = compute_ratios(facts, REFERENCE, NOVEMBER, "mentees")
    told = [plain(ratio_subtitle(shares, "mentees")) for shares in (ratios.of(TARA), ratios.of(OMSK), ratios.region)]
    assert [words.split("; всего")[0] for words in told] == [
        "Доля наставляемых по формам, %: «Наставляемых» в программах, участия",
        "Доля наставляемых по формам, %: вовлечённые дополнительно",
        "Доля наставляемых по формам, %: из ежемесячных отчётов — «Наставляемых» в программах, участия; "
        "из отчётов о расширении — вовлечённые дополнительно",
    ]
    assert "всего 59; 3 организации" in told[2]


def test_a_month_without_reports_explains_no_mentees(facts):
    shares = compute_ratios(facts, REFERENCE, Period(2020, 3), "mentees").region
    assert ratio_subtitle(shares, "mentees") == "Доля наставляемых по формам, %"

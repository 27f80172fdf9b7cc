from decimal import Decimal

import pytest

from cmn_core.analysis.figure import IndicatorFigures
from cmn_core.charts.contrast import WHITE
from cmn_core.charts.look import PAGE, PHONE, SLIDE, Look
from cmn_core.charts.months import build_months_chart
from cmn_core.reference import Reference
from cmn_core.wording import NBSP

from .drawn import plot_size, rows_of, texts_of, words_of
from .sample_figures import make_months

PEOPLE = (60, 94, 120, 170, 170, 212)  # June … November of 2 000 children: 3,0 … 10,6 %


def test_values_stand_over_their_months_up_to_december(reference: Reference) -> None:
    chart = build_months_chart(make_months(PEOPLE), reference)
    texts = texts_of(chart)
    assert texts[:6] == [f"{value}{NBSP}%" for value in ("3,0", "4,7", "6,0", "8,5", "8,5", "10,6")]
    assert texts[6:13] == ["июн", "июл", "авг", "сен", "окт", "ноя", "дек"]
    points = rows_of(chart, "points")
    assert points[0]["month"] == "июнь 2020"
    heights = [point["y"] for point in points]
    assert heights == sorted(heights, reverse=True)  # y grows downwards
    assert len({point["x"] for point in points}) == 6


def test_carried_month_is_hollow_and_dated(reference: Reference) -> None:
    chart = build_months_chart(make_months(PEOPLE), reference)
    hollow = [point for point in rows_of(chart, "points") if point["fill"] == WHITE]
    assert [point["month"] for point in hollow] == ["октябрь 2020"]
    assert "на 01.10" in texts_of(chart)
    assert [rule["dashed"] for rule in rows_of(chart, "rules")] == [False, False, False, False, False, True, False]


@pytest.mark.parametrize(
    ("look", "width", "height"), [(PAGE, 620, 260), (PAGE, 380, 220), (PHONE, 350, 220), (SLIDE, 1200, 560)]
)
@pytest.mark.parametrize("people", [PEOPLE, (196, 198, 199, 200, 201, 205), (240, 230, 220, 190, 150, 120)])
def test_words_keep_off_each_other_and_the_target(
    reference: Reference, look: Look, width: int, height: int, people: tuple[int, ...]
) -> None:
    chart = build_months_chart(make_months(people), reference, width=width, height=height, look=look)
    across, down = plot_size(chart, look)
    words = words_of(chart, look)
    line = rows_of(chart, "rules")[1]
    for number, word in enumerate(words):
        assert word.left >= -1, word.text
        assert word.right <= across + 1, word.text
        assert word.top >= -1, word.text
        assert word.bottom <= down + 1, word.text
        assert not any(word.meets(other) for other in words[number + 1 :]), word.text
        if word.left < line["right"] * across - 1:
            assert not word.top < line["top"] * down < word.bottom, word.text


def test_target_is_named_beside_its_line(reference: Reference) -> None:
    assert texts_of(build_months_chart(make_months(PEOPLE), reference))[-1] == f"план 10{NBSP}%"
    bare = build_months_chart(make_months(PEOPLE, target_pct=None), reference)
    assert not any("план" in text for text in texts_of(bare))


def test_month_without_data_interrupts_the_line(reference: Reference) -> None:
    chart = build_months_chart(make_months((60, None, 120, 170)), reference)
    assert len(rows_of(chart, "points")) == 3
    assert len(rows_of(chart, "rules")) == 3  # base, target, one piece from August to September


def test_people_stand_in_where_no_share_is_known(reference: Reference) -> None:
    chart = build_months_chart(make_months(PEOPLE, value_pct=None, denominator=None), reference)
    assert f"212{NBSP}чел." in texts_of(chart)
    assert not any("план" in text for text in texts_of(chart))


def test_no_month_at_all_is_said(reference: Reference) -> None:
    assert texts_of(build_months_chart([], reference)) == ["нет данных"]
    assert texts_of(build_months_chart(make_months((None, None)), reference)) == ["нет данных"]


def test_region_is_hollow_only_without_any_fresh_report(figures: IndicatorFigures, reference: Reference) -> None:
    chart = build_months_chart([figures.region], reference)
    (point,) = rows_of(chart, "points")
    assert figures.region.fresh is False
    assert point["fill"] != WHITE
    assert texts_of(chart)[0] == f"9,5{NBSP}%"
    assert figures.region.value_pct == Decimal("9.53")

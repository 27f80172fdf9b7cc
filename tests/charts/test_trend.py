"""Lines of the region and of chosen municipalities: named at their ends, apart from each other."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmn_core.charts.alt_text import describe_trend
from cmn_core.charts.contrast import LEAST_CONTRAST, WHITE, contrast_ratio
from cmn_core.charts.look import PAGE, PHONE, Look
from cmn_core.charts.spread import spread_labels
from cmn_core.charts.trend import build_trend_chart
from cmn_core.reference import Reference
from cmn_core.wording import NBSP

from .drawn import plot_size, rows_of, texts_of, words_of
from .sample_figures import make_months

NAMES = ("Омская область", "Тарский", "Нововаршавский", "г. Омск", "Омский", "Азовский")


def make_lines(count: int = 6) -> list[list]:
    """Make lines that end within a few people of each other."""
    return [
        [replace(month, name=name) for month in make_months((60 + number, 94, 120, 170, 212 + number))]
        for number, name in enumerate(NAMES[:count])
    ]


@pytest.mark.parametrize(("look", "width"), [(PAGE, 980), (PHONE, 340)])
def test_names_stand_at_the_ends_and_nothing_overlaps(reference: Reference, look: Look, width: int) -> None:
    chart = build_trend_chart(make_lines(), reference, width=width, height=420, look=look)
    words = words_of(chart, look)
    across, _ = plot_size(chart, look)
    labels = [word for word in words if any(word.text.startswith(f"{name} ") for name in NAMES)]
    assert len(labels) == 6
    assert len({word.left for word in labels}) == 1
    for number, word in enumerate(words):
        assert word.left >= -1, word.text
        assert word.right <= across + 1, word.text
        assert not any(word.meets(other) for other in words[number + 1 :]), word.text


def test_lines_are_told_apart_and_read(reference: Reference) -> None:
    chart = build_trend_chart(make_lines(), reference)
    colours = {row["stroke"] for row in rows_of(chart, "points")}
    assert colours == {reference.palette.ink, *reference.palette.series}
    assert all(contrast_ratio(WHITE, colour) >= LEAST_CONTRAST for colour in colours)


def test_carried_months_are_hollow_with_a_dashed_line(reference: Reference) -> None:
    chart = build_trend_chart(make_lines(2), reference)
    points = rows_of(chart, "points")
    assert len(points) == 10
    assert [point["month"] for point in points if point["fill"] == WHITE] == ["октябрь 2020"] * 2
    dashed = [rule for rule in rows_of(chart, "rules") if rule["dashed"]]
    assert len(dashed) == 3  # the target, and the last step of each line
    assert "прошлый отчёт" in texts_of(chart, "key_words")


def test_a_month_without_data_breaks_the_line(reference: Reference) -> None:
    (line,) = make_lines(1)
    hole = replace(line[2], numerator=None, value_pct=None, as_of=None, fresh=None)
    chart = build_trend_chart([[*line[:2], hole, *line[3:]]], reference)
    thick = [rule for rule in rows_of(chart, "rules") if rule["stroke_px"] == 3]
    assert (len(rows_of(chart, "points")), len(thick)) == (4, 2)


def test_without_a_target_or_without_data(reference: Reference) -> None:
    untold = [[replace(month, target_pct=None, gap_people=None) for month in line] for line in make_lines(2)]
    assert not any("план" in text for text in texts_of(build_trend_chart(untold, reference)))
    empty = [[replace(month, numerator=None, value_pct=None) for month in line] for line in make_lines(2)]
    assert texts_of(build_trend_chart(empty, reference)) == ["нет данных"]


def test_beside_shares_a_line_of_counts_is_left_out_and_alone_it_is_drawn(reference: Reference) -> None:
    region, district = make_lines(2)
    counts = [replace(month, denominator=None, value_pct=None, gap_people=None) for month in district]
    assert len(rows_of(build_trend_chart([region, counts], reference), "points")) == 5
    alone = build_trend_chart([counts], reference)
    assert f"Тарский 212{NBSP}чел." not in texts_of(alone)
    assert f"Тарский 213{NBSP}чел." in texts_of(alone)


def test_it_is_read_out_from_first_to_last(reference: Reference) -> None:
    words = describe_trend(make_lines(2), reference).replace(NBSP, " ")
    assert words == (
        "Охват наставничеством по месяцам: Омская область 3,0 % (июнь 2020) → 10,6 % (октябрь 2020); "
        "Тарский 3,1 % (июнь 2020) → 10,7 % (октябрь 2020); план 10 %."
    )


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.floats(0, 400), min_size=1, max_size=7))
def test_labels_keep_their_order_distance_and_room(wanted: list[float]) -> None:
    placed = spread_labels(wanted, 18, 10, 390)
    ordered = sorted(zip(wanted, placed, strict=True))
    heights = [height for _, height in ordered]
    assert all(later - earlier >= 18 - 1e-6 for earlier, later in pairwise(sorted(heights)))
    assert all(10 - 1e-6 <= height <= 390 for height in placed)
    assert all(a <= b for (x, a), (y, b) in pairwise(ordered) if x < y)

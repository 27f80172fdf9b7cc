import pytest

from cmn_core.analysis.figure import IndicatorFigures
from cmn_core.charts.contrast import LEAST_CONTRAST, WHITE, contrast_ratio
from cmn_core.charts.look import PAGE, PHONE, SLIDE, Look
from cmn_core.charts.ranking import build_ranking_chart, sort_by_value
from cmn_core.reference import Reference
from cmn_core.wording import NBSP

from .drawn import boxes_of, plot_size, rows_of, texts_of, words_of
from .sample_figures import make_figures

SIZES = [(PAGE, 980), (PAGE, 420), (PHONE, 350), (SLIDE, 1200)]


def names_in_order(chart: object) -> list[str]:
    return [row["name"] for row in rows_of(chart, "hits")]


def test_highest_value_stands_first_and_no_data_last(figures: IndicatorFigures, reference: Reference) -> None:
    names = names_in_order(build_ranking_chart(figures, reference))
    assert len(names) == 33
    assert names[:4] == ["Нижнеомский", "Крутинский", "Муромцевский", "Таврический"]
    assert names[-2:] == ["Тарский", "Усть-Ишимский"]
    values = [figure.value_pct for figure in sort_by_value(figures.districts)][:-1]
    assert values == sorted(values, reverse=True)


@pytest.mark.parametrize(("look", "width"), SIZES)
def test_names_are_whole_and_nothing_overlaps(
    figures: IndicatorFigures, reference: Reference, look: Look, width: int
) -> None:
    chart = build_ranking_chart(figures, reference, width=width, look=look)
    words = words_of(chart, look)
    across, _ = plot_size(chart, look)
    assert {district.short for district in reference.region.districts} <= {word.text for word in words}
    assert not any("…" in word.text for word in words)
    for number, word in enumerate(words):
        assert word.left >= -1, word.text
        assert word.right <= across + 1, word.text
        assert not any(word.meets(other) for other in words[number + 1 :]), word.text


@pytest.mark.parametrize(("look", "width"), SIZES)
def test_target_line_crosses_no_label(figures: IndicatorFigures, reference: Reference, look: Look, width: int) -> None:
    chart = build_ranking_chart(figures, reference, width=width, look=look)
    across, down = plot_size(chart, look)
    lines = rows_of(chart, "rules")
    assert len(lines) == look.list_columns
    for line in lines:
        x, top, bottom = line["left"] * across, line["top"] * down, line["bottom"] * down
        for word in words_of(chart, look):
            if word.bottom > top and word.top < bottom:
                assert not word.left < x < word.right, word.text


def test_target_is_named_at_its_line(figures: IndicatorFigures, reference: Reference) -> None:
    assert texts_of(build_ranking_chart(figures, reference)).count(f"план 10{NBSP}%") == 1
    no_target = build_ranking_chart(make_figures(target_pct=None, gap_people=None), reference)
    assert not any("план" in text for text in texts_of(no_target))
    assert rows_of(no_target, "rules") == []


def test_lengths_tell_the_values(figures: IndicatorFigures, reference: Reference) -> None:
    lengths = {
        box["top"]: box["right"] - box["left"] for box in boxes_of(build_ranking_chart(figures, reference), PAGE)
    }
    in_order = [lengths[top] for top in sorted(lengths)]
    assert in_order[1] / in_order[-1] == pytest.approx(324 / 100, rel=0.01)  # Крутинский 16,2 %, Тарский 5,0 %


def test_a_value_beyond_belief_is_broken_and_keeps_its_number(figures: IndicatorFigures, reference: Reference) -> None:
    chart = build_ranking_chart(figures, reference)
    boxes = boxes_of(chart, PAGE)
    first, second = (box for box in boxes if box["top"] == min(box["top"] for box in boxes))
    assert second["left"] - first["right"] == pytest.approx(7, abs=0.1)
    assert second["right"] == max(box["right"] for box in boxes)
    assert first["stroke"] == second["stroke"] == reference.palette.error
    assert f"104,2{NBSP}%" in texts_of(chart)
    assert len(boxes) == 33  # 32 with data, one of them in two parts


def test_carried_bars_are_outlined_and_dated(figures: IndicatorFigures, reference: Reference) -> None:
    chart = build_ranking_chart(figures, reference)
    dashed = [box for box in rows_of(chart, "boxes") if box["dashed"]]
    assert [box["fill"] for box in dashed] == [WHITE, WHITE]
    assert {f"10,4{NBSP}%{NBSP}· 01.10", f"9,1{NBSP}%{NBSP}· 01.10"} <= set(texts_of(chart))


def test_labels_on_bars_read(figures: IndicatorFigures, reference: Reference) -> None:
    chart = build_ranking_chart(figures, reference)
    on_bars = 0
    for word in words_of(chart, PAGE):
        for box in boxes_of(chart, PAGE):
            if box["top"] < word.top < box["bottom"] and box["left"] < word.left and word.right < box["right"]:
                on_bars += 1
                assert contrast_ratio(box["fill"], word.colour) >= LEAST_CONTRAST
    assert on_bars >= 4


def test_people_are_ranked_where_no_share_is_known(reference: Reference) -> None:
    chart = build_ranking_chart(make_figures(value_pct=None, denominator=None, gap_people=None), reference)
    assert names_in_order(chart)[:2] == ["Нижнеомский", "Крутинский"]
    assert f"2{NBSP}084{NBSP}чел." in texts_of(chart)
    assert rows_of(chart, "rules") == []
    assert len(rows_of(chart, "boxes")) == 32

"""All indicators at a glance: every value in its cell, whole names, each cell opens its municipality and indicator."""

import pytest

from cmn_core.charts.alt_text import describe_heat_table
from cmn_core.charts.contrast import LEAST_CONTRAST, WHITE, contrast_ratio
from cmn_core.charts.heat_table import build_heat_table_chart
from cmn_core.charts.look import PAGE
from cmn_core.reference import Reference
from cmn_core.wording import NBSP

from .drawn import boxes_of, plot_size, rows_of, texts_of, words_of
from .sample_indicators import NOBODY, make_indicators

FIGURES = make_indicators()


@pytest.mark.parametrize("width", [980, 1200])
def test_names_and_values_are_whole_and_nothing_overlaps(reference: Reference, width: int) -> None:
    chart = build_heat_table_chart(FIGURES, reference, width=width)
    words = words_of(chart, PAGE)
    across, _ = plot_size(chart, PAGE)
    assert {district.short for district in reference.region.districts} <= {word.text for word in words}
    assert "Удовлетворённость" in {word.text for word in words}
    for number, word in enumerate(words):
        assert word.left >= -1, word.text
        assert word.right <= across + 1, word.text
        assert not any(word.meets(other) for other in words[number + 1 :]), word.text


def test_every_municipality_has_a_cell_of_every_indicator_by_name(reference: Reference) -> None:
    hits = rows_of(build_heat_table_chart(FIGURES, reference), "hits")
    assert len(hits) == 34 * 7
    assert {(hit["oktmo"], hit["indicator"]) for hit in hits} == {
        (oktmo, code) for code in FIGURES for oktmo in ("", *(each.oktmo for each in reference.region.districts))
    }
    names = [hit["name"].removeprefix("г. ") for hit in sorted(hits, key=lambda hit: hit["top"])][7::7]
    assert names == sorted(names)


def test_a_click_selects_the_municipality_and_the_indicator(reference: Reference) -> None:
    spec = build_heat_table_chart(FIGURES, reference).to_dict()
    (layer,) = [layer for layer in spec["layer"] if layer["data"]["name"] == "hits"]
    (selection,) = layer.get("params") or spec["params"]
    assert selection["select"]["fields"] == ["oktmo", "indicator"]


def test_a_name_is_clicked_as_its_first_cell_is(reference: Reference) -> None:
    chart = build_heat_table_chart(FIGURES, reference)
    words = {word.text: word for word in words_of(chart, PAGE)}
    across, down = plot_size(chart, PAGE)
    for district in reference.region.districts:
        (hit,) = [hit for hit in rows_of(chart, "hits") if (hit["oktmo"], hit["left"]) == (district.oktmo, 0)]
        name = words[district.short]
        assert hit["indicator"] == next(iter(FIGURES))
        assert hit["top"] * down < (name.top + name.bottom) / 2 < hit["bottom"] * down
        assert name.right < hit["right"] * across


def test_cells_read_and_say_what_colour_says(reference: Reference) -> None:
    chart = build_heat_table_chart(FIGURES, reference)
    boxes = boxes_of(chart, PAGE)
    assert len(boxes) == 34 * 7
    inside = 0
    for word in words_of(chart, PAGE):
        for box in boxes:
            if box["left"] < word.left and word.right < box["right"] and box["top"] < word.top < box["bottom"]:
                assert contrast_ratio(box["fill"], word.colour) >= LEAST_CONTRAST
                inside += 1
    assert inside == 34 * 7


def test_carried_values_are_outlined_and_dated_and_silence_is_said(reference: Reference) -> None:
    chart = build_heat_table_chart(FIGURES, reference)
    dashed = [box for box in rows_of(chart, "boxes") if box["dashed"]]
    assert len(dashed) == 2 * 7
    assert {box["fill"] for box in dashed} == {WHITE}
    texts = texts_of(chart)
    assert texts.count(f"10,4{NBSP}%{NBSP}· 01.10") == 7
    assert texts.count("нет данных") == 7
    assert texts.count("нет ответов") == 2
    assert texts.count(f"план 10{NBSP}%") == 3
    assert NOBODY in {row["oktmo"] for row in rows_of(chart, "hits")}


def test_it_is_read_out_by_indicator(reference: Reference) -> None:
    words = describe_heat_table(FIGURES, reference).replace(NBSP, " ")
    assert words.startswith(
        "Все показатели по муниципалитетам. Охват наставничеством – Омская область 9,5 %: план 10 %"
    )
    assert words.count("Омская область") == 7

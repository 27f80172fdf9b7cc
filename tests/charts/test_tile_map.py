from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from cmn_core.analysis.figure import IndicatorFigures
from cmn_core.charts.contrast import LEAST_CONTRAST, WHITE, contrast_ratio
from cmn_core.charts.look import PAGE, SLIDE, Look
from cmn_core.charts.spec import chart_spec
from cmn_core.charts.tile_map import build_tile_map_chart
from cmn_core.reference import Reference
from cmn_core.wording import NBSP

from .drawn import boxes_of, rows_of, texts_of, words_of
from .sample_figures import CARRIED, OVERFULL, SILENT, make_figures

SIZES = [(PAGE, 620, 500, 11), (PAGE, 600, 460, 11), (SLIDE, 760, 560, 16), (SLIDE, 1200, 600, 16)]


def box_of(chart: object, oktmo: str, reference: Reference) -> dict[str, object]:
    position = [district.oktmo for district in reference.region.districts].index(oktmo)
    return rows_of(chart, "boxes")[position]


@pytest.mark.parametrize(("look", "width", "height", "least_name"), SIZES)
def test_every_name_and_value_stands_whole_in_its_tile(
    figures: IndicatorFigures, reference: Reference, look: Look, width: int, height: int, least_name: int
) -> None:
    chart = build_tile_map_chart(figures, reference, width=width, height=height, look=look)
    words, boxes = words_of(chart, look), boxes_of(chart, look)
    for district, box in zip(reference.region.districts, boxes, strict=True):
        inside = [
            word for word in words if box["top"] <= (word.top + word.bottom) / 2 <= box["bottom"]
            and box["left"] <= (word.left + word.right) / 2 <= box["right"]
        ]  # fmt: skip
        *names, value = inside
        whole = "".join(word.text for word in names)
        assert whole in (district.short, district.tile_name.replace("|", "")), district.short
        assert all(word.size >= least_name for word in names)
        assert value.text.startswith("нет данных") or "%" in value.text
        for word in inside:
            assert box["left"] <= word.left
            assert word.right <= box["right"]
            assert box["top"] <= word.top
            assert word.bottom <= box["bottom"]
        assert not any(a.meets(b) for a, b in pairwise(inside))
    assert not any("…" in word.text for word in words)


def test_names_grow_with_roomy_tiles(figures: IndicatorFigures, reference: Reference) -> None:
    sizes = [
        min(word.size for word in words_of(build_tile_map_chart(figures, reference, width=width, height=600), PAGE))
        for width in (620, 900, 1200)
    ]
    assert sizes[0] < sizes[1] <= sizes[2]


def test_tiles_lie_where_the_reference_puts_them(figures: IndicatorFigures, reference: Reference) -> None:
    chart = build_tile_map_chart(figures, reference)
    places = {row["oktmo"]: (row["left"], row["top"]) for row in rows_of(chart, "hits")}
    north, south = places["52655000"], places["52650000"]  # Тевризский, Русско-Полянский
    assert north[1] < south[1]
    assert places["52615000"][0] == min(left for left, _ in places.values())  # Исилькульский, the western edge
    assert len(set(places.values())) == 33


def test_text_reads_on_every_tile(figures: IndicatorFigures, reference: Reference) -> None:
    chart = build_tile_map_chart(figures, reference)
    words, boxes = words_of(chart, PAGE), boxes_of(chart, PAGE)
    checked = 0
    for box in boxes:
        for word in words:
            if box["top"] <= word.top <= box["bottom"] and box["left"] <= word.left <= box["right"]:
                checked += 1
                assert contrast_ratio(box["fill"], word.colour) >= LEAST_CONTRAST, word.text
    assert checked == len(words)


def test_carried_tile_is_dashed_on_white_and_says_its_date(figures: IndicatorFigures, reference: Reference) -> None:
    chart = build_tile_map_chart(figures, reference)
    assert f"9,1{NBSP}%{NBSP}· 01.10" in texts_of(chart)
    for oktmo in CARRIED:
        box = box_of(chart, oktmo, reference)
        assert (box["dashed"], box["fill"]) == (True, WHITE)
    assert box_of(chart, "52612000", reference)["stroke"] == reference.palette.warning  # Знаменский, 9,1 %
    assert box_of(chart, "52644000", reference)["stroke"] == reference.palette.accent  # Омский, 10,4 %
    assert sum(box["dashed"] for box in rows_of(chart, "boxes")) == 2


def test_silent_tile_is_grey_and_says_so(figures: IndicatorFigures, reference: Reference) -> None:
    chart = build_tile_map_chart(figures, reference)
    assert box_of(chart, SILENT, reference)["fill"] == reference.palette.none
    assert texts_of(chart).count("нет данных") == 1


def test_more_than_100_pct_is_shown_and_flagged(figures: IndicatorFigures, reference: Reference) -> None:
    chart = build_tile_map_chart(figures, reference)
    assert f"104,2{NBSP}%" in texts_of(chart)
    assert box_of(chart, OVERFULL, reference)["stroke"] == reference.palette.error
    assert "больше 100 %" in texts_of(chart, "key_words")


def test_value_under_the_target_is_not_written_as_the_target(figures: IndicatorFigures, reference: Reference) -> None:
    assert f"9,95{NBSP}%" in texts_of(build_tile_map_chart(figures, reference))  # Тюкалинский: 199 of 2 000


def test_key_names_only_what_occurs(figures: IndicatorFigures, reference: Reference) -> None:
    chart = build_tile_map_chart(figures, reference)
    assert texts_of(chart, "key_words") == [
        "ниже плана", "план выполнен", "нет данных", "прошлый отчёт", "больше 100 %",
    ]  # fmt: skip
    calm = make_figures(fresh=True, value_pct=Decimal(12), numerator=240)
    assert texts_of(build_tile_map_chart(calm, reference), "key_words") == ["план выполнен"]


def test_without_a_denominator_people_are_shown_neutrally(reference: Reference) -> None:
    narrowed = make_figures(value_pct=None, denominator=None, gap_people=None)
    chart = build_tile_map_chart(narrowed, reference)
    assert f"196{NBSP}чел." in texts_of(chart)
    assert f"182{NBSP}чел.{NBSP}· 01.10" in texts_of(chart)
    fills = {box["fill"] for box in rows_of(chart, "boxes")} - {WHITE, reference.palette.none}
    assert len(fills) == 1
    assert fills.isdisjoint({*reference.palette.above, *reference.palette.below})
    assert "доля не считается: показано число" in texts_of(chart, "key_words")


def test_without_a_target_the_colour_is_neutral(reference: Reference) -> None:
    chart = build_tile_map_chart(make_figures(target_pct=None, gap_people=None), reference)
    assert "план не задан" in texts_of(chart, "key_words")
    assert "ниже плана" not in texts_of(chart, "key_words")
    assert len({box["fill"] for box in rows_of(chart, "boxes")} - {WHITE, reference.palette.none}) == 1


def test_tooltip_tells_what_the_figure_is_made_of(figures: IndicatorFigures, reference: Reference) -> None:
    chart = build_tile_map_chart(figures, reference)
    told = {row["oktmo"]: row for row in rows_of(chart, "hits")}
    tarsky, znamensky = told["52654000"], told["52612000"]
    assert (tarsky["name"], tarsky["value"], tarsky["counted"]) == ("Тарский", f"5,0{NBSP}%", f"100{NBSP}чел.")
    assert (tarsky["whole"], tarsky["target"]) == (f"2{NBSP}000", f"10{NBSP}%")
    assert (tarsky["gap"], tarsky["source"]) == (f"100{NBSP}детей", "Росстат 2020")
    assert znamensky["as_of"] == "01.10.2020 (прошлый отчёт)"
    titles = [line["title"] for line in _hits(chart)["encoding"]["tooltip"]]
    assert titles == [
        "Муниципалитет", "Показатель", "Вовлечено", "Дети 10–19 лет", "План", "Не хватает", "Данные на", "Источник",
    ]  # fmt: skip


def test_click_selects_the_municipality(figures: IndicatorFigures, reference: Reference) -> None:
    spec = chart_spec(build_tile_map_chart(figures, reference))
    (parameter,) = spec["params"]
    assert parameter["name"] == "district"
    assert parameter["select"] == {"type": "point", "fields": ["oktmo"], "on": "click"}
    assert spec["layer"][-3]["data"] == {"name": "hits"}


def test_date_is_the_figures_own(reference: Reference) -> None:
    chart = build_tile_map_chart(make_figures(fresh=False, as_of=date(2020, 8, 1)), reference)
    assert sum(text.endswith("· 01.08") for text in texts_of(chart)) == 32


def _hits(chart: object) -> dict[str, object]:
    return next(layer for layer in chart_spec(chart)["layer"] if layer["data"] == {"name": "hits"})

"""Forms and role models by municipality: every number in its cell, nothing overlaps, silence and zero told apart."""

from itertools import pairwise

import pytest

from cmn_core.analysis.practice_use import DistrictUse, RegionUse, Use, list_models, other_models
from cmn_core.charts.contrast import LEAST_CONTRAST, contrast_ratio
from cmn_core.charts.look import PAGE
from cmn_core.charts.use_table import (
    UseColumn,
    build_use_table_chart,
    describe_use_table,
    list_form_columns,
    list_model_columns,
)
from cmn_core.reference import Reference, shipped_reference
from cmn_core.wording import NBSP

from .drawn import boxes_of, plot_size, rows_of, texts_of, words_of
from .sample_uses import CARRIED, SILENT, UNTOLD, make_uses

USES = make_uses()
FORMS, MODELS = list_form_columns(shipped_reference()), list_model_columns(shipped_reference())
both = pytest.mark.parametrize(("columns", "upright"), [(FORMS, False), (MODELS, True)], ids=["forms", "models"])


@both
def test_names_and_numbers_are_whole_and_nothing_overlaps(
    reference: Reference, columns: tuple[UseColumn, ...], upright: bool
) -> None:
    chart = build_use_table_chart(USES, columns, "mentees", reference, upright=upright)
    words = words_of(chart, PAGE)
    across, _ = plot_size(chart, PAGE)
    names = {district.short for district in reference.region.districts} - {CARRIED}
    assert names <= {word.text for word in words}
    assert f"{CARRIED}{NBSP}· 01.10" in {word.text for word in words}
    for number, word in enumerate(words):
        assert word.left >= -1, word.text
        assert word.right <= across + 1, word.text
        assert not any(word.meets(other) for other in words[number + 1 :]), word.text


@both
def test_each_cell_opens_its_municipality_and_column(
    reference: Reference, columns: tuple[UseColumn, ...], upright: bool
) -> None:
    hits = rows_of(build_use_table_chart(USES, columns, "programmes", reference, upright=upright), "hits")
    assert len(hits) == 34 * len(columns)
    assert {hit["column"] for hit in hits} == {column.code for column in columns}
    names = [hit["name"].removeprefix("г. ") for hit in sorted(hits, key=lambda hit: hit["top"])][:: len(columns)][1:]
    assert names == sorted(names)


@both
def test_numbers_read_on_their_cells(reference: Reference, columns: tuple[UseColumn, ...], upright: bool) -> None:
    chart = build_use_table_chart(USES, columns, "programmes", reference, upright=upright)
    boxes = boxes_of(chart, PAGE)
    inside = 0
    for word in words_of(chart, PAGE):
        for box in boxes:
            if box["left"] < word.left and word.right < box["right"] and box["top"] < word.top < box["bottom"]:
                assert contrast_ratio(box["fill"], word.colour) >= LEAST_CONTRAST
                inside += 1
    assert inside == 34 * len(columns)


def test_nobody_and_no_report_are_told_apart(reference: Reference) -> None:
    forms = build_use_table_chart(USES, FORMS, "programmes", reference)
    assert texts_of(forms).count("нет данных") == len(FORMS)
    assert "–" in texts_of(forms)
    models = build_use_table_chart(USES, MODELS, "programmes", reference, upright=True)
    told = [hit for hit in rows_of(models, "hits") if hit["name"] in (SILENT, UNTOLD)]
    assert {hit["programmes"] for hit in told} == {"нет данных"}
    assert texts_of(models).count("?") == 2 * len(MODELS)


def test_upright_headings_name_the_form_and_fit_their_columns(reference: Reference) -> None:
    chart = build_use_table_chart(USES, MODELS, "programmes", reference, upright=True)
    upright = rows_of(chart, "upright")
    assert [word["text"] for word in upright].count("Ученик – ученик") == 3
    places = sorted({word["x"] for word in upright})
    assert len(places) == len(upright)
    size = upright[0]["size"]
    across, _ = plot_size(chart, PAGE)
    assert size >= 10
    assert all((right - left) * across >= size for left, right in pairwise(places))


def test_it_is_read_out_by_column() -> None:
    words = describe_use_table(USES, FORMS, "programmes").replace(NBSP, " ")
    assert words.startswith("Муниципалитеты по строкам, число программ в ячейках. Ученик – ученик – 64, в 32 из 32")
    models = describe_use_table(USES, MODELS, "mentees").replace(NBSP, " ")
    assert "из 31 муниципалитета с данными" in models


def test_a_region_where_nobody_reports_is_drawn() -> None:
    reference = shipped_reference()
    nobody = tuple(
        DistrictUse(place.oktmo, place.short, None, None, False, frozenset(), {}, {})
        for place in reference.region.districts
    )
    region = DistrictUse(None, "область", None, None, False, frozenset(), {}, {})
    chart = build_use_table_chart(RegionUse(region, nobody), FORMS, "mentees", reference)
    assert set(texts_of(chart)) >= {"нет данных"}
    assert Use() == region.model(list_models(reference.forms)[0]) == region.model(other_models(reference.forms)[0])

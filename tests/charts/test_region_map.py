"""The map: every municipality in its own shape, coloured as its tile, named whole, no label over another."""

from itertools import pairwise

import pytest

from cmn_core.analysis.figure import IndicatorFigures
from cmn_core.charts.look import MAP, PAGE, SLIDE, Look
from cmn_core.charts.map_plane import lay_map
from cmn_core.charts.region_map import build_region_map_chart
from cmn_core.charts.spec import chart_spec
from cmn_core.charts.text_width import text_width
from cmn_core.charts.tile_map import build_tile_map_chart
from cmn_core.reference import Reference
from cmn_core.reference.boundaries import Boundaries
from tests.charts.drawn import rows_of, texts_of
from tests.charts.sample_figures import CARRIED, OVERFULL, SILENT
from tests.charts.square_region import make_boundaries

SIZES = [(MAP, 600, 540), (PAGE, 980, 820), (SLIDE, 1200, 600), (MAP, 420, 400)]


def frame_of(chart: object, look: Look) -> tuple[float, float]:
    """Px of a unit of the frame at the planned size, and the planned width."""
    spec = chart_spec(chart)  # type: ignore[arg-type]
    width = spec["width"] - 2 * look.margin
    return width / 1000, width


def boxes_of_words(chart: object, look: Look) -> list[tuple[float, float, float, float, str]]:
    unit, _ = frame_of(chart, look)
    boxes = []
    for row in rows_of(chart, "words"):  # type: ignore[arg-type]
        width = text_width(row["text"], row["size"], bold=row["bold"])
        x, y = row["x"] * unit + row["dx"], row["y"] * unit + row["dy"]
        left = {"left": x, "center": x - width / 2, "right": x - width}[row["align"]]
        half = row["size"] * 0.45
        boxes.append((left, y - half, left + width, y + half, row["text"]))
    return boxes


@pytest.mark.parametrize(("look", "width", "height"), SIZES)
def test_every_name_and_value_stands_whole_and_alone(
    figures: IndicatorFigures, reference: Reference, look: Look, width: int, height: int
) -> None:
    chart = build_region_map_chart(figures, make_boundaries(), reference, width=width, height=height, look=look)
    boxes = boxes_of_words(chart, look)
    texts = "|".join(text for *_, text in boxes)
    assert len(boxes) >= 66
    for district in reference.region.districts:
        assert district.short in texts or "|".join(district.tile_name.split("|")) in texts
    ordered = sorted(boxes)
    for place, (_, top, right, bottom, text) in enumerate(ordered):
        for other_left, other_top, _, other_bottom, other in ordered[place + 1 :]:
            if other_left >= right:
                break
            assert not (top < other_bottom and other_top < bottom), f"{text} lies over {other}"


def test_colours_and_outlines_are_those_of_the_tiles(figures: IndicatorFigures, reference: Reference) -> None:
    chart = build_region_map_chart(figures, make_boundaries(), reference)
    tiles = rows_of(build_tile_map_chart(figures, reference), "boxes")
    shapes = rows_of(chart, "shapes")
    assert sorted(row["fill"] for row in shapes) == sorted(row["fill"] for row in tiles)
    assert sum(row["dashed"] for row in shapes) == sum(row["dashed"] for row in tiles)
    flagged = [row["stroke"] for row in shapes if row["stroke_px"] == 3]
    assert flagged == [reference.palette.error]
    assert [row["dashed"] for row in shapes[:5]] == [False] * 5


def test_a_click_finds_the_municipality_and_the_pointer_its_figure(
    figures: IndicatorFigures, reference: Reference
) -> None:
    chart = build_region_map_chart(figures, make_boundaries(), reference)
    hits = rows_of(chart, "hits")
    tiles = rows_of(build_tile_map_chart(figures, reference), "hits")
    told = ("oktmo", "name", "value", "counted", "gap", "as_of")
    assert [[row[field] for field in told] for row in hits] == [[row[field] for field in told] for row in tiles]
    layer = chart_spec(chart)["layer"][-3]
    assert layer["mark"]["type"] == "geoshape"
    assert layer["data"]["name"] == "hits"
    assert {*CARRIED, OVERFULL, SILENT} <= {row["oktmo"] for row in hits}


def test_whose_the_boundaries_are_stands_under_the_map(figures: IndicatorFigures, reference: Reference) -> None:
    boundaries = make_boundaries()
    chart = build_region_map_chart(figures, Boundaries(boundaries.shapes, "© <b>автор</b>"), reference)
    assert texts_of(chart, "credit") == ["© <b>автор</b>"]
    assert not texts_of(build_region_map_chart(figures, boundaries, reference), "credit")


def test_a_municipality_without_a_shape_is_left_out(figures: IndicatorFigures, reference: Reference) -> None:
    shapes = {oktmo: shape for oktmo, shape in make_boundaries().shapes.items() if oktmo != SILENT}
    chart = build_region_map_chart(figures, Boundaries(shapes), reference)
    assert len(rows_of(chart, "hits")) == 32
    alone = build_region_map_chart(figures, Boundaries({SILENT: make_boundaries().shapes[SILENT]}), reference)
    assert len(rows_of(alone, "shapes")) == 1


def test_patterns_are_shared_between_charts(figures: IndicatorFigures, reference: Reference) -> None:
    first, second = (build_region_map_chart(figures, make_boundaries(), reference) for _ in range(2))
    assert first["layer"] is second["layer"]


def test_the_projection_keeps_proportions_and_north_up() -> None:
    """A degree of longitude at 60° is half as long as one of latitude: 2° by 1° is about a square."""
    north = [(70.0, 60.0), (70.0, 60.5), (71.0, 60.5), (71.0, 60.0), (70.0, 60.0)]
    south = [(x, y - 0.5) for x, y in north]
    plane = lay_map(Boundaries({"n": [[north]], "s": [[south]]}), 500, 300)
    assert plane.height == pytest.approx(300)
    assert plane.width / plane.height == pytest.approx(0.5, abs=0.02)
    upper = max(y for _, y in plane.shapes["n"][0][0])
    assert all(y >= upper - 1.5 for _, y in plane.shapes["s"][0][0])
    lengths = [abs(b[1] - a[1]) for a, b in pairwise(plane.shapes["n"][0][0][:2])]
    assert lengths == [pytest.approx(150, rel=0.01)]

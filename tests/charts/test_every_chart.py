"""What holds for each chart: the schema, the theme, the export."""

import json
import struct
from collections.abc import Callable

import altair as alt
import pytest

from cmn_core.charts.district_forms import build_district_forms_chart
from cmn_core.charts.export import export_png, export_svg
from cmn_core.charts.form_ratio import build_form_ratio_chart
from cmn_core.charts.gaps import build_gaps_chart
from cmn_core.charts.heat_table import build_heat_table_chart
from cmn_core.charts.look import PAGE, SLIDE_PICTURE
from cmn_core.charts.months import build_months_chart
from cmn_core.charts.organisations import build_organisations_chart
from cmn_core.charts.ranking import build_ranking_chart
from cmn_core.charts.spec import chart_spec
from cmn_core.charts.tile_map import build_tile_map_chart
from cmn_core.charts.trend import build_trend_chart
from cmn_core.charts.use_table import build_use_table_chart, list_model_columns
from cmn_core.charts.widening import build_widening_chart
from cmn_core.reference import shipped_reference

from .sample_figures import make_figure, make_figures, make_months, make_ratios
from .sample_indicators import make_indicators
from .sample_scenarios import make_scenarios
from .sample_uses import make_uses

TITLE = "План 2020 года по охвату достигли 16 из 33 муниципалитетов"
SUBTITLE = "Доля детей 10–19 лет, вовлечённых в программы наставничества, на 01.11.2020; план 10 %"
SHAPE = {"title": TITLE, "subtitle": SUBTITLE}
BUILDERS: dict[str, Callable[..., alt.LayerChart]] = {
    "tile_map": lambda **shape: build_tile_map_chart(make_figures(), shipped_reference(), **shape),
    "ranking": lambda **shape: build_ranking_chart(make_figures(), shipped_reference(), **shape),
    "gaps": lambda **shape: build_gaps_chart(make_figures(), shipped_reference(), **shape),
    "months": lambda **shape: build_months_chart(make_months((60, 94, 120, 170, 212)), shipped_reference(), **shape),
    "form_ratio": lambda **shape: build_form_ratio_chart(make_ratios(), shipped_reference(), **shape),
    "district_forms": lambda **shape: build_district_forms_chart(
        make_ratios().districts[0], shipped_reference(), measure="programmes", **shape
    ),
    "trend": lambda **shape: build_trend_chart(
        [make_months((60, 94, 120, 170, 212)), make_months((70, 90, 130, 160, 190))], shipped_reference(), **shape
    ),
    "heat_table": lambda **shape: build_heat_table_chart(make_indicators(), shipped_reference(), **shape),
    "use_table": lambda **shape: build_use_table_chart(
        make_uses(), list_model_columns(shipped_reference()), "mentees", shipped_reference(), upright=True, **shape
    ),
    "widening": lambda **shape: build_widening_chart(make_scenarios(20, 60), shipped_reference(), **shape),
    "organisations": lambda **shape: build_organisations_chart(
        [make_figure("52654000", "Тарский", 10, organisation="Школа № 1")], shipped_reference(), **shape
    ),
}
each_chart = pytest.mark.parametrize("build", BUILDERS.values(), ids=BUILDERS.keys())


@each_chart
def test_specification_is_valid_plain_and_the_same_again(build: Callable[..., alt.LayerChart]) -> None:
    spec = chart_spec(build(**SHAPE), validate=True)
    assert json.loads(json.dumps(spec)) == spec
    assert chart_spec(build(**SHAPE)) == spec


@each_chart
def test_specification_is_what_altair_writes(build: Callable[..., alt.LayerChart]) -> None:
    written = build(**SHAPE).to_dict()
    written["config"]["view"] = {"stroke": None}  # Altair adds a size of its own, which a chart with a size never uses
    assert chart_spec(build(**SHAPE)) == written


def test_charts_of_the_same_patterns_share_nothing_of_their_own() -> None:
    wide, narrow = (BUILDERS["gaps"](width=width) for width in (900, 300))
    assert (chart_spec(wide)["width"], chart_spec(narrow)["width"]) == (900, 300)
    assert chart_spec(BUILDERS["gaps"](title=TITLE))["title"]
    assert "title" not in chart_spec(wide)


@each_chart
def test_layers_and_rows_belong_together(build: Callable[..., alt.LayerChart]) -> None:
    spec = chart_spec(build())
    assert [layer["data"]["name"] for layer in spec["layer"]] == list(spec["datasets"])
    for rows in spec["datasets"].values():
        assert len({tuple(row) for row in rows}) == 1  # Streamlit sends rows as a table
        assert all(value is not None for row in rows for value in row.values())


@each_chart
def test_theme_is_russian_whole_and_white(build: Callable[..., alt.LayerChart]) -> None:
    spec = chart_spec(build(**SHAPE))
    config = spec["config"]
    assert config["locale"]["number"]["decimal"] == ","
    assert config["locale"]["time"]["months"][10] == "ноябрь"
    assert config["axis"]["labelLimit"] == config["legend"]["labelLimit"] == config["text"]["limit"] == 0
    assert config["font"].split(", ")[:2] == ["Source Sans", "Liberation Sans"]
    assert spec["background"] == "#FFFFFF"
    assert spec["autosize"] == {"type": "fit", "contains": "padding"}
    assert spec["padding"] == dict.fromkeys(("left", "top", "right", "bottom"), PAGE.margin)


@each_chart
def test_heading_is_the_callers_finding(build: Callable[..., alt.LayerChart]) -> None:
    title = chart_spec(build(**SHAPE))["title"]
    assert " ".join(title["text"]) == TITLE
    assert " ".join(title["subtitle"]) == SUBTITLE
    assert "title" not in chart_spec(build())


@each_chart
def test_slide_picture_has_exactly_its_size(build: Callable[..., alt.LayerChart]) -> None:
    picture = export_png(build(**SHAPE, width=1280, height=720, look=SLIDE_PICTURE), scale=1)
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (1280, 720)


@each_chart
def test_svg_keeps_its_words(build: Callable[..., alt.LayerChart]) -> None:
    spec = chart_spec(build(**SHAPE))
    picture = export_svg(spec).decode()
    drawn = picture.replace("&#xA0;", "\u00a0").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert "…" not in drawn
    for row in spec["datasets"]["words"]:
        assert row["text"] in drawn


def test_scale_doubles_the_picture() -> None:
    picture = export_png(BUILDERS["gaps"](width=480, height=240))
    assert struct.unpack(">II", picture[16:24]) == (960, 480)

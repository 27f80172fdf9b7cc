"""Words of a chart follow the room that the screen gives it."""

import json

import pytest
import vl_convert

from cmn_core.charts.growing import grow_words
from cmn_core.charts.spec import chart_spec
from cmn_core.charts.tile_map import build_tile_map_chart


def _font_size(spec, width, height):
    svg = vl_convert.vegalite_to_svg(json.dumps({**spec, "width": width, "height": height}))
    return float(svg.split(">Тарский<")[0].rsplit('font-size="', 1)[1].split("px")[0])


def test_a_larger_chart_has_larger_words_and_a_smaller_one_the_same(figures, reference):
    grown = grow_words(chart_spec(build_tile_map_chart(figures, reference, width=600, height=500)))
    plain = _font_size(grown, 600, 500)
    # The room is the plot's: the margins stay as they are.
    assert _font_size(grown, 900, 750) == pytest.approx(plain * 1.5, rel=0.01)
    assert _font_size(grown, 900, 500) == plain
    assert _font_size(grown, 500, 400) == plain
    assert _font_size(grown, 6000, 5000) == pytest.approx(plain * 1.7, abs=0.01)


def test_the_given_specification_stays_as_it_was(figures, reference):
    spec = chart_spec(build_tile_map_chart(figures, reference))
    before = json.dumps(spec, sort_keys=True)
    grow_words(spec)
    assert json.dumps(spec, sort_keys=True) == before

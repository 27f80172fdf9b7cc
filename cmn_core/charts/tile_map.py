"""Where in the region the target is reached: a tile a municipality, in the region's shape."""

from dataclasses import dataclass
from typing import Any

import altair as alt

from cmn_core.analysis.figure import Figure, IndicatorFigures
from cmn_core.charts.canvas import Canvas, plan_canvas
from cmn_core.charts.figure_tooltip import build_figure_tooltip, tell_figure
from cmn_core.charts.key import build_key
from cmn_core.charts.look import PAGE, Look
from cmn_core.charts.marks import Box, Plane, Word, build_boxes, build_hits, build_words
from cmn_core.charts.standing import Standing, judge_figure, key_of_standings
from cmn_core.charts.theme import apply_theme
from cmn_core.charts.tile_words import TileSizes, fit_tile_words, plan_tile_sizes
from cmn_core.reference import District, Reference

_GAP_PX = 4
_PLAIN_STROKE_PX, _OVER_STROKE_PX = 1.5, 3


def build_tile_map_chart(
    figures: IndicatorFigures,
    reference: Reference,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    width: int = 620,
    height: int = 500,
    look: Look = PAGE,
) -> alt.LayerChart:
    """Build the tile map of one indicator; give the least width that it will be shown at."""
    indicator = reference.indicator(figures.region.indicator)
    judged = [(figure, judge_figure(figure, indicator, reference.palette)) for figure in figures.districts]
    key = key_of_standings((standing for _, standing in judged), reference.palette)
    canvas = plan_canvas(look, width=width, height=height, title=title, subtitle=subtitle, key=key)
    grid = _plan_grid(reference, canvas)
    tiles = [(reference.region.district(figure.district), figure, standing) for figure, standing in judged]
    layers = [
        build_boxes([_box(district, standing, grid) for district, _, standing in tiles], grid.plane, radius=3),
        build_words([word for district, _, standing in tiles for word in _words(district, standing, grid)], grid.plane),
        build_hits(
            [_hit(district, figure, tell_figure(figure, indicator)) for district, figure, _ in tiles],
            grid.plane,
            build_figure_tooltip(indicator),
        ),
        *build_key(canvas, reference.palette),
    ]
    return apply_theme(layers, canvas, reference.palette)


@dataclass(frozen=True, slots=True)
class _Grid:
    """The tile plane, half a gap between tiles in its units, and the type sizes."""

    plane: Plane
    across: float
    down: float
    sizes: TileSizes


def _plan_grid(reference: Reference, canvas: Canvas) -> _Grid:
    districts = reference.region.districts
    columns = max(district.column for district in districts) + 1
    rows = max(district.row for district in districts) + 1
    width, height = canvas.plot_width / columns, canvas.plot_height / rows
    return _Grid(
        plane=canvas.lay_plane((0, columns), (0, rows)),
        across=_GAP_PX / 2 / width,
        down=_GAP_PX / 2 / height,
        sizes=plan_tile_sizes(districts, canvas.look, width - _GAP_PX, height - _GAP_PX),
    )


def _box(district: District, standing: Standing, grid: _Grid) -> Box:
    return Box(
        left=district.column + grid.across,
        right=district.column + 1 - grid.across,
        top=district.row + grid.down,
        bottom=district.row + 1 - grid.down,
        fill=standing.fill,
        stroke=standing.stroke,
        dashed=standing.carried,
        stroke_px=_OVER_STROKE_PX if standing.over else _PLAIN_STROKE_PX,
    )


def _words(district: District, standing: Standing, grid: _Grid) -> list[Word]:
    return [
        Word(
            text=word.text,
            x=district.column + 0.5,
            y=district.row + 0.5,
            size=word.size,
            colour=standing.ink,
            align="center",
            dy=word.dy,
            bold=word.bold,
        )
        for word in fit_tile_words(district, standing, grid.sizes)
    ]


def _hit(district: District, figure: Figure, told: dict[str, str]) -> dict[str, Any]:
    return {
        "oktmo": figure.district,
        "left": district.column,
        "right": district.column + 1,
        "top": district.row,
        "bottom": district.row + 1,
        **told,
    }

"""All indicators of all municipalities at a glance: a table whose cells are coloured against their targets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from cmn_core.analysis.figure import Figure, IndicatorFigures, RegionFigure
from cmn_core.charts.canvas import Canvas, plan_canvas
from cmn_core.charts.figure_tooltip import NOTHING, tell_figure
from cmn_core.charts.heat_grid import LINE, REGION_GAP, SIDE_PX, CellLook, HeatGrid, Names, names_width
from cmn_core.charts.key import build_key
from cmn_core.charts.look import PAGE, Look
from cmn_core.charts.marks import OPENS, Tooltip, Word, build_boxes, build_hits, build_words
from cmn_core.charts.standing import Standing, judge_figure, key_of_standings
from cmn_core.charts.text_width import text_width, wrap_text
from cmn_core.charts.theme import apply_theme
from cmn_core.reference import Indicator, Palette, Reference
from cmn_core.wording import NBSP, NO_TARGET, format_target, name_order

INDICATOR = "indicator"
"""The field by which a click tells the column."""
_TOOLTIP: Tooltip = (
    ("name", "Муниципалитет"),
    ("label", "Показатель"),
    ("value", "Значение"),
    ("counted", "Числитель"),
    ("whole", "Знаменатель"),
    ("target", "План"),
    ("gap", "Не хватает"),
    ("as_of", "Данные на"),
    ("source", "Источник"),
    ("response", "Доля ответивших"),
)


@dataclass(frozen=True, slots=True)
class _Column:
    """An indicator with its heading in lines and its figures by ОКТМО, the region's under None."""

    indicator: Indicator
    heading: tuple[str, ...]
    target: str
    figures: Mapping[str | None, Figure | RegionFigure]


def build_heat_table_chart(
    figures: Mapping[str, IndicatorFigures],
    reference: Reference,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    width: int = 980,
    height: int | None = None,
    look: Look = PAGE,
) -> alt.LayerChart:
    """Build the table of indicators by code: the region first, municipalities by name."""
    palette = reference.palette
    first = next(iter(figures.values()))
    names = _order_names(first)
    judged = [
        judge_figure(figure, reference.indicator(code), palette)
        for code, each in figures.items()
        for figure in _all_of(each)
    ]
    key = key_of_standings(judged, palette)
    names_px = names_width(names, look.text)
    column_px = (width - 2 * look.margin - names_px) / len(figures)
    small = _fit_headings([reference.indicator(code) for code in figures], column_px, look.small)
    columns = [_read_column(each, reference, column_px, small) for each in figures.values()]
    lines = max(len(column.heading) for column in columns) + 1
    rows = len(names) + REGION_GAP
    head_px = (lines * LINE + 0.5) * small
    canvas = plan_canvas(
        look,
        width=width,
        height=height,
        plot_height=head_px + rows * look.row,
        title=title,
        subtitle=subtitle,
        key=key,
        key_side="above",
    )
    row_px = (canvas.plot_height - head_px) / rows
    grid = HeatGrid(names_px, column_px, head_px, row_px, min(look.text, row_px / LINE), small)
    return apply_theme(_layers(columns, names, grid, canvas, palette), canvas, palette)


def _layers(
    columns: Sequence[_Column],
    names: Names,
    grid: HeatGrid,
    canvas: Canvas,
    palette: Palette,
) -> list[Any]:
    plane = canvas.lay_plane((0, canvas.plot_width), (0, canvas.plot_height))
    cells = [
        (row, place, column, judge_figure(column.figures[oktmo], column.indicator, palette), oktmo)
        for row, (oktmo, _) in enumerate(names)
        for place, column in enumerate(columns)
    ]
    boxes = [grid.box(row, place, _look(standing)) for row, place, _, standing, _ in cells]
    values = [grid.word(row, place, _look(standing), bold=oktmo is None) for row, place, _, standing, oktmo in cells]
    hits = [grid.hit(row, place, oktmo, _tell(column, oktmo)) for row, place, column, _, oktmo in cells]
    # A municipality's name is clicked as its first cell is.
    hits = [{**hit, "left": 0.0} if hit["left"] == grid.left(0) else hit for hit in hits]
    return [
        build_boxes(boxes, plane),
        build_words([*_headings(columns, grid, palette), *grid.names(names, palette), *values], plane),
        build_hits(hits, plane, _TOOLTIP, selects=(OPENS, INDICATOR)),
        *build_key(canvas, palette),
    ]


def _all_of(figures: IndicatorFigures) -> list[Figure | RegionFigure]:
    return [figures.region, *figures.districts]


def _order_names(figures: IndicatorFigures) -> list[tuple[str | None, str]]:
    ordered = sorted(figures.districts, key=lambda figure: name_order(figure.name))
    return [(None, figures.region.name), *((figure.district, figure.name) for figure in ordered)]


def _read_column(figures: IndicatorFigures, reference: Reference, width_px: float, size: float) -> _Column:
    region = figures.region
    indicator = reference.indicator(region.indicator)
    target = f"план {format_target(region.target_pct)}" if region.target_pct is not None else NO_TARGET
    by_oktmo: dict[str | None, Figure | RegionFigure] = {None: region}
    by_oktmo |= {figure.district: figure for figure in figures.districts}
    return _Column(indicator, wrap_text(_unbroken(indicator.label), width_px - 2 * SIDE_PX, size), target, by_oktmo)


def _unbroken(label: str) -> str:
    return label.replace(" лет", f"{NBSP}лет")


def _fit_headings(indicators: Sequence[Indicator], width_px: float, size: float) -> float:
    """Return the largest size up to the given one at which no word of a heading is torn."""
    words = [
        word for indicator in indicators for part in _unbroken(indicator.label).split(" ") for word in part.split("-")
    ]
    # A hair less than the room: rounding must not tear the longest word.
    return size * min(1.0, 0.995 * (width_px - 2 * SIDE_PX) / max(text_width(word, size) for word in words))


def _headings(columns: Sequence[_Column], grid: HeatGrid, palette: Palette) -> list[Word]:
    size = grid.small
    words = []
    for place, column in enumerate(columns):
        middle = grid.left(place) + grid.column_px / 2
        lines = (*column.heading, column.target)
        for above, line in enumerate(reversed(lines)):
            height = grid.head_px - size * 0.5 - (above + 0.5) * size * LINE
            words.append(Word(line, middle, height, size, palette.ink if above else palette.muted, "center"))
    return words


def _look(standing: Standing) -> CellLook:
    return CellLook(standing.dated_words, standing.fill, standing.stroke, standing.ink, standing.carried)


def _tell(column: _Column, oktmo: str | None) -> dict[str, str]:
    return {
        INDICATOR: column.indicator.code,
        "label": column.indicator.label,
        "response": NOTHING,
        **tell_figure(column.figures[oktmo], column.indicator),
    }

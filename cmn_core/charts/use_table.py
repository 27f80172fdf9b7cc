"""Which forms or role models the municipalities use: a table whose cells are deeper the more they hold."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log1p

import altair as alt

from cmn_core.analysis.practice_use import (
    DistrictUse,
    ModelKey,
    RegionUse,
    Use,
    UseMeasure,
    list_models,
    other_models,
)
from cmn_core.charts.canvas import plan_canvas
from cmn_core.charts.contrast import WHITE, text_colour_on
from cmn_core.charts.depth import mix_colours, readable_fill
from cmn_core.charts.heat_grid import LINE, REGION_GAP, SIDE_PX, CellLook, HeatGrid, Names, names_width
from cmn_core.charts.key import build_key
from cmn_core.charts.key_plan import KeyEntry
from cmn_core.charts.layer import FilledLayer
from cmn_core.charts.look import PAGE, Look
from cmn_core.charts.marks import OPENS, Plane, Tooltip, Word, build_boxes, build_hits, build_upright_words, build_words
from cmn_core.charts.text_width import text_width, wrap_text
from cmn_core.charts.theme import apply_theme
from cmn_core.reference import Palette, Reference
from cmn_core.wording import NBSP, NO_DATA, count_of, format_count, format_date, name_order

COLUMN = "column"
"""The field by which a click tells the column: a form's code, or a form's code and a role model's label."""
NOBODY = "–"
_TOOLTIP: Tooltip = (
    ("name", "Муниципалитет"),
    ("label", "Что"),
    ("programmes", "Программ"),
    ("mentees", "Наставляемых"),
    ("as_of", "Данные на"),
)
_WITH_DATA = ("муниципалитета с данными", "муниципалитетов с данными", "муниципалитетов с данными")
_LEAST_DEPTH = 0.16
_UPRIGHT_PX = 200
"""How long a line of an upright heading may be."""
UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class UseColumn:
    """A column: what it is about, in which colour, and what a municipality holds of it."""

    code: str
    label: str
    group: str
    """The form of a role model; empty where the label says all."""
    colour: str
    read: Callable[[DistrictUse], Use]
    known: Callable[[DistrictUse], bool]
    """Whether a municipality's reports tell it."""

    @property
    def caption(self) -> str:
        """The label with its group."""
        return f"{self.group}: {self.label}" if self.group else self.label


def list_form_columns(reference: Reference) -> tuple[UseColumn, ...]:
    """Return a column for each form and bucket."""
    forms = reference.forms
    return tuple(_form_column(code, forms.label(code), forms.colour(code)) for code in forms.codes)


def list_model_columns(reference: Reference) -> tuple[UseColumn, ...]:
    """Return a column for each official role model, then for all own ones and for those not named."""
    keys = (*list_models(reference.forms), *other_models(reference.forms))
    return tuple(_model_column(key, reference) for key in keys)


def build_use_table_chart(
    use: RegionUse,
    columns: Sequence[UseColumn],
    measure: UseMeasure,
    reference: Reference,
    *,
    upright: bool = False,
    title: str | None = None,
    subtitle: str | None = None,
    width: int = 980,
    height: int | None = None,
    look: Look = PAGE,
) -> alt.LayerChart:
    """Build the table: the region first, municipalities by name; `upright`: for headings wider than their columns."""
    rows = order_rows(use)
    names = [(each.district, _dated_name(each)) for each in rows]
    names_px = names_width(names, look.text)
    column_px = (width - 2 * look.margin - names_px) / len(columns)
    small, headings = _fit_headings(columns, column_px, look.small, upright=upright)
    lines = max(len(heading) for heading in headings)
    longest = max(text_width(line, small) for heading in headings for line in heading)
    head_px = longest + small if upright else (lines * LINE + 0.5) * small
    canvas = plan_canvas(
        look,
        width=width,
        height=height,
        plot_height=head_px + (len(rows) + REGION_GAP) * look.row,
        title=title,
        subtitle=subtitle,
        key=_key(use, columns, reference, upright=upright),
        key_side="above",
    )
    row_px = (canvas.plot_height - head_px) / (len(rows) + REGION_GAP)
    grid = HeatGrid(names_px, column_px, head_px, row_px, min(look.text, row_px / LINE), small)
    plane = canvas.lay_plane((0, canvas.plot_width), (0, canvas.plot_height))
    layers = _layers(rows, names, columns, headings, measure, grid, plane, reference, upright=upright)
    return apply_theme([*layers, *build_key(canvas, reference.palette)], canvas, reference.palette)


def _fit_headings(
    columns: Sequence[UseColumn], column_px: float, size: float, *, upright: bool
) -> tuple[float, list[tuple[str, ...]]]:
    """Return a type size and headings in lines; upright ones have as many lines as fit side by side in a column."""
    if not upright:
        return size, [wrap_text(column.label, column_px - 2 * SIDE_PX, size) for column in columns]
    for small in (size, size - 1, size - 2):
        headings = [(*filter(None, [column.group]), *wrap_text(column.label, _UPRIGHT_PX, small)) for column in columns]
        if max(map(len, headings)) * small * LINE <= column_px:
            break
    return min(small, column_px / max(map(len, headings)) / LINE), headings


def order_rows(use: RegionUse) -> tuple[DistrictUse, ...]:
    """Return the region, then the municipalities by name."""
    return (use.region, *sorted(use.districts, key=lambda each: name_order(each.name)))


def describe_use_table(use: RegionUse, columns: Sequence[UseColumn], measure: UseMeasure) -> str:
    """Describe the table by column: the region's number and how many municipalities use it."""
    told = []
    for column in columns:
        telling = [each for each in use.told if column.known(each)]
        using = sum(1 for each in telling if column.read(each).is_used)
        counted = format_count(column.read(use.region).of(measure))
        told.append(f"{column.caption} – {counted}, в {using} из {count_of(len(telling), *_WITH_DATA)}")
    what = "программ" if measure == "programmes" else "наставляемых"
    return f"Муниципалитеты по строкам, число {what} в ячейках. {'; '.join(told)}."


def _form_column(code: str, label: str, colour: str) -> UseColumn:
    return UseColumn(code, label, "", colour, lambda each: each.form(code), lambda each: each.as_of is not None)


def _model_column(key: ModelKey, reference: Reference) -> UseColumn:
    forms = reference.forms
    group = "" if key in other_models(forms) else forms.label(key[0])
    return UseColumn(
        " ".join(key), key[1], group, forms.colour(key[0]), lambda each: each.model(key), lambda each: each.knows_models
    )


def _layers(
    rows: Sequence[DistrictUse],
    names: Names,
    columns: Sequence[UseColumn],
    headings: Sequence[Sequence[str]],
    measure: UseMeasure,
    grid: HeatGrid,
    plane: Plane,
    reference: Reference,
    *,
    upright: bool,
) -> list[FilledLayer]:
    palette = reference.palette
    most = [max((column.read(each).of(measure) for each in rows[1:]), default=0) for column in columns]
    silence = UNKNOWN if upright else NO_DATA
    cells = [
        (row, place, each, column, _look(each, column, measure, most[place], silence, reference))
        for row, each in enumerate(rows)
        for place, column in enumerate(columns)
    ]
    boxes = [grid.box(row, place, look) for row, place, _, _, look in cells]
    words = [grid.word(row, place, look, bold=each.district is None) for row, place, each, _, look in cells]
    hits = [grid.hit(row, place, each.district, _tell(each, column)) for row, place, each, column, _ in cells]
    heads = [word for place, heading in enumerate(headings) for word in _heading(place, heading, grid, palette.ink)]
    lying, standing = ([], _stand_up(columns, headings, grid, palette)) if upright else (heads, [])
    return [
        build_boxes(boxes, plane),
        build_words([*lying, *grid.names(names, palette), *words], plane),
        *([build_upright_words(standing, plane)] if upright else []),
        build_hits(hits, plane, _TOOLTIP, selects=(OPENS, COLUMN)),
    ]


def _heading(place: int, lines: Sequence[str], grid: HeatGrid, ink: str) -> list[Word]:
    middle = grid.left(place) + grid.column_px / 2
    return [
        Word(line, middle, grid.head_px - grid.small * (0.5 + (above + 0.5) * LINE), grid.small, ink, "center")
        for above, line in enumerate(reversed(lines))
    ]


def _stand_up(
    columns: Sequence[UseColumn], headings: Sequence[Sequence[str]], grid: HeatGrid, palette: Palette
) -> list[Word]:
    words = []
    for place, (column, lines) in enumerate(zip(columns, headings, strict=True)):
        first = grid.left(place) + grid.column_px / 2 - (len(lines) - 1) / 2 * grid.small * LINE
        for number, line in enumerate(lines):
            ink = palette.muted if column.group and number == 0 else palette.ink
            words.append(
                Word(line, first + number * grid.small * LINE, grid.head_px - grid.small * 0.5, grid.small, ink)
            )
    return words


def _look(
    each: DistrictUse, column: UseColumn, measure: UseMeasure, most: int, silence: str, reference: Reference
) -> CellLook:
    palette = reference.palette
    if not column.known(each):
        return CellLook(silence, palette.none, palette.none, palette.muted)
    use = column.read(each)
    if not use.is_used:
        return CellLook(NOBODY, WHITE, palette.line, palette.muted, dashed=each.fresh is False)
    count = use.of(measure)
    depth = 1.0 if each.district is None else log1p(count) / log1p(max(most, 1))
    fill = readable_fill(mix_colours(WHITE, column.colour, _LEAST_DEPTH + (1 - _LEAST_DEPTH) * depth), palette.ink)
    carried = each.fresh is False and each.district is not None
    stroke = palette.muted if carried else fill
    return CellLook(format_count(count), fill, stroke, text_colour_on(fill, palette.ink), carried)


def _tell(each: DistrictUse, column: UseColumn) -> dict[str, str]:
    use, known = column.read(each), column.known(each)
    return {
        COLUMN: column.code,
        "name": each.name,
        "label": column.caption,
        "programmes": format_count(use.programmes) if known else NO_DATA,
        "mentees": f"{format_count(use.mentees)}{NBSP}участий, чел." if known else NO_DATA,
        "as_of": format_date(each.as_of) if each.as_of else NO_DATA,
    }


def _dated_name(each: DistrictUse) -> str:
    carried = each.district is not None and each.fresh is False and each.as_of is not None
    return f"{each.name}{NBSP}· {each.as_of:%d.%m}" if carried else each.name


def _key(use: RegionUse, columns: Sequence[UseColumn], reference: Reference, *, upright: bool) -> tuple[KeyEntry, ...]:
    palette = reference.palette
    known = [all(column.known(each) for column in columns) for each in use.districts]
    entries = [KeyEntry(f"«{NOBODY}» — никто не использует", WHITE, palette.line)]
    if not all(known):
        entries.append(KeyEntry(f"«{UNKNOWN}» — {NO_DATA}" if upright else NO_DATA, palette.none, palette.none))
    if any(each.fresh is False for each in use.districts):
        entries.append(KeyEntry("прошлый отчёт", WHITE, palette.muted, dashed=True))
    return tuple(entries)

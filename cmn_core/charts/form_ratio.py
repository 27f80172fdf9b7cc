"""Which forms of mentoring prevail where: the seed's chart of all municipalities and the region, each bar 100 %."""

from collections.abc import Sequence

import altair as alt

from cmn_core.analysis.figure import FormRatios, FormShares
from cmn_core.charts.bar_panels import NAME_GAP_PX, BarPanels, BarPlace, count_rows, plan_panels
from cmn_core.charts.canvas import Canvas, plan_canvas
from cmn_core.charts.form_notes import write_notes
from cmn_core.charts.form_rows import FormRows, draw_segments, draw_words, form_fill, tell_row
from cmn_core.charts.form_tooltip import build_form_tooltip
from cmn_core.charts.key import build_key
from cmn_core.charts.key_plan import KeyEntry
from cmn_core.charts.look import PAGE, Look
from cmn_core.charts.marks import build_boxes, build_hits, build_words
from cmn_core.charts.text_width import text_width
from cmn_core.charts.theme import apply_theme
from cmn_core.reference import Reference
from cmn_core.wording import name_order

BY_NAME, BY_TOTAL = "name", "total"
_HEAD_ROWS = 1.4
"""The region's row and the gap below it."""
_TEXT_SHARE = 0.8


def build_form_ratio_chart(
    ratios: FormRatios,
    reference: Reference,
    *,
    show_counts: bool = False,
    sort: str = BY_NAME,
    title: str | None = None,
    subtitle: str | None = None,
    width: int = 980,
    height: int | None = None,
    look: Look = PAGE,
) -> alt.LayerChart:
    """Build the 100 % bars; `sort` is «name», «total» or a form's code (largest share first)."""
    districts = sort_shares(ratios.districts, sort)
    forms = find_forms(ratios)
    key = tuple(
        KeyEntry(reference.forms.label(code), form_fill(code, reference), form_fill(code, reference)) for code in forms
    )
    line_count = _HEAD_ROWS + count_rows([1.0] * len(districts), look.list_columns)
    canvas = plan_canvas(
        look,
        width=width,
        height=height,
        plot_height=line_count * look.row,
        title=title,
        subtitle=subtitle,
        key=key,
        key_side="above",
    )
    size = min(look.text, canvas.plot_height / line_count * _TEXT_SHARE)
    every = [ratios.region, *districts]
    columns = look.list_columns
    notes = write_notes(every, ratios.measure, canvas.plot_width / columns, size, region_free=columns > 1)
    panels = _plan(every, notes, canvas, size)
    rows = FormRows(reference, ratios.measure, forms, panels, notes, size, show_counts)
    placed = list(zip(every, (BarPlace(0.0, 0.0, 1.0), *panels.places), strict=True))
    layers = [
        build_boxes([box for row in placed for box in draw_segments(*row, rows)], panels.plane, radius=0),
        build_words([word for row in placed for word in draw_words(*row, rows)], panels.plane),
        build_hits([tell_row(*row, rows) for row in placed], panels.plane, build_form_tooltip(reference, forms)),
        *build_key(canvas, reference.palette),
    ]
    return apply_theme(layers, canvas, reference.palette)


def sort_shares(districts: Sequence[FormShares], sort: str) -> list[FormShares]:
    """Sort municipalities by name, by their total or by the share of a form."""
    if sort == BY_NAME:
        return sorted(districts, key=lambda shares: name_order(shares.name))
    if sort == BY_TOTAL:
        return sorted(districts, key=lambda shares: (-shares.total, name_order(shares.name)))
    return sorted(districts, key=lambda shares: (-shares.shares_pct.get(sort, -1), name_order(shares.name)))


def find_forms(ratios: FormRatios) -> list[str]:
    """Return the codes of the forms that occur anywhere, in official order."""
    every = (ratios.region, *ratios.districts)
    return [code for code in ratios.forms if any(shares.counts.get(code) for shares in every)]


def _plan(every: list[FormShares], notes: dict[str | None, str], canvas: Canvas, size: float) -> BarPanels:
    columns = canvas.look.list_columns
    # Beside the region's row the second column is free: its note may be longer than the column of notes.
    noted = {oktmo: note for oktmo, note in notes.items() if oktmo is not None or columns == 1}
    return plan_panels(
        [1.0] * (len(every) - 1),
        [(100.0, 0.0)],
        canvas=canvas,
        columns=columns,
        names_px=max(text_width(row.name, size, bold=row.district is None) for row in every) + NAME_GAP_PX,
        notes_px=max(text_width(note, size, bold=oktmo is None) for oktmo, note in noted.items()) + NAME_GAP_PX,
        head_rows=_HEAD_ROWS,
    )

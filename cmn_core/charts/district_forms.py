"""Which forms one municipality works in: a bar a form, with counts and shares."""

import altair as alt

from cmn_core.analysis.figure import FormShares
from cmn_core.charts.bar_list import BarList, BarRow, build_bar_list
from cmn_core.charts.form_rows import form_fill
from cmn_core.charts.look import PAGE, Look
from cmn_core.charts.measures import counted_unit, format_share, nothing_words
from cmn_core.reference import Reference
from cmn_core.wording import NBSP

NONE_OF_FORM = "нет"


def build_district_forms_chart(
    shares: FormShares,
    reference: Reference,
    *,
    measure: str,
    title: str | None = None,
    subtitle: str | None = None,
    width: int = 480,
    height: int | None = None,
    look: Look = PAGE,
) -> alt.LayerChart:
    """Build the bars of all federal forms, and of own and unnamed ones where they occur."""
    palette = reference.palette
    federal = {form.code for form in reference.forms.federal}
    rows = [
        _row(shares, code, measure, reference)
        for code in reference.forms.codes
        if code in federal or shares.counts[code]
    ]
    nothing = BarRow("", None, nothing_words(shares, measure), palette.none, palette.none)
    bars = BarList(
        rows=rows if shares.total else [nothing],
        tooltip=(("form", "Форма"), ("counted", "Всего"), ("share", "Доля")),
        selects=(),
    )
    return build_bar_list(bars, palette, look, title=title, subtitle=subtitle, width=width, height=height)


def _row(shares: FormShares, code: str, measure: str, reference: Reference) -> BarRow:
    count = shares.counts[code]
    share = format_share(shares.shares_pct[code]) if count else NONE_OF_FORM
    fill = form_fill(code, reference)
    counted = counted_unit(count, measure) if count else NONE_OF_FORM
    return BarRow(
        name=reference.forms.label(code),
        value=float(count) if count else None,
        words=f"{counted}{NBSP}· {share}" if count else NONE_OF_FORM,
        fill=fill,
        stroke=fill,
        told={"form": reference.forms.label(code), "counted": counted, "share": share},
    )

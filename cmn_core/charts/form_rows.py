"""A municipality's bar of forms: segments in official order, the words on them, name and note beside."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cmn_core.analysis.figure import FormShares
from cmn_core.charts.bar_panels import NAME_GAP_PX, BarPanels, BarPlace
from cmn_core.charts.contrast import WHITE, text_colour_on
from cmn_core.charts.depth import readable_fill
from cmn_core.charts.form_tooltip import tell_shares
from cmn_core.charts.marks import Box, Word
from cmn_core.charts.measures import format_share, nothing_words
from cmn_core.charts.text_width import text_width
from cmn_core.reference import Reference
from cmn_core.wording import NBSP, format_count

_WORDS_SHARE = 0.86
"""Size of the words on a segment in parts of the names' size."""
_LEAST_ROOM_PX = 5
"""What a segment must be wider than its words."""
_ROOMY_UNIT_PX = 4.5
"""Px of one per cent under which the sign «%» stands in the region's row only."""


@dataclass(frozen=True, slots=True)
class FormRows:
    """What every row is drawn with."""

    reference: Reference
    measure: str
    forms: Sequence[str]
    panels: BarPanels
    notes: dict[str | None, str]
    size: float
    show_counts: bool


def form_fill(code: str, reference: Reference) -> str:
    """Return a form's colour, lightened where a text would not read on it."""
    return readable_fill(reference.forms.colour(code), reference.palette.ink)


def draw_segments(shares: FormShares, place: BarPlace, rows: FormRows) -> list[Box]:
    """Return the row's segments."""
    return [
        Box(
            place.zero + start,
            place.zero + end,
            place.bar_top,
            place.bar_bottom,
            form_fill(code, rows.reference),
            WHITE,
        )
        for code, start, end in _segments(shares, rows.forms)
    ]


def draw_words(shares: FormShares, place: BarPlace, rows: FormRows) -> list[Word]:
    """Return the row's name, its note and the words on its segments."""
    palette, size, whole = rows.reference.palette, rows.size, shares.district is None
    note = rows.notes[shares.district]
    words = [
        Word(shares.name, place.zero, place.middle, size, palette.ink, "right", -NAME_GAP_PX, bold=whole),
        Word(note, place.zero + 100, place.middle, size, palette.ink, dx=NAME_GAP_PX, bold=whole),
    ]
    if shares.total:
        return words + _segment_words(shares, place, rows)
    return [*words, Word(nothing_words(shares, rows.measure), place.zero, place.middle, size, palette.muted, dx=2)]


def tell_row(shares: FormShares, place: BarPlace, rows: FormRows) -> dict[str, Any]:
    """Return the row's place and tooltip for the pointer."""
    left, right = rows.panels.plane.x
    pitch = rows.panels.zeros[1] if len(rows.panels.zeros) > 1 else right - left
    return {
        "oktmo": shares.district or "",
        "left": place.zero + left,
        "right": min(place.zero + left + pitch, right),
        "top": place.top,
        "bottom": place.bottom,
        **tell_shares(shares, rows.measure, rows.forms),
    }


def _segments(shares: FormShares, forms: Sequence[str]) -> list[tuple[str, float, float]]:
    segments, start = [], 0.0
    for code in forms:
        share = float(shares.shares_pct.get(code, 0))
        if share:
            segments.append((code, start, start + share))
            start += share
    return segments


def _segment_words(shares: FormShares, place: BarPlace, rows: FormRows) -> list[Word]:
    size, whole = rows.size * _WORDS_SHARE, shares.district is None
    words = []
    for code, start, end in _segments(shares, rows.forms):
        room = (end - start) * rows.panels.unit_px - _LEAST_ROOM_PX
        text = next(
            (text for text in _wordings(shares, code, rows) if text_width(text, size, bold=whole) <= room), None
        )
        if text:
            colour = text_colour_on(form_fill(code, rows.reference), rows.reference.palette.ink)
            middle = place.zero + (start + end) / 2
            words.append(Word(text, middle, place.middle, size, colour, "center", bold=whole))
    return words


def _wordings(shares: FormShares, code: str, rows: FormRows) -> list[str]:
    """Return what may stand on a segment, the wording to prefer first."""
    if rows.show_counts:
        return [format_count(shares.counts[code])]
    share = format_share(shares.shares_pct[code])
    bare = share.removesuffix(f"{NBSP}%")
    if rows.panels.unit_px >= _ROOMY_UNIT_PX:
        return [share]
    return [share, bare] if shares.district is None else [bare]

"""What stands at the right end of a bar of forms: how much was counted, what lies outside, and an older date."""

from collections.abc import Sequence

from cmn_core.analysis.figure import FormShares
from cmn_core.charts.measures import counted, counted_short, counted_words
from cmn_core.charts.text_width import text_width
from cmn_core.wording import NBSP, format_count

_MOST_SHARE = 0.26
"""The most that notes take of a panel's width before they are abbreviated."""
OUTSIDE = "вне форм"


def write_notes(
    every: Sequence[FormShares], measure: str, panel_px: float, size: float, *, region_free: bool
) -> dict[str | None, str]:
    """Write each row's note, by ОКТМО: with nouns, with abbreviated units, or as numbers under the region's unit.

    `region_free` says that the region's own note has room beyond the column of notes.
    """
    for level in (counted_words, counted_short):
        notes = {shares.district: _note(shares, level(shares, measure), OUTSIDE) for shares in every}
        if max(text_width(note, size, bold=True) for note in notes.values()) <= panel_px * _MOST_SHARE:
            return notes
    bare = {shares.district: _note(shares, format_count(counted(shares, measure)), "") for shares in every}
    whole = {
        shares.district: _note(shares, counted_short(shares, measure), OUTSIDE)
        if region_free
        else counted_short(shares, measure)
        for shares in every
        if shares.district is None
    }
    return bare | whole


def _note(shares: FormShares, counted_text: str, outside: str) -> str:
    if not shares.total and not shares.unassigned:
        return ""
    parts = [counted_text]
    if shares.unassigned:
        parts.append(f"+{NBSP}{format_count(shares.unassigned)} {outside}".strip())
    if shares.district is not None and shares.fresh is False and shares.as_of:
        parts.append(f"·{NBSP}{shares.as_of:%d.%m}")
    return NBSP.join(parts)

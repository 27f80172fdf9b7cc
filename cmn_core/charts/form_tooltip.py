"""What the pointer tells about a municipality's forms."""

from collections.abc import Sequence

from cmn_core.analysis.figure import FormShares
from cmn_core.charts.marks import Tooltip
from cmn_core.charts.measures import counted_words, format_share, nothing_words
from cmn_core.reference import Reference
from cmn_core.wording import NBSP, NO_DATA, format_count, format_date

NOTHING = "–"


def build_form_tooltip(reference: Reference, forms: Sequence[str]) -> Tooltip:
    """Build the tooltip's lines for the fields of `tell_shares`."""
    labels = [(f"form_{code}", reference.forms.label(code)) for code in forms]
    outside = ("unassigned", reference.forms.unassigned.label)
    return ("name", "Муниципалитет"), ("total", "Всего"), *labels, outside, ("as_of", "Данные на")


def tell_shares(shares: FormShares, measure: str, forms: Sequence[str]) -> dict[str, str]:
    """Write a form ratio's parts as the texts of its tooltip."""
    return {
        "name": shares.name,
        "total": counted_words(shares, measure) if shares.total else nothing_words(shares, measure),
        **{f"form_{code}": _tell_form(shares, code) for code in forms},
        "unassigned": format_count(shares.unassigned) if shares.unassigned else NOTHING,
        "as_of": _tell_date(shares),
    }


def _tell_form(shares: FormShares, code: str) -> str:
    if not shares.counts.get(code):
        return NOTHING
    return f"{format_count(shares.counts[code])}{NBSP}· {format_share(shares.shares_pct[code])}"


def _tell_date(shares: FormShares) -> str:
    if shares.as_of is None:
        return NO_DATA
    return f"{format_date(shares.as_of)}{' (прошлый отчёт)' if shares.fresh is False else ''}"

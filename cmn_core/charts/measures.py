"""In what the form ratios are counted, and how such counts and shares are written on a chart."""

from decimal import ROUND_HALF_UP, Decimal

from cmn_core.analysis.figure import FormShares
from cmn_core.wording import NBSP, NO_DATA, count_of, format_count

_NOUNS = {
    "programmes": ("программа", "программы", "программ"),
    "mentees": ("наставляемый", "наставляемых", "наставляемых"),
    "organisations": ("организация", "организации", "организаций"),
}
_SHORT = {"programmes": "прогр.", "mentees": "чел.", "organisations": "орг."}


def counted(shares: FormShares, measure: str) -> int:
    """Return how much is counted; for pairs of organisation and form the organisations."""
    return shares.organisations if measure == "organisations" else shares.total


def counted_words(shares: FormShares, measure: str) -> str:
    """Write how much is counted with its noun: «41 программа»."""
    return count_of(counted(shares, measure), *_NOUNS[measure])


def counted_unit(count: int, measure: str) -> str:
    """Write a form's count with the abbreviated unit: organisations stand for pairs with the form."""
    return f"{format_count(count)}{NBSP}{_SHORT[measure]}"


def counted_short(shares: FormShares, measure: str) -> str:
    """Write how much is counted with its unit abbreviated: «41 прогр.»."""
    return counted_unit(counted(shares, measure), measure)


def nothing_words(shares: FormShares, measure: str) -> str:
    """Say why there is no ratio: no report, or a report without anything to count."""
    if shares.as_of is None:
        return NO_DATA
    return f"нет {_NOUNS[measure][2]}"


def format_share(share: Decimal) -> str:
    """Write a share in whole per cent; what is not all never prints as all, what is not nothing not as nothing."""
    shown = share.quantize(Decimal(1), ROUND_HALF_UP)
    if shown == 100 and share < 100:
        return f">99{NBSP}%"
    if shown == 0 and share > 0:
        return f"<1{NBSP}%"
    return f"{shown}{NBSP}%"

"""How many people are lacking to a target, and who lacks most."""

from collections.abc import Iterable
from decimal import Decimal

from cmn_core.analysis.figure import Figure
from cmn_core.shares import count_needed


def compute_gap_people(numerator: int | None, denominator: int | None, target_pct: Decimal | None) -> int | None:
    """Count the people lacking to the target, at least 0; None where the target or the whole is not known."""
    needed = count_needed(denominator, target_pct)
    if numerator is None or needed is None:
        return None
    return max(0, needed - numerator)


def rank_gaps(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Order those below their target by the people they lack, most first; equal ones by the lower value, then name."""
    lacking = [figure for figure in figures if figure.gap_people]
    return tuple(sorted(lacking, key=lambda figure: (-(figure.gap_people or 0), figure.value_pct or 0, figure.name)))


def sum_district_gaps(figures: Iterable[Figure]) -> int | None:
    """Add the municipal gaps: another number than the region's own gap; None where no municipality has one."""
    gaps = [figure.gap_people for figure in figures if figure.gap_people is not None]
    return sum(gaps) if gaps else None

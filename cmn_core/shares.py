"""Shares in per cent of whole numbers, and how many make a target: in integers and Decimal alone."""

from decimal import ROUND_CEILING, Decimal


def compute_value_pct(numerator: int | None, denominator: int | None) -> Decimal | None:
    """Divide into per cent; None without a numerator or a whole to divide by, never a division error."""
    if numerator is None or not denominator:
        return None
    return Decimal(numerator * 100) / Decimal(denominator)


def count_needed(denominator: int | None, target_pct: Decimal | None) -> int | None:
    """Count the people that make the target of a whole, rounded up; None where one of them is not known."""
    if not denominator or target_pct is None:
        return None
    return int((target_pct * denominator / 100).to_integral_value(ROUND_CEILING))

"""A share in per cent of two whole numbers."""

from decimal import Decimal


def compute_value_pct(numerator: int | None, denominator: int | None) -> Decimal | None:
    """Divide into per cent; None without a numerator or a whole to divide by, never a division error."""
    if numerator is None or not denominator:
        return None
    return Decimal(numerator * 100) / Decimal(denominator)

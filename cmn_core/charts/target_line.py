"""The target as a line of a chart, with its words."""

from dataclasses import dataclass
from decimal import Decimal

from cmn_core.wording import format_target


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target in per cent and the words that stand at its line."""

    value: float
    words: str


def read_target_line(target_pct: Decimal | None) -> TargetLine | None:
    """Return the line of a target, None where no target is set."""
    return TargetLine(float(target_pct), f"план {format_target(target_pct)}") if target_pct is not None else None

"""What an indicator counts in a report's sums or in an organisation's counts."""

from collections.abc import Callable, Sequence
from typing import Protocol

from cmn_core.analysis.parts import Part
from cmn_core.reference import Indicator


class Counts(Protocol):
    """What sums and organisations have alike."""

    @property
    def drawn_in(self) -> int:
        """People drawn in, in any role."""


_COUNTED: dict[str, Callable[[Counts], int]] = {"coverage": lambda counts: counts.drawn_in}


def feeding_parts(parts: Sequence[Part], indicator: Indicator) -> tuple[Part, ...]:
    """Keep the parts whose layout feeds the indicator; a part that does not is «нет данных» for it."""
    if indicator.code not in _COUNTED:
        return ()
    return tuple(part for part in parts if part.report.layout in indicator.fed_by)


def count_part(part: Part, indicator: Indicator) -> int:
    """Count an indicator's numerator in a part that feeds it."""
    return sum(count_people(row, indicator) for row in part.rows if row.form is None)


def count_people(counts: Counts, indicator: Indicator) -> int:
    """Count an indicator's numerator in one set of counts."""
    return _COUNTED[indicator.code](counts)

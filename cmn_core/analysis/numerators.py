"""What an indicator counts in a report's sums or in an organisation's counts."""

from collections.abc import Sequence

from cmn_core.analysis.parts import Part
from cmn_core.intake.people_counts import PeopleCounts
from cmn_core.reference import Indicator

PARTNERS = "partners"
"""Counted by name, not by head: an organisation's enterprises are its municipality's."""


def feeding_parts(parts: Sequence[Part], indicator: Indicator) -> tuple[Part, ...]:
    """Keep the parts whose layout feeds the indicator; a part that does not is «нет данных» for it.

    Beside such a part, a report taken for the other scope alone and without an organisation of it tells nothing: it
    keeps no part, for the municipality's 0 would be made of silence.
    """
    feeding = tuple(part for part in parts if part.report.layout in indicator.fed_by)
    silent = len(feeding) < len(parts) and not any(part.organisations for part in feeding)
    return () if silent else feeding


def count_part(part: Part, indicator: Indicator) -> int:
    """Count an indicator's numerator in a part that feeds it."""
    return part.partners if indicator.counted == PARTNERS else count_people(part.people, indicator)


def count_people(counts: PeopleCounts, indicator: Indicator) -> int:
    """Count an indicator's numerator in one set of counts."""
    return int(getattr(counts, indicator.counted))

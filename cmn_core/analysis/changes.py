"""What changed in an indicator between two periods of one year."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cmn_core.analysis.figure import Figure, IndicatorFigures, RegionFigure
from cmn_core.period import Period


@dataclass(frozen=True, slots=True)
class Fall:
    """A cumulative count that became less, though the reports stand for as much as before."""

    district: str
    name: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference of two periods; empty when they lie in different years, which are not compared."""

    indicator: str
    since: Period
    until: Period
    region_points: Decimal | None = None
    """Change of the region's value in percentage points."""
    district_points: tuple[tuple[str, Decimal], ...] = ()
    """(ОКТМО, change in percentage points) where both periods have a value."""
    newly_reached: tuple[Figure, ...] = ()
    lost: tuple[Figure, ...] = ()
    """Reached the target then, do not now."""
    fell: tuple[Fall, ...] = ()
    newly_reported: tuple[Figure, ...] = ()
    """Had no data in the year then, have now."""
    dropped_out: tuple[Figure, ...] = ()
    """Had data then; by now their last report is too old to enter."""

    @property
    def comparable(self) -> bool:
        """Tell whether both periods lie in one calendar year."""
        return self.since.year == self.until.year


def compute_points(before: Figure | RegionFigure, after: Figure | RegionFigure) -> Decimal | None:
    """Compute the change of a value in percentage points; None across years or without both values."""
    if before.period.year != after.period.year or before.value_pct is None or after.value_pct is None:
        return None
    return after.value_pct - before.value_pct


def compute_changes(before: IndicatorFigures, after: IndicatorFigures) -> Changes:
    """Compare an indicator's figures of two periods."""
    since, until = before.region.period, after.region.period
    if since.year != until.year:
        return Changes(after.region.indicator, since, until)
    pairs = [(before.of(figure.district), figure) for figure in after.districts]
    return Changes(
        indicator=after.region.indicator,
        since=since,
        until=until,
        region_points=compute_points(before.region, after.region),
        district_points=tuple(
            (now.district, points) for then, now in pairs if (points := compute_points(then, now)) is not None
        ),
        newly_reached=tuple(now for then, now in pairs if now.reached and not then.reached),
        lost=tuple(now for then, now in pairs if then.reached and now.reached is False),
        fell=tuple(_falls(pairs)),
        newly_reported=tuple(now for then, now in pairs if then.numerator is None and now.numerator is not None),
        dropped_out=tuple(now for then, now in pairs if then.numerator is not None and now.numerator is None),
    )


def _falls(pairs: list[tuple[Figure, Figure]]) -> Iterator[Fall]:
    """A scope whose report grew too old takes its people along: that is no fall of a count."""
    for then, now in pairs:
        if then.numerator is None or now.numerator is None or not set(then.scopes) <= set(now.scopes):
            continue
        if now.numerator < then.numerator:
            yield Fall(now.district, now.name, then.numerator, now.numerator)

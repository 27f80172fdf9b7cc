"""A counted figure and what it was made of."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cmn_core.period import Period
from cmn_core.reference.indicators import LayoutCode
from cmn_core.shares import compute_value_pct


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """An indicator at a period: a count, what it is divided by, and how it stands against the target."""

    indicator: str
    name: str
    period: Period
    numerator: int | None
    denominator: int | None
    denominator_source: str | None
    value_pct: Decimal | None
    target_pct: Decimal | None
    gap_people: int | None
    as_of: date | None
    fresh: bool | None
    """True when every report that entered is of the asked period; None without a report."""
    asked: int | None = None
    """Of a survey: the participations among which it was held; None for other indicators."""
    layouts: tuple[LayoutCode, ...] = ()
    """The layouts of the reports that the count comes from: how far its people may repeat."""
    accepted_only: bool = False
    """Counted by the accepted reports alone."""

    @property
    def response_rate_pct(self) -> Decimal | None:
        """Tell which part of those asked answered a survey; None for other indicators."""
        return compute_value_pct(self.denominator, self.asked)

    @property
    def reached(self) -> bool | None:
        """Tell whether the target is reached, in whole numbers; None where it cannot be told."""
        if self.numerator is None or not self.denominator or self.target_pct is None:
            return None
        return self.numerator * 100 >= self.target_pct * self.denominator

    @property
    def over_whole(self) -> bool:
        """Tell a value over 100 %, which is shown as it is and flagged."""
        return self.value_pct is not None and self.value_pct > 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Share):
    """An indicator of an organisation or a municipality."""

    district: str
    organisation: str | None = None
    organisation_id: int | None = None
    scopes: tuple[str, ...] = ()
    """Which of `municipal` and `state` the reports that it was counted from stand for: what it is complete in."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A municipality outside the region's sums for want of a denominator, with its people."""

    district: str
    name: str
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionFigure(Share):
    """An indicator of the whole region: Σ numerators over Σ denominators; `fresh` only if all municipalities are."""

    fresh_count: int
    district_count: int
    reached_count: int
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorFigures:
    """One indicator at one period: the region's figure and every municipality's, by ОКТМО."""

    region: RegionFigure
    districts: tuple[Figure, ...]

    def of(self, oktmo: str) -> Figure:
        """Return one municipality's figure."""
        return next(figure for figure in self.districts if figure.district == oktmo)


@dataclass(frozen=True, slots=True)
class FormShares:
    """Form ratio of one municipality or the region."""

    district: str | None
    name: str
    counts: dict[str, int]
    """Form code → count, every form of the reference present."""
    shares_pct: dict[str, Decimal]
    """Form code → share of the counted, adds to 100; empty where nothing is counted."""
    unassigned: int
    """Counts that stand for rows of different forms; outside the 100 %."""
    organisations: int
    total: int
    as_of: date | None
    fresh: bool | None
    layouts: frozenset[LayoutCode] = frozenset()
    """Of the reports that were counted."""
    accepted_only: bool = False


@dataclass(frozen=True, slots=True)
class FormRatios:
    """Form ratios at a period by one measure."""

    period: Period
    measure: str
    forms: tuple[str, ...]
    districts: tuple[FormShares, ...]
    region: FormShares

    def of(self, oktmo: str) -> FormShares:
        """Return one municipality's ratio."""
        return next(shares for shares in self.districts if shares.district == oktmo)

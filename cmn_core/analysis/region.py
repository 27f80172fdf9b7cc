"""The region's figure: Σ numerators over Σ denominators, never a mean of percentages."""

from collections.abc import Sequence

from cmn_core.analysis.denominators import describe_sources
from cmn_core.analysis.figure import Figure, LeftOut, RegionFigure
from cmn_core.analysis.gaps import compute_gap_people
from cmn_core.period import Period
from cmn_core.reference import Indicator, Reference
from cmn_core.shares import compute_value_pct


def compute_region_figure(
    figures: Sequence[Figure], indicator: Indicator, period: Period, reference: Reference
) -> RegionFigure:
    """Sum the municipalities that have both numbers; name those left out with their people.

    If none has a denominator, the numerator is the sum of all and nobody is left out of it.
    """
    reporting = [figure for figure in figures if figure.numerator is not None]
    whole = [figure for figure in reporting if figure.denominator]
    numerator = sum(figure.numerator or 0 for figure in whole or reporting) if reporting else None
    denominator = sum(figure.denominator or 0 for figure in whole) if whole else None
    target = indicator.target_pct(period.year)
    fresh_count = sum(figure.fresh is True for figure in figures)
    return RegionFigure(
        indicator=indicator.code,
        name=reference.region.facts.name,
        period=period,
        numerator=numerator,
        denominator=denominator,
        denominator_source=describe_sources(figure.denominator_source or "" for figure in whole),
        value_pct=compute_value_pct(numerator, denominator),
        target_pct=target,
        gap_people=compute_gap_people(numerator, denominator, target),
        # Where nobody answered there is nothing to divide by, yet those asked lower the response rate.
        asked=sum(figure.asked or 0 for figure in reporting) if indicator.asked and reporting else None,
        layouts=tuple(sorted({layout for figure in reporting for layout in figure.layouts})),
        as_of=max((figure.as_of for figure in reporting if figure.as_of), default=None),
        fresh=fresh_count == len(figures) if reporting else None,
        accepted_only=any(figure.accepted_only for figure in figures),
        fresh_count=fresh_count,
        district_count=len(figures),
        reached_count=sum(figure.reached is True for figure in figures),
        left_out=tuple(
            LeftOut(figure.district, figure.name, figure.numerator or 0)
            for figure in reporting
            if whole and not figure.denominator and not _has_nobody(figure)
        ),
    )


def _has_nobody(figure: Figure) -> bool:
    """Tell a municipality that states a whole of 0 and counts nobody: it adds nothing, and nobody is left out."""
    return figure.denominator == 0 and not figure.numerator

"""Indicators of organisations, municipalities and the region at a period, and their months."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from cmn_core.analysis.counted import keep_counted
from cmn_core.analysis.denominators import Denominator, find_denominator, find_stated
from cmn_core.analysis.entering import SCOPES
from cmn_core.analysis.figure import Figure, IndicatorFigures, RegionFigure
from cmn_core.analysis.gaps import compute_gap_people
from cmn_core.analysis.indexed_facts import IndexedFacts, index_facts
from cmn_core.analysis.numerators import PARTNERS, count_part, count_people, feeding_parts
from cmn_core.analysis.parts import DistrictParts, Part, select_indexed_parts
from cmn_core.analysis.region import compute_region_figure
from cmn_core.period import Period
from cmn_core.reference import District, Indicator, Reference
from cmn_core.shares import compute_value_pct
from cmn_core.store.facts import OrganisationFacts, YearFacts


def compute_indicator(
    facts: YearFacts, reference: Reference, code: str, period: Period, subordination: str | None = None
) -> IndicatorFigures:
    """Compute one indicator at a period for every municipality and the region."""
    indexed = index_facts(facts)
    parts = select_indexed_parts(indexed, period, reference)
    return _compute_figures(indexed, parts, reference, reference.indicator(code), period, subordination)


def compute_indicators(
    facts: YearFacts, reference: Reference, period: Period, subordination: str | None = None
) -> dict[str, IndicatorFigures]:
    """Compute every indicator at a period, by code in the order of the reference."""
    indexed = index_facts(facts)
    parts = select_indexed_parts(indexed, period, reference)
    return {
        indicator.code: _compute_figures(indexed, parts, reference, indicator, period, subordination)
        for indicator in reference.indicators
    }


def compute_months(
    facts: YearFacts,
    reference: Reference,
    code: str,
    district: str | None,
    until: Period,
    subordination: str | None = None,
) -> tuple[Figure, ...] | tuple[RegionFigure, ...]:
    """Compute the months of a calendar year up to `until`: a municipality's figures, or the region's for None."""
    if district is None:
        return tuple(month.region for month in compute_year(facts, reference, code, until, subordination))
    indexed = index_facts(facts)
    place, indicator = reference.region.district(district), reference.indicator(code)
    return tuple(
        _compute_district(indexed, parts[district], place, indicator, subordination)
        for _period, parts in _select_months(indexed, reference, until)
    )


def compute_indicator_months(
    facts: YearFacts, reference: Reference, district: str, until: Period
) -> dict[str, tuple[Figure, ...]]:
    """Compute the months of every indicator of a municipality, by code; reports are chosen once for all of them."""
    indexed = index_facts(facts)
    place = reference.region.district(district)
    months = list(_select_months(indexed, reference, until))
    return {
        indicator.code: tuple(
            _compute_district(indexed, parts[district], place, indicator, None) for _, parts in months
        )
        for indicator in reference.indicators
    }


def compute_year(
    facts: YearFacts, reference: Reference, code: str, until: Period, subordination: str | None = None
) -> tuple[IndicatorFigures, ...]:
    """Compute the months of a calendar year up to `until` for every municipality and the region."""
    indexed = index_facts(facts)
    indicator = reference.indicator(code)
    return tuple(
        _compute_figures(indexed, parts, reference, indicator, period, subordination)
        for period, parts in _select_months(indexed, reference, until)
    )


def compute_organisation_figures(
    organisation_facts: Iterable[OrganisationFacts],
    parts: Mapping[str, DistrictParts],
    reference: Reference,
    code: str,
    period: Period,
    district: str,
) -> tuple[Figure, ...]:
    """Compute the figures of a municipality's organisations, each from the one report that it counts from.

    An expansion form states no contingent, so its organisations have counts without a value. Enterprises are a
    municipality's: no organisation has a share of them.
    """
    indicator = reference.indicator(code)
    if indicator.counted == PARTNERS:
        return ()
    place = reference.region.district(district)
    feeding = {part.report.report_id: part for part in feeding_parts(parts[district].parts, indicator)}
    return tuple(
        _organisation_figure(
            facts, feeding[facts.report_id], indicator, place, period, accepted_only=parts[district].accepted_only
        )
        for facts in keep_counted(parts[district], organisation_facts)
        if facts.report_id in feeding
    )


def _organisation_figure(
    facts: OrganisationFacts, part: Part, indicator: Indicator, place: District, period: Period, *, accepted_only: bool
) -> Figure:
    whole = find_stated(indicator, facts.people, [part.report]) if part.report.layout == "monthly" else None
    figure = _divide(indicator, place, period, count_people(facts.people, indicator), whole)
    return replace(
        figure,
        accepted_only=accepted_only,
        asked=getattr(facts.people, indicator.asked) if indicator.asked else None,
        as_of=part.report.as_of,
        fresh=part.report.period == period,
        organisation=facts.name,
        organisation_id=facts.organisation_id,
        scopes=part.scopes,
        layouts=(part.report.layout,),
    )


def _select_months(
    indexed: IndexedFacts, reference: Reference, until: Period
) -> Iterator[tuple[Period, Mapping[str, DistrictParts]]]:
    for month in range(1, until.month + 1):
        period = Period(until.year, month)
        yield period, select_indexed_parts(indexed, period, reference)


def _compute_figures(
    indexed: IndexedFacts,
    parts: Mapping[str, DistrictParts],
    reference: Reference,
    indicator: Indicator,
    period: Period,
    subordination: str | None,
) -> IndicatorFigures:
    figures = tuple(
        _compute_district(indexed, parts[place.oktmo], place, indicator, subordination)
        for place in reference.region.districts
    )
    return IndicatorFigures(compute_region_figure(figures, indicator, period, reference), figures)


def _compute_district(
    indexed: IndexedFacts, parts: DistrictParts, place: District, indicator: Indicator, subordination: str | None
) -> Figure:
    narrowed = parts.narrowed(subordination)
    feeding = feeding_parts(narrowed.parts, indicator)
    numerator = sum(count_part(part, indicator) for part in feeding) if feeding else None
    whole = find_denominator(indexed, indicator, place.oktmo, parts.period.year, feeding, subordination)
    figure = replace(_divide(indicator, place, parts.period, numerator, whole), accepted_only=parts.accepted_only)
    if not feeding:
        return figure
    return replace(
        figure,
        asked=_count_asked(feeding, indicator),
        as_of=narrowed.as_of,
        fresh=narrowed.fresh,
        scopes=tuple(scope for scope in SCOPES if any(scope in part.scopes for part in feeding)),
        layouts=tuple(sorted({part.report.layout for part in feeding})),
    )


def _divide(
    indicator: Indicator, place: District, period: Period, numerator: int | None, whole: Denominator | None
) -> Figure:
    """Set a count against its whole and the year's target."""
    denominator = whole.value if whole else None
    target = indicator.target_pct(period.year)
    return Figure(
        indicator=indicator.code,
        district=place.oktmo,
        name=place.short,
        period=period,
        numerator=numerator,
        denominator=denominator,
        denominator_source=whole.source if whole else None,
        value_pct=compute_value_pct(numerator, denominator),
        target_pct=target,
        gap_people=compute_gap_people(numerator, denominator, target),
        as_of=None,
        fresh=None,
    )


def _count_asked(feeding: Sequence[Part], indicator: Indicator) -> int | None:
    """Count the participations among which a survey was held; None where the indicator is no survey."""
    return sum(getattr(part.people, indicator.asked) for part in feeding) if indicator.asked else None

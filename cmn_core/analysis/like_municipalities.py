"""Municipalities of like size: the nearest by children of 10–19, none too much larger or smaller."""

from collections.abc import Mapping
from dataclasses import dataclass

from cmn_core.analysis.indicators import compute_indicator
from cmn_core.analysis.overview import COLLECTED_BY
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.store.facts import YearFacts
from cmn_core.wording import NBSP, plural


@dataclass(frozen=True, slots=True)
class MunicipalitySize:
    """How many children of 10–19 live in a municipality, and who says so."""

    children: int
    source: str


@dataclass(frozen=True, slots=True)
class LikeMunicipality:
    """A municipality that another one is measured against."""

    district: str
    """ОКТМО."""
    name: str
    size: MunicipalitySize


def measure_sizes(facts: YearFacts, reference: Reference, period: Period) -> dict[str, MunicipalitySize]:
    """Return the sizes of municipalities by ОКТМО: «Численность», else the contingent of their monthly reports.

    Of whom neither is known, or nobody lives there, is left out.
    """
    figures = compute_indicator(facts, reference, COLLECTED_BY, period)
    return {
        figure.district: MunicipalitySize(figure.denominator, figure.denominator_source or "")
        for figure in figures.districts
        if figure.denominator
    }


def find_like(oktmo: str, sizes: Mapping[str, MunicipalitySize], reference: Reference) -> tuple[LikeMunicipality, ...]:
    """Find municipalities of like size, the nearest first; none where the size is not known."""
    own = sizes.get(oktmo)
    if own is None:
        return ()
    rule = reference.practices.like
    near = [
        LikeMunicipality(district.oktmo, district.short, sizes[district.oktmo])
        for district in reference.region.districts
        if district.oktmo != oktmo
        and district.oktmo in sizes
        and _is_within(own.children, sizes[district.oktmo].children, rule.furthest_pct)
    ]
    near.sort(key=lambda like: (abs(like.size.children - own.children), like.district))
    return tuple(near[: rule.nearest])


def describe_like_rule(reference: Reference) -> str:
    """Say in words which municipalities are of like size."""
    rule = reference.practices.like
    nearest = f"до {rule.nearest} {plural(rule.nearest, 'ближайшего', 'ближайших', 'ближайших')}"
    return (
        f"похожие по размеру — {nearest} по числу детей 10–19 лет, с разницей не больше чем в {rule.times}{NBSP}раза; "
        "число — из «Численности», а где её нет, по контингенту ОО"
    )


def _is_within(first: int, second: int, furthest_pct: int) -> bool:
    smaller, larger = sorted((first, second))
    return larger * 100 <= smaller * furthest_pct

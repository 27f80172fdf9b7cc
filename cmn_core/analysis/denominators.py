"""What an indicator divides by: one value per municipality, year and group, its source an attribute."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from cmn_core.analysis.indexed_facts import IndexedFacts
from cmn_core.reference import Indicator


@dataclass(frozen=True, slots=True)
class Denominator:
    """A whole and who names it."""

    value: int
    source: str


def find_denominator(indexed: IndexedFacts, indicator: Indicator, district: str, year: int) -> Denominator | None:
    """Find a municipality's denominator of the asked period's year in «Численность»; None where it is not stated."""
    found = indexed.population.get((district, year, indicator.group))
    return Denominator(found.value, found.source) if found else None


def describe_sources(sources: Iterable[str]) -> str | None:
    """Name the source of a sum; a mix says how many municipalities each gave: «Росстат 2020 — 30, … — 3»."""
    counted = Counter(sources)
    if len(counted) < 2:
        return next(iter(counted), None)
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{source} — {count}" for source, count in ordered)

"""What an indicator divides by: «Численность», else what the monthly reports themselves state."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cmn_core.analysis.indexed_facts import IndexedFacts
from cmn_core.analysis.parts import Part
from cmn_core.intake.people_counts import PeopleCounts, sum_people
from cmn_core.reference import Indicator
from cmn_core.store.facts import ReportInForce

BY_CONTINGENT = "по контингенту ОО"


@dataclass(frozen=True, slots=True)
class Denominator:
    """A whole and who names it."""

    value: int
    source: str


def find_denominator(
    indexed: IndexedFacts,
    indicator: Indicator,
    district: str,
    year: int,
    feeding: Sequence[Part],
    subordination: str | None = None,
) -> Denominator | None:
    """Find a municipality's whole; None where nobody states it.

    `feeding`: the parts that give the numerator. «Численность» of the asked period's year knows no municipal and state
    organisations: narrowed to either, only what the reports state is left.
    """
    if subordination is None:
        found = indexed.population.get((district, year, indicator.group))
        if found:
            return Denominator(found.value, found.source)
    if not feeding or any(part.report.layout != "monthly" for part in feeding):
        # Part of the people without their contingent: the share would be too high.
        return None
    stated = sum_people(part.people for part in feeding)
    return find_stated(indicator, stated, [part.report for part in feeding])


def find_stated(indicator: Indicator, counts: PeopleCounts, reports: Iterable[ReportInForce]) -> Denominator | None:
    """Return the whole that monthly reports state; None for an indicator that they state none of."""
    if not indicator.stated_whole:
        return None
    return Denominator(
        int(getattr(counts, indicator.stated_whole)),
        describe_survey(reports) if indicator.is_survey else BY_CONTINGENT,
    )


def describe_survey(reports: Iterable[ReportInForce]) -> str:
    """Name a survey by the score from which its people counted as satisfied."""
    scores = sorted({report.satisfaction_threshold for report in reports if report.satisfaction_threshold is not None})
    return f"опрос, оценка {' или '.join(map(str, scores))} и выше" if scores else "опрос"


def describe_sources(sources: Iterable[str]) -> str | None:
    """Name the source of a sum; a mix says how many municipalities each gave: «Росстат 2020 — 30, … — 3»."""
    counted = Counter(sources)
    if len(counted) < 2:
        return next(iter(counted), None)
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{source} — {count}" for source, count in ordered)

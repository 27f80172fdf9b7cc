"""What the first screen tells of a period: the region's figure, who lags, what changed, whose data are fresh."""

from dataclasses import dataclass, replace

from cmn_core.analysis.change_commentary import describe_changes
from cmn_core.analysis.changes import compute_changes
from cmn_core.analysis.commentary import (
    district_gaps_sentence,
    figure_subtitle,
    freshness_sentence,
    left_out_sentence,
    over_whole_sentence,
    reached_finding,
    region_finding,
)
from cmn_core.analysis.figure import Figure, IndicatorFigures, RegionFigure
from cmn_core.analysis.figure_words import FigureWords, describe_value
from cmn_core.analysis.gaps import rank_gaps
from cmn_core.analysis.indicators import compute_indicator, compute_months
from cmn_core.period import Period
from cmn_core.reference import Indicator, Reference
from cmn_core.store.facts import YearFacts
from cmn_core.wording import capital

_LAGGING_SHOWN = 5
_CHANGES_SHOWN = 4
NAMES_SHOWN = 4
COLLECTED_BY = "coverage"
"""The indicator that every layout feeds: by it one tells whose reports are there."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Figures of a period with the sentences about them."""

    figures: IndicatorFigures
    months: tuple[Figure, ...] | tuple[RegionFigure, ...]
    finding: str
    """How many municipalities reached the target; where that cannot be told, what the region comes to."""
    subtitle: str
    words: FigureWords
    lagging: tuple[Figure, ...]
    """Those who lack most people, most first."""
    lagging_note: str
    """Why nobody is named as lagging; empty where somebody is."""
    changes: tuple[str, ...]
    freshness: tuple[str, str]
    """How many have a fresh report; whose is older and who has none."""
    notes: tuple[str, ...]
    """What has to be known to read the figures right."""

    @property
    def has_data(self) -> bool:
        """Tell whether any report enters."""
        return self.figures.region.numerator is not None


def compute_overview(
    facts: YearFacts, reference: Reference, code: str, period: Period, subordination: str | None = None
) -> Overview:
    """Gather the first screen of one indicator."""
    indicator = reference.indicator(code)
    since = period.shifted(-1)
    figures = compute_indicator(facts, reference, code, period, subordination)
    changes = compute_changes(compute_indicator(facts, reference, code, since, subordination), figures)
    region = figures.region
    # The title keeps the number, what it leaves open stands under the map.
    finding, rest = part_sentence(_find(figures, reference, subordination))
    return Overview(
        figures=figures,
        months=compute_months(facts, reference, code, None, period, subordination),
        finding=finding,
        subtitle=narrowed_subtitle(figure_subtitle(region, reference), reference, subordination),
        words=describe_value(region, indicator, changes.region_points, since),
        lagging=rank_gaps(figures.districts)[:_LAGGING_SHOWN],
        lagging_note=explain_nobody(figures, indicator, subordination),
        # The region's own change stands beside its figure.
        changes=describe_changes(replace(changes, region_points=None), reference, NAMES_SHOWN)[:_CHANGES_SHOWN],
        freshness=part_sentence(freshness_sentence(figures, NAMES_SHOWN, reference)),
        notes=(*filter(None, [rest]), *_notes(figures, reference)),
    )


def narrowed_subtitle(subtitle: str, reference: Reference, subordination: str | None) -> str:
    """Add to a grey line which organisations it speaks of, where it does not speak of all."""
    return f"{subtitle}; {reference.kinds.scope_label(subordination)}" if subordination else subtitle


def part_sentence(sentence: str) -> tuple[str, str]:
    """Part what stands before the first semicolon from the rest, which becomes a sentence of its own."""
    head, _, rest = sentence.partition("; ")
    return head, capital(rest)


def _find(figures: IndicatorFigures, reference: Reference, subordination: str | None) -> str:
    if any(figure.reached is not None for figure in figures.districts):
        return reached_finding(figures, reference)
    return region_finding(figures.region, reference, subordination)


def explain_nobody(figures: IndicatorFigures, indicator: Indicator, subordination: str | None) -> str:
    """Say why nobody is named as lacking; empty where somebody is."""
    if any(figure.gap_people for figure in figures.districts):
        return ""
    if figures.region.target_pct is None:
        return f"План {figures.region.period.year} года не задан, нехватка не считается."
    if all(figure.gap_people is None for figure in figures.districts):
        if subordination is not None and not indicator.is_survey:
            return "Нехватка не считается: численность не делится на муниципальные и государственные организации."
        return f"Нехватка не считается: нет отчётов или {indicator.whole_genitive}."
    return "По имеющимся данным план выполнен везде."


def _notes(figures: IndicatorFigures, reference: Reference) -> tuple[str, ...]:
    sentences = (
        left_out_sentence(figures.region, reference, NAMES_SHOWN),
        over_whole_sentence(figures),
        district_gaps_sentence(figures, reference),
    )
    return tuple(sentence for sentence in sentences if sentence)

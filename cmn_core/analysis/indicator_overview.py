"""What «Показатели» tells of one indicator: the findings of each of its pictures, and what has to be known."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmn_core.analysis.commentary import (
    describe_missing_whole,
    district_gaps_sentence,
    figure_subtitle,
    freshness_sentence,
    lagging_finding,
    left_out_sentence,
    over_whole_sentence,
    reached_finding,
    region_finding,
)
from cmn_core.analysis.figure import Figure, IndicatorFigures, RegionFigure
from cmn_core.analysis.figure_marks import describe_repeats
from cmn_core.analysis.gaps import rank_gaps
from cmn_core.analysis.indicators import compute_year
from cmn_core.analysis.numerators import PARTNERS
from cmn_core.analysis.overview import NAMES_SHOWN, explain_nobody, narrowed_subtitle, part_sentence
from cmn_core.period import Period
from cmn_core.reference import Indicator, Reference
from cmn_core.store.facts import YearFacts
from cmn_core.wording import MONTHS, capital, count_of, format_pct, format_target, genitive_count_of

_ORGANISATIONS = ("организация", "организации", "организаций")


@dataclass(frozen=True, slots=True)
class IndicatorOverview:
    """One indicator in the months of a year up to the asked one, with the sentences about it."""

    months: tuple[IndicatorFigures, ...]
    finding: str
    """How many municipalities reached the target, else what the region comes to."""
    lacking: str
    """Who lacks most people, else what the region comes to."""
    nobody: str
    """Why nobody is named as lacking; empty where somebody is."""
    subtitle: str
    region: str
    """What the region comes to, to stand beside the municipalities."""
    notes: tuple[str, ...]

    @property
    def figures(self) -> IndicatorFigures:
        """The figures of the asked month."""
        return self.months[-1]

    @property
    def has_data(self) -> bool:
        """Tell whether any report enters."""
        return self.figures.region.numerator is not None

    def lines(self, districts: Sequence[str]) -> tuple[tuple[Figure, ...] | tuple[RegionFigure, ...], ...]:
        """Return the region's months, then those of municipalities in the given order."""
        region = tuple(month.region for month in self.months)
        return (region, *(tuple(month.of(oktmo) for month in self.months) for oktmo in districts))

    def lagging(self, most: int) -> tuple[str, ...]:
        """Return the municipalities that lack most people, else the first ones that have data."""
        told = [figure for figure in self.figures.districts if figure.numerator is not None]
        return tuple(figure.district for figure in (rank_gaps(told) or told)[:most])


def compute_indicator_overview(
    facts: YearFacts, reference: Reference, code: str, period: Period, subordination: str | None = None
) -> IndicatorOverview:
    """Gather everything about one indicator."""
    months = compute_year(facts, reference, code, period, subordination)
    figures = months[-1]
    region = region_finding(figures.region, reference, subordination)
    comparable = any(figure.reached is not None for figure in figures.districts)
    # The title keeps the number, what it leaves open stands under the picture.
    finding, rest = part_sentence(reached_finding(figures, reference) if comparable else region)
    return IndicatorOverview(
        months=months,
        finding=finding,
        lacking=lagging_finding(figures, reference) or region,
        nobody=explain_nobody(figures, reference.indicator(code), subordination),
        subtitle=narrowed_subtitle(figure_subtitle(figures.region, reference), reference, subordination),
        region=region if comparable else "",
        notes=(*filter(None, [rest]), *_notes(figures, reference)),
    )


def trend_finding(months: Sequence[Figure] | Sequence[RegionFigure], reference: Reference) -> str:
    """Say from where to where a value went within the year."""
    told = [month for month in months if month.value_pct is not None]
    heading = f"{reference.indicator(months[0].indicator).label}, {months[0].name}"
    if not told:
        return f"{heading}: доли за {months[-1].period.year} год ещё нет"
    ends = (told[0], told[-1]) if len(told) > 1 else told
    plan = f" при плане {format_target(told[-1].target_pct)}" if told[-1].target_pct is not None else ""
    return f"{heading}: {', '.join(f'{MONTHS[end.period.month - 1]} — {_value(end)}' for end in ends)}{plan}"


def organisations_finding(figures: Sequence[Figure], name: str, indicator: Indicator) -> str:
    """Say how many organisations of a municipality reached the target by their own contingent."""
    if indicator.counted == PARTNERS:
        return f"{name}: предприятия считаются по муниципалитету в целом, у организации своей доли нет"
    if not figures:
        return f"{name}: по {indicator.topic} нет данных об организациях"
    told = [figure for figure in figures if figure.value_pct is not None]
    counted = count_of(len(figures), *_ORGANISATIONS)
    if not told:
        missing = (
            describe_missing_whole(indicator) if indicator.is_survey else "форма расширения не называет контингента"
        )
        return f"{name}: {counted}, доля не считается: {missing}"
    if told[0].target_pct is None:
        return f"{name}: {counted}, план {told[0].period.year} года по {indicator.topic} не задан"
    reached = sum(figure.reached is True for figure in told)
    return f"{name}: план по {indicator.topic} выполняют {reached} из {genitive_count_of(len(told), *_ORGANISATIONS)}"


def _value(figure: Figure | RegionFigure) -> str:
    return format_pct(figure.value_pct, figure.target_pct) if figure.value_pct is not None else ""


def _notes(figures: IndicatorFigures, reference: Reference) -> tuple[str, ...]:
    indicator = reference.indicator(figures.region.indicator)
    repeats = describe_repeats(figures.region, indicator)
    sentences = (
        freshness_sentence(figures, NAMES_SHOWN, reference),
        left_out_sentence(figures.region, reference, NAMES_SHOWN),
        over_whole_sentence(figures),
        district_gaps_sentence(figures, reference),
        capital(repeats),
    )
    return tuple(sentence for sentence in sentences if sentence)

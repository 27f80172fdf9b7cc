"""What the screen of one municipality tells: its figure taken apart, its months, its forms."""

from dataclasses import dataclass

from cmn_core.analysis.changes import compute_points
from cmn_core.analysis.commentary import district_finding, district_freshness, figure_subtitle
from cmn_core.analysis.explanation import Explanation, describe_beside_monthly, describe_double_named, explain_figure
from cmn_core.analysis.figure import Figure, FormShares, RegionFigure
from cmn_core.analysis.figure_words import FigureWords, describe_value
from cmn_core.analysis.indicators import compute_indicator, compute_months
from cmn_core.analysis.overview import narrowed_subtitle
from cmn_core.analysis.parts import DistrictParts, select_parts
from cmn_core.analysis.ratio_commentary import ratio_finding, unassigned_sentence
from cmn_core.analysis.ratios import compute_ratios
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.store.facts import YearFacts
from cmn_core.wording import format_pct


@dataclass(frozen=True, slots=True)
class DistrictOverview:
    """One municipality at a period with the sentences about it."""

    figure: Figure
    months: tuple[Figure, ...] | tuple[RegionFigure, ...]
    shares: FormShares
    parts: DistrictParts
    explanation: Explanation
    finding: str
    subtitle: str
    words: FigureWords
    beside_region: str
    """The region's value to compare with; empty without one."""
    freshness: str
    forms_finding: str
    notes: tuple[str, ...]
    """Organisations named twice, a monthly report beside an expansion form, counts outside the forms."""

    @property
    def has_data(self) -> bool:
        """Tell whether any report enters."""
        return self.figure.numerator is not None

    @property
    def report_ids(self) -> tuple[int, ...]:
        """The reports that enter."""
        return tuple(part.report.report_id for part in self.parts.parts)


def compute_district_overview(
    facts: YearFacts, reference: Reference, code: str, period: Period, district: str, subordination: str | None = None
) -> DistrictOverview:
    """Gather one municipality's screen for one indicator."""
    since = period.shifted(-1)
    figures = compute_indicator(facts, reference, code, period, subordination)
    figure = figures.of(district)
    before = compute_indicator(facts, reference, code, since, subordination).of(district)
    parts = select_parts(facts, period, reference)[district]
    explanation = explain_figure(figure, parts, reference, subordination)
    shares = compute_ratios(facts, reference, period, "programmes", subordination).of(district)
    return DistrictOverview(
        figure=figure,
        months=compute_months(facts, reference, code, district, period, subordination),
        shares=shares,
        parts=parts,
        explanation=explanation,
        finding=district_finding(figure, reference, subordination),
        subtitle=narrowed_subtitle(figure_subtitle(figure, reference), reference, subordination),
        # A carried figure is the one of before: it did not change, it is only not told anew.
        words=describe_value(
            figure, reference.indicator(code), compute_points(before, figure) if figure.fresh else None, since
        ),
        beside_region=_beside_region(figures.region, reference),
        freshness=district_freshness(figure, reference),
        forms_finding=ratio_finding(shares, "programmes", reference),
        notes=_notes(explanation, shares, reference),
    )


def _beside_region(region: RegionFigure, reference: Reference) -> str:
    if region.value_pct is None:
        return ""
    return f"для сравнения {reference.region.facts.short}: {format_pct(region.value_pct, region.target_pct)}"


def _notes(explanation: Explanation, shares: FormShares, reference: Reference) -> tuple[str, ...]:
    code = explanation.figure.indicator
    notes = [f"{double.name} — в нескольких отчётах: {describe_double_named(double, reference, code)}"
             for double in explanation.double_named]  # fmt: skip
    if explanation.beside_monthly:
        notes.append(describe_beside_monthly(explanation.beside_monthly, reference))
    return (*notes, *filter(None, [unassigned_sentence(shares, reference)]))

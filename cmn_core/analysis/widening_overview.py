"""What «Варианты расширения» tells of one municipality before anybody has put a scenario together."""

from collections.abc import Mapping
from dataclasses import dataclass

from cmn_core.analysis.commentary import district_finding, district_freshness, figure_subtitle
from cmn_core.analysis.figure import Figure, IndicatorFigures
from cmn_core.analysis.figure_marks import describe_repeats
from cmn_core.reference import Reference
from cmn_core.wording import capital


@dataclass(frozen=True, slots=True)
class WideningOverview:
    """A municipality's figures with the sentences about the chosen one."""

    figure: Figure
    figures: tuple[Figure, ...]
    """Every indicator's, in the order of the reference."""
    finding: str
    """How many people are lacking to the plan."""
    subtitle: str
    notes: tuple[str, ...]


def compute_widening_overview(
    figures: Mapping[str, IndicatorFigures], code: str, district: str, reference: Reference
) -> WideningOverview:
    """Gather one municipality's figures; `figures` by the codes of the indicators."""
    figure = figures[code].of(district)
    notes = (district_freshness(figure, reference), capital(describe_repeats(figure, reference.indicator(code))))
    return WideningOverview(
        figure=figure,
        figures=tuple(each.of(district) for each in figures.values()),
        finding=district_finding(figure, reference),
        subtitle=figure_subtitle(figure, reference),
        notes=tuple(f"{note}." for note in notes if note),
    )

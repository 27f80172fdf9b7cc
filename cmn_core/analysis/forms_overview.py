"""What the screen of mentoring forms tells: the ratio of every municipality, its finding and heading."""

from dataclasses import dataclass

from cmn_core.analysis.commentary import freshness_sentence
from cmn_core.analysis.figure import FormRatios
from cmn_core.analysis.indicators import compute_indicator
from cmn_core.analysis.measures import MeasureCode
from cmn_core.analysis.overview import COLLECTED_BY, NAMES_SHOWN, narrowed_subtitle
from cmn_core.analysis.ratio_commentary import ratio_finding, ratio_subtitle, unassigned_sentence
from cmn_core.analysis.ratios import compute_ratios
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.store.facts import YearFacts
from cmn_core.wording import format_date


@dataclass(frozen=True, slots=True)
class FormsOverview:
    """Form ratios of a period with the sentences about them."""

    ratios: FormRatios
    finding: str
    heading: str
    """The official heading with its date; empty without data."""
    subtitle: str
    unassigned: str | None
    freshness: str
    own_count: int
    """How many are counted in own forms."""


def compute_forms_overview(
    facts: YearFacts, reference: Reference, period: Period, measure: MeasureCode, subordination: str | None = None
) -> FormsOverview:
    """Gather the screen of the form ratios by one measure."""
    ratios = compute_ratios(facts, reference, period, measure, subordination)
    collected = compute_indicator(facts, reference, COLLECTED_BY, period, subordination)
    region = ratios.region
    heading = reference.region.facts.districts_heading
    return FormsOverview(
        ratios=ratios,
        finding=ratio_finding(region, measure, reference),
        heading=heading.format(date=format_date(region.as_of)) if region.as_of else "",
        subtitle=narrowed_subtitle(ratio_subtitle(region, measure), reference, subordination),
        unassigned=unassigned_sentence(region, reference),
        freshness=freshness_sentence(collected, NAMES_SHOWN),
        own_count=region.counts[reference.forms.own.code],
    )

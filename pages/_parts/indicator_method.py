"""How an indicator is made, in words that the core itself counts by."""

from cmn_core.analysis.explanation import describe_formula, describe_numerator, describe_whole, region_arithmetic
from cmn_core.analysis.figure_marks import describe_source
from cmn_core.analysis.indicator_overview import IndicatorOverview
from cmn_core.reference import Reference
from cmn_core.wording import NO_TARGET, capital, format_target
from pages._parts.finding import show_fact, show_notes


def show_method(overview: IndicatorOverview, reference: Reference) -> None:
    """Show the formula with the region's numbers, the columns it is counted from, the denominators, the plans."""
    region = overview.figures.region
    indicator = reference.indicator(region.indicator)
    show_fact("Формула", describe_formula(indicator), region_arithmetic(overview.figures, reference))
    columns = (
        f"{reference.layouts.label(layout)}: {describe_numerator(layout, reference, indicator.code)}"
        for layout in indicator.fed_by
    )
    show_fact("Числитель", *columns)
    show_fact("Знаменатель", *map(capital, (describe_whole(indicator, reference), describe_source(region, indicator))))
    plans = ", ".join(f"{year} — {format_target(target)}" for year, target in sorted(indicator.targets.items()))
    show_fact("План по годам", plans or NO_TARGET)
    show_notes(overview.notes)

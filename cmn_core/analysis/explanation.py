"""How a figure came about: the reports that entered, what it was divided by, and the formula in words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from cmn_core.analysis.denominators import BY_CONTINGENT
from cmn_core.analysis.double_named import DoubleNamed, NamedCount
from cmn_core.analysis.figure import Figure, IndicatorFigures, RegionFigure
from cmn_core.analysis.figure_marks import LAYOUT_NOTES, describe_source
from cmn_core.analysis.numerators import PARTNERS, count_part, count_people, feeding_parts
from cmn_core.analysis.parts import BesideMonthly, DistrictParts, Part
from cmn_core.period import Period
from cmn_core.reference import Indicator, Reference
from cmn_core.reference.indicators import LayoutCode
from cmn_core.store.facts import ReportInForce
from cmn_core.wording import NBSP, count_of, format_count, format_date, format_pct, format_period

_SUMMED = ("муниципалитету", "муниципалитетам", "муниципалитетам")
_STATED_AS = {"drawn_in": "involved"}
"""The monthly form's own name of what other layouts add up."""


@dataclass(frozen=True, slots=True)
class PartLine:
    """What one report gave."""

    report_id: int
    sender: str
    layout: str
    scope: str
    only: str | None
    """The organisations that a report of all was taken for; None when it enters whole."""
    period: Period
    as_of: date
    version: int
    fresh: bool
    organisations: int
    people: int
    columns: str
    """The columns of the report that give the count."""
    note: str
    """How far its people may repeat."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A municipality's figure taken apart."""

    figure: Figure
    parts: tuple[PartLine, ...]
    formula: str
    arithmetic: str | None
    """The formula with this figure's numbers; None without a value."""
    unit: str
    """Abbreviated unit of the counts."""
    denominator: str
    denominator_source: str | None
    whole: str
    """Where the denominator is taken from, in words."""
    survey: str
    """Threshold and response rate of a survey; else empty."""
    double_named: tuple[DoubleNamed, ...]
    beside_monthly: BesideMonthly | None


def explain_figure(
    figure: Figure, parts: DistrictParts, reference: Reference, subordination: str | None = None
) -> Explanation:
    """Take a municipality's figure apart; `subordination` as it was narrowed by."""
    indicator = reference.indicator(figure.indicator)
    narrowed = parts.narrowed(subordination)
    return Explanation(
        figure=figure,
        parts=tuple(_line(part, parts, indicator, reference) for part in feeding_parts(narrowed.parts, indicator)),
        formula=describe_formula(indicator),
        arithmetic=_arithmetic(figure),
        unit=indicator.unit,
        denominator=indicator.denominator,
        denominator_source=figure.denominator_source,
        whole=describe_whole(indicator, reference),
        survey=describe_source(figure, indicator) if indicator.is_survey else "",
        double_named=_keep_telling(narrowed.double_named, indicator),
        # Of all indicators the expansion form tells coverage alone.
        beside_monthly=parts.beside_monthly if "expansion" in indicator.fed_by else None,
    )


def describe_formula(indicator: Indicator) -> str:
    """Write an indicator's formula in words."""
    return f"{indicator.label}, % = {indicator.numerator} ÷ {indicator.denominator} × 100"


def describe_numerator(layout: LayoutCode, reference: Reference, code: str = "coverage") -> str | None:
    """Say which columns of a layout give an indicator's numerator; None where the layout does not feed it."""
    indicator = reference.indicator(code)
    if layout not in indicator.fed_by:
        return None
    if layout == "expansion":
        fields = ("involved_before", "added_mentors", "added_mentees")
        return " + ".join(f"«{reference.layouts.expansion.column(field).short}»" for field in fields)
    if indicator.counted == PARTNERS:
        return f"разные названия в столбце «{reference.layouts.monthly.programmes.column('partner').short}»"
    return _monthly_column(_STATED_AS.get(indicator.counted, indicator.counted), reference)


def region_arithmetic(figures: IndicatorFigures, reference: Reference) -> str:
    """Write the formula with the region's sums; empty without a value."""
    arithmetic = _arithmetic(figures.region)
    if arithmetic is None:
        return ""
    summed = sum(figure.numerator is not None and bool(figure.denominator) for figure in figures.districts)
    place = reference.region.facts.name
    return f"{place}: {arithmetic}, суммы по {count_of(summed, *_SUMMED)}"


def describe_whole(indicator: Indicator, reference: Reference) -> str:
    """Say where an indicator's denominator is taken from, and what stands in for it."""
    if indicator.is_survey:
        return f"столбец {_monthly_column(indicator.stated_whole, reference)} ежемесячного отчёта"
    stated = f"«Численность», столбец «{reference.layouts.population.column(indicator.group).short}»"
    if not indicator.stated_whole:
        return f"{stated}; без неё доля не считается"
    column = _monthly_column(indicator.stated_whole, reference)
    return f"{stated}; если её нет, столбец {column} ежемесячных отчётов («{BY_CONTINGENT}»)"


def _monthly_column(field: str, reference: Reference) -> str:
    return f"«{reference.layouts.monthly.organisations.column(field).short}»"


def sender_label(report: ReportInForce, reference: Reference) -> str:
    """Name who sent a report: a municipality, or the region with its own form."""
    if report.sender is None:
        return reference.region.facts.name
    return reference.region.district(report.sender).short


def describe_double_named(double: DoubleNamed, reference: Reference, code: str = "coverage") -> str:
    """Say where a twice-named organisation counts from, and what the other reports say of it for an indicator."""
    indicator = reference.indicator(code)

    def told(named: NamedCount, case: int) -> str:
        words = _report_words(named.report, double, reference, case=case)
        return f"{words}: {format_count(count_people(named.people, indicator))}"

    return "; ".join((f"учтено по {told(double.counted, 0)}", *(f"в {told(left, 1)}" for left in double.left_out)))


def describe_beside_monthly(beside: BesideMonthly, reference: Reference) -> str:
    """Say by how many people a monthly report and the expansion forms that it put aside differ."""
    whose = reference.kinds.scope_label(beside.scopes[0] if len(beside.scopes) == 1 else "all")
    return (
        f"За {format_period(beside.period)} есть и ежемесячный отчёт, и отчёт о расширении: учтён ежемесячный, "
        f"{_people(beside.monthly_people)}; по отчёту о расширении {_people(beside.expansion_people)}, "
        f"разница {_people(abs(beside.difference))} ({whose})"
    )


def _people(count: int) -> str:
    return f"{format_count(count)}{NBSP}чел."


def _keep_telling(double_named: Iterable[DoubleNamed], indicator: Indicator) -> tuple[DoubleNamed, ...]:
    """Keep organisations of which at least two reports tell an indicator; enterprises are no organisation's."""
    if indicator.counted == PARTNERS:
        return ()
    telling = (
        replace(double, left_out=tuple(left for left in double.left_out if left.report.layout in indicator.fed_by))
        for double in double_named
        if double.counted.report.layout in indicator.fed_by
    )
    return tuple(double for double in telling if double.left_out)


def _report_words(report: ReportInForce, double: DoubleNamed, reference: Reference, *, case: int) -> str:
    """Name a report in the dative (case 0) or prepositional (1); two of one sender are told apart by scope and date."""
    if report.sender is None:
        return f"форме {reference.region.facts.short_genitive}"
    place = "муниципалитета" if report.sender == double.district else reference.region.district(report.sender).genitive
    words = f"{('отчёту', 'отчёте')[case]} {place}"
    named = [double.counted.report, *(left.report for left in double.left_out)]
    if sum(each.sender == report.sender for each in named) == 1:
        return words
    return f"{words} ({reference.kinds.scope_label(report.scope)}, на {format_date(report.as_of)})"


def _line(part: Part, parts: DistrictParts, indicator: Indicator, reference: Reference) -> PartLine:
    report = part.report
    return PartLine(
        report_id=report.report_id,
        sender=sender_label(report, reference),
        layout=reference.layouts.label(report.layout),
        scope=reference.kinds.scope_label(report.scope),
        only=None if part.takes_all else reference.kinds.scope_label(part.scopes[0]),
        period=report.period,
        as_of=report.as_of,
        version=report.version,
        fresh=report.period == parts.period,
        organisations=part.organisations,
        people=count_part(part, indicator),
        columns=describe_numerator(report.layout, reference, indicator.code) or "",
        note="" if indicator.counted == PARTNERS else LAYOUT_NOTES.get(report.layout, ""),
    )


def _arithmetic(figure: Figure | RegionFigure) -> str | None:
    if figure.value_pct is None or figure.numerator is None or figure.denominator is None:
        return None
    value = format_pct(figure.value_pct, figure.target_pct)
    return f"{format_count(figure.numerator)} ÷ {format_count(figure.denominator)} × 100 = {value}"

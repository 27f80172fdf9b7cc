"""Findings about an indicator in Russian sentences: titles of pages and charts, and the lines under them."""

from cmn_core.analysis.figure import Figure, IndicatorFigures, RegionFigure
from cmn_core.analysis.figure_marks import describe_over_whole, describe_source
from cmn_core.analysis.gaps import rank_gaps, sum_district_gaps
from cmn_core.analysis.numerators import PARTNERS
from cmn_core.reference import Indicator, Reference
from cmn_core.store.way_words import COUNTED_LABELS
from cmn_core.wording import (
    MUNICIPALITIES,
    NBSP,
    capital,
    count_of,
    format_count,
    format_date,
    format_pct,
    format_period,
    format_target,
    genitive_count_of,
    join_names,
    plural,
)

_IN_MUNICIPALITIES = ("муниципалитете", "муниципалитетах", "муниципалитетах")


def region_finding(region: RegionFigure, reference: Reference, subordination: str | None = None) -> str:
    """Say whether the region fulfils the plan, or how many people it lacks."""
    indicator = reference.indicator(region.indicator)
    names = reference.region.facts
    if region.value_pct is None or region.target_pct is None:
        return _without_plan(region, indicator, subordination)
    shown = _value_against_target(region)
    if region.reached:
        return f"{capital(names.short)} выполняет план по {indicator.topic}: {shown}"
    lacking = genitive_count_of(region.gap_people or 0, *indicator.people)
    return f"{capital(names.short_dative)} не хватает {lacking} до плана по {indicator.topic}: {shown}"


def district_finding(figure: Figure, reference: Reference, subordination: str | None = None) -> str:
    """Say the same of one municipality; a carried figure names its date."""
    indicator = reference.indicator(figure.indicator)
    place = reference.region.district(figure.district).genitive
    dated = f", по отчёту на {format_date(figure.as_of)}" if figure.fresh is False and figure.as_of else ""
    if indicator.monthly_only and len(figure.scopes) == 1 and subordination is None:
        dated += f", только {reference.kinds.scope_label(figure.scopes[0])}"
    if figure.value_pct is None or figure.target_pct is None:
        return f"{capital(figure.name)}: {_lower(_without_plan(figure, indicator, subordination))}{dated}"
    shown = _value_against_target(figure)
    if figure.over_whole:
        shown += f"; {describe_over_whole(figure)}"
    if figure.reached:
        return f"План {place} по {indicator.topic} выполнен: {shown}{dated}"
    lacking = genitive_count_of(figure.gap_people or 0, *indicator.people)
    return f"До плана {place} по {indicator.topic} не хватает {lacking}: {shown}{dated}"


def reached_finding(figures: IndicatorFigures, reference: Reference) -> str:
    """Say how many municipalities reached the year's target, and of how many it cannot be told."""
    region = figures.region
    indicator = reference.indicator(region.indicator)
    plan = f"План {region.period.year} года по {indicator.topic}"
    nothing = f"нет данных или {indicator.whole_genitive}"
    if region.target_pct is None:
        return f"{plan} не задан"
    total, reached = region.district_count, region.reached_count
    unknown = sum(figure.reached is None for figure in figures.districts)
    if unknown == total:
        return f"{plan} сравнить не с чем: у муниципалитетов {nothing}"
    if reached == total:
        return f"{plan} достигли все {count_of(total, *MUNICIPALITIES)}"
    of_all = f"из {genitive_count_of(total, *MUNICIPALITIES)}"
    if reached:
        tail = f"; у {unknown} {nothing}" if unknown else ""
        return f"{plan} {plural(reached, 'достиг', 'достигли', 'достигли')} {reached} {of_all}{tail}"
    if unknown:
        return f"{plan} не достиг ни один муниципалитет; у {unknown} {of_all} {nothing}"
    return f"{plan} не достиг ни один {of_all}"


def lagging_finding(figures: IndicatorFigures, reference: Reference, most: int = 3) -> str | None:
    """Name the municipalities that lack most people; None where nobody lacks."""
    indicator = reference.indicator(figures.region.indicator)
    ranked = rank_gaps(figures.districts)[:most]
    if not ranked:
        return None
    named = (f"{figure.name} — {genitive_count_of(figure.gap_people or 0, *indicator.people)}" for figure in ranked)
    return f"Больше всего до плана по {indicator.topic} не хватает: {', '.join(named)}"


def district_gaps_sentence(figures: IndicatorFigures, reference: Reference) -> str | None:
    """Name the sum of municipal gaps apart from the region's own gap; None where nobody lacks."""
    total = sum_district_gaps(figures.districts)
    if not total:
        return None
    indicator = reference.indicator(figures.region.indicator)
    lacking = len(rank_gaps(figures.districts))
    return (
        f"Сумма недостач по муниципалитетам ниже плана — {count_of(total, *indicator.people)}"
        f" в {count_of(lacking, *_IN_MUNICIPALITIES)}; своя недостача"
        f" {reference.region.facts.short_genitive} считается по её суммам"
    )


def freshness_sentence(figures: IndicatorFigures, most: int = 6, reference: Reference | None = None) -> str:
    """Say how many municipalities have a fresh report, whose is older and from when, and who has none.

    With a reference it names the monthly report where no other feeds the indicator.
    """
    region = figures.region
    monthly = reference is not None and reference.indicator(region.indicator).monthly_only
    fresh = " ".join(["Свежие", *(["принятые"] * region.accepted_only), *(["ежемесячные"] * monthly), "отчёты"])
    none = " ".join(["Нет", *(["принятых"] * region.accepted_only), *(["ежемесячных"] * monthly), "отчётов"])
    total = genitive_count_of(region.district_count, *MUNICIPALITIES)
    if region.fresh_count == region.district_count:
        return f"{fresh} у всех {total}"
    carried = [_dated_name(figure) for figure in figures.districts if figure.fresh is False]
    absent = [figure.name for figure in figures.districts if figure.fresh is None]
    if len(absent) == region.district_count:
        return f"{none} за {format_period(region.period)} и за прежние месяцы, которыми его можно заменить"
    sentence = f"{fresh} у {region.fresh_count} из {total}"
    if carried:
        sentence += f"; по прежним отчётам: {join_names(carried, most)}"
    if absent:
        sentence += f"; нет: {join_names(absent, most)}"
    return sentence


def left_out_sentence(region: RegionFigure, reference: Reference, most: int = 6) -> str | None:
    """Name the people outside the region's value for want of a denominator; None where nobody is."""
    if not region.left_out:
        return None
    people = sum(left.people for left in region.left_out)
    where = count_of(len(region.left_out), *_IN_MUNICIPALITIES)
    names = join_names([left.name for left in region.left_out], most)
    indicator = reference.indicator(region.indicator)
    return f"Ещё {_short_count(people, indicator)} в {where} без {indicator.whole_genitive}: {names}"


def over_whole_sentence(figures: IndicatorFigures) -> str | None:
    """Flag values over 100 %, which are shown as they are; None where there are none."""
    over = [figure for figure in figures.districts if figure.over_whole]
    if not over:
        return None
    # Where any of them stands over «Численность», that may be at fault too.
    check = max((describe_over_whole(figure) for figure in over), key=len)
    named = [f"{figure.name} — {format_pct(figure.value_pct)}" for figure in over if figure.value_pct is not None]
    return f"{capital(check)}: {join_names(named)}"


def figure_subtitle(figure: Figure | RegionFigure, reference: Reference) -> str:
    """Say what is measured, in which unit, at which date, against what, and whether by accepted reports alone."""
    indicator = reference.indicator(figure.indicator)
    words = [f"{indicator.title}, %" if figure.denominator else capital(indicator.numerator)]
    if figure.as_of:
        words.append(f"на {format_date(figure.as_of)}")
    if figure.target_pct is not None:
        words.append(f"план {figure.period.year} года — {format_target(figure.target_pct)}")
    words.append(describe_source(figure, indicator))
    if figure.accepted_only:
        words.append(COUNTED_LABELS[True])
    return "; ".join(filter(None, words))


def district_freshness(figure: Figure, reference: Reference) -> str:
    """Say whether a municipality's report is of the asked month, and from when it is."""
    monthly = reference.indicator(figure.indicator).monthly_only
    kind = capital(" ".join(["принятого"] * figure.accepted_only + ["ежемесячного"] * monthly + ["отчёта"]))
    if figure.as_of is None:
        return f"{kind} за {format_period(figure.period)} нет"
    if figure.fresh:
        return f"Свежий{' принятый' * figure.accepted_only} отчёт, данные на {format_date(figure.as_of)}"
    return f"{kind} за {format_period(figure.period)} нет или он неполон: взят прежний, на {format_date(figure.as_of)}"


def _without_plan(figure: Figure | RegionFigure, indicator: Indicator, subordination: str | None) -> str:
    if figure.numerator is None:
        needed = ": показатель считается по ежемесячным отчётам" if indicator.monthly_only else ""
        return f"По {indicator.topic} нет данных за {format_period(figure.period)}{needed}"
    if figure.value_pct is not None:
        return f"{indicator.label} — {format_pct(figure.value_pct)}; план {figure.period.year} года не задан"
    counted = f"{indicator.label} — {count_of(figure.numerator, *indicator.people)}"
    if figure.denominator == 0:
        return f"{counted}; доля не считается: {_describe_zero(figure, indicator)}"
    if subordination is not None:
        return f"{counted}; доля не считается: «Численность» не делится на муниципальные и государственные организации"
    return f"{counted}; доля не посчитана: {describe_missing_whole(indicator)}"


def describe_missing_whole(indicator: Indicator) -> str:
    """Say what there is nothing to divide by."""
    whole = "" if indicator.is_survey or indicator.counted == PARTNERS else f" ({indicator.denominator})"
    return f"нет {indicator.whole_genitive}{whole}"


def _describe_zero(figure: Figure | RegionFigure, indicator: Indicator) -> str:
    if indicator.is_survey:
        return "на опрос никто не ответил"
    return f"{indicator.denominator} — 0, {figure.denominator_source}"


def _value_against_target(figure: Figure | RegionFigure) -> str:
    if figure.value_pct is None or figure.target_pct is None:
        return ""
    return f"{format_pct(figure.value_pct, figure.target_pct)} при плане {format_target(figure.target_pct)}"


def _dated_name(figure: Figure) -> str:
    return f"{figure.name} (на {format_date(figure.as_of)})" if figure.as_of else figure.name


def _short_count(count: int, indicator: Indicator) -> str:
    if indicator.counted == PARTNERS:
        return count_of(count, *indicator.people)
    return f"{format_count(count)}{NBSP}{indicator.unit}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]

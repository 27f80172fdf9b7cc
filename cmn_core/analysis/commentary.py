"""Findings about an indicator in Russian sentences: titles of pages and charts, and the lines under them."""

from cmn_core.analysis.figure import Figure, IndicatorFigures, RegionFigure
from cmn_core.analysis.gaps import rank_gaps, sum_district_gaps
from cmn_core.reference import Indicator, Reference
from cmn_core.wording import (
    MUNICIPALITIES,
    NBSP,
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
        return f"{_capital(names.short)} выполняет план по {indicator.topic}: {shown}"
    lacking = genitive_count_of(region.gap_people or 0, *indicator.people)
    return f"{_capital(names.short_dative)} не хватает {lacking} до плана по {indicator.topic}: {shown}"


def district_finding(figure: Figure, reference: Reference, subordination: str | None = None) -> str:
    """Say the same of one municipality; a carried figure names its date."""
    indicator = reference.indicator(figure.indicator)
    place = reference.region.district(figure.district).genitive
    dated = f", по отчёту на {format_date(figure.as_of)}" if figure.fresh is False and figure.as_of else ""
    if figure.value_pct is None or figure.target_pct is None:
        return f"{_capital(figure.name)}: {_lower(_without_plan(figure, indicator, subordination))}{dated}"
    shown = _value_against_target(figure)
    if figure.over_whole:
        shown += "; больше 100 %, проверьте отчёт и численность"
    if figure.reached:
        return f"План {place} по {indicator.topic} выполнен: {shown}{dated}"
    lacking = genitive_count_of(figure.gap_people or 0, *indicator.people)
    return f"До плана {place} по {indicator.topic} не хватает {lacking}: {shown}{dated}"


def reached_finding(figures: IndicatorFigures, reference: Reference) -> str:
    """Say how many municipalities reached the year's target, and of how many it cannot be told."""
    region = figures.region
    topic = reference.indicator(region.indicator).topic
    plan = f"План {region.period.year} года по {topic}"
    if region.target_pct is None:
        return f"{plan} не задан"
    total, reached = region.district_count, region.reached_count
    unknown = sum(figure.reached is None for figure in figures.districts)
    if unknown == total:
        return f"{plan} сравнить не с чем: у муниципалитетов нет данных или численности"
    if reached == total:
        return f"{plan} достигли все {count_of(total, *MUNICIPALITIES)}"
    of_all = f"из {genitive_count_of(total, *MUNICIPALITIES)}"
    if reached:
        tail = f"; у {unknown} нет данных или численности" if unknown else ""
        return f"{plan} {plural(reached, 'достиг', 'достигли', 'достигли')} {reached} {of_all}{tail}"
    if unknown:
        return f"{plan} не достиг ни один муниципалитет; у {unknown} {of_all} нет данных или численности"
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


def freshness_sentence(figures: IndicatorFigures, most: int = 6) -> str:
    """Say how many municipalities have a fresh report, whose is older and from when, and who has none."""
    region = figures.region
    total = genitive_count_of(region.district_count, *MUNICIPALITIES)
    if region.fresh_count == region.district_count:
        return f"Свежие отчёты у всех {total}"
    carried = [_dated_name(figure) for figure in figures.districts if figure.fresh is False]
    absent = [figure.name for figure in figures.districts if figure.fresh is None]
    if len(absent) == region.district_count:
        return f"Нет отчётов за {format_period(region.period)} и за прежние месяцы, которыми его можно заменить"
    sentence = f"Свежие отчёты у {region.fresh_count} из {total}"
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
    return f"Ещё {_short_count(people, indicator)} в {where} без численности: {names}"


def over_whole_sentence(figures: IndicatorFigures) -> str | None:
    """Flag values over 100 %, which are shown as they are; None where there are none."""
    over = [f"{figure.name} — {format_pct(figure.value_pct)}" for figure in figures.districts
            if figure.over_whole and figure.value_pct is not None]  # fmt: skip
    return f"Больше 100 %, проверьте отчёт и численность: {join_names(over)}" if over else None


def figure_subtitle(figure: Figure | RegionFigure, reference: Reference) -> str:
    """Say what is measured, in which unit, at which date, against what."""
    indicator = reference.indicator(figure.indicator)
    words = [f"{indicator.title}, %" if figure.denominator else _capital(indicator.numerator)]
    if figure.as_of:
        words.append(f"на {format_date(figure.as_of)}")
    if figure.target_pct is not None:
        words.append(f"план {figure.period.year} года — {format_target(figure.target_pct)}")
    if figure.denominator_source and figure.denominator:
        words.append(f"численность: {figure.denominator_source}")
    return "; ".join(words)


def _without_plan(figure: Figure | RegionFigure, indicator: Indicator, subordination: str | None) -> str:
    if figure.numerator is None:
        return f"По {indicator.topic} нет данных за {format_period(figure.period)}"
    if figure.value_pct is not None:
        return f"{indicator.label} — {format_pct(figure.value_pct)}; план {figure.period.year} года не задан"
    counted = f"{indicator.label} — {count_of(figure.numerator, *indicator.people)}"
    if subordination is not None:
        return f"{counted}; доля не считается: «Численность» не делится на муниципальные и государственные организации"
    return f"{counted}; доля не посчитана: численность не указана ({indicator.denominator})"


def _value_against_target(figure: Figure | RegionFigure) -> str:
    if figure.value_pct is None or figure.target_pct is None:
        return ""
    return f"{format_pct(figure.value_pct, figure.target_pct)} при плане {format_target(figure.target_pct)}"


def _dated_name(figure: Figure) -> str:
    return f"{figure.name} (на {format_date(figure.as_of)})" if figure.as_of else figure.name


def _short_count(count: int, indicator: Indicator) -> str:
    if indicator.group == "enterprises":
        return count_of(count, *indicator.people)
    return f"{format_count(count)}{NBSP}чел."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]

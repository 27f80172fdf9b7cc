"""What a chart shows, in a sentence or two, for those who do not see it."""

from collections.abc import Mapping, Sequence

from cmn_core.analysis.figure import Figure, FormRatios, FormShares, IndicatorFigures, RegionFigure
from cmn_core.charts.form_ratio import find_forms
from cmn_core.charts.gaps import sort_by_gap, tell_no_gaps
from cmn_core.charts.measures import counted_unit, counted_words, format_share, nothing_words
from cmn_core.charts.month_points import read_points
from cmn_core.charts.organisations import NO_ORGANISATIONS, sort_by_people
from cmn_core.charts.ranking import sort_by_value
from cmn_core.charts.standing import count_words, is_carried
from cmn_core.charts.trend import MonthsOfOne
from cmn_core.reference import Indicator, Reference
from cmn_core.reference.boundaries import Boundaries
from cmn_core.wording import (
    NO_DATA,
    count_of,
    format_date,
    format_pct,
    format_period,
    format_target,
    join_names,
)

_FEW, _MANY = 3, 8
MUNICIPALITIES = ("муниципалитет", "муниципалитета", "муниципалитетов")


def describe_tile_map(figures: IndicatorFigures, reference: Reference) -> str:
    """Describe the tile map: who reached the target, the extremes, older reports, no data."""
    return f"Карта муниципалитетов плитками. {_tell_figures(figures, reference)}"


def describe_region_map(figures: IndicatorFigures, boundaries: Boundaries, reference: Reference) -> str:
    """Describe the map by the same facts as the tiles, and who is not on it."""
    missing = [figure.name for figure in figures.districts if figure.district not in boundaries.shapes]
    absent = f" На карте нет границ: {join_names(missing, _MANY)}." if missing else ""
    return f"Карта муниципалитетов в их границах. {_tell_figures(figures, reference)}{absent}"


def describe_ranking(figures: IndicatorFigures, reference: Reference) -> str:
    """Describe the sorted bars by the same facts as the map."""
    return f"Муниципалитеты по убыванию показателя. {_tell_figures(figures, reference)}"


def describe_gaps(figures: IndicatorFigures, reference: Reference, most: int = 10) -> str:
    """Describe who lacks most people."""
    indicator = reference.indicator(figures.region.indicator)
    lacking = sort_by_gap(figures.districts)
    if not lacking:
        return f"{indicator.label}: {tell_no_gaps(figures)}."
    named = [f"{figure.name} {count_of(figure.gap_people or 0, *indicator.people)}" for figure in lacking[:most]]
    rest = f" и ещё {count_of(len(lacking) - most, *MUNICIPALITIES)}" if len(lacking) > most else ""
    return f"{indicator.label}, кому больше всего не хватает до плана: {', '.join(named)}{rest}."


def describe_months(figures: Sequence[Figure | RegionFigure], reference: Reference) -> str:
    """Describe the months' values and the target."""
    points = read_points(figures, reference)
    if not points:
        return f"Показатель по месяцам: {NO_DATA}."
    last = points[-1].figure
    told = [f"{format_period(point.figure.period)} – {point.words}" for point in points]
    target = f"; план {format_target(last.target_pct)}" if last.target_pct is not None else ""
    return f"{reference.indicator(last.indicator).label} по месяцам, {last.name}: {', '.join(told)}{target}."


def describe_trend(lines: Sequence[MonthsOfOne], reference: Reference) -> str:
    """Describe where each line begins and ends, and the target."""
    indicator = reference.indicator(lines[0][0].indicator)
    told = []
    for months in lines:
        points = read_points(months, reference)
        ends = " → ".join(
            f"{point.words} ({format_period(point.figure.period)})" for point in points[:1] + points[1:][-1:]
        )
        told.append(f"{months[0].name} {ends or NO_DATA}")
    target = lines[0][-1].target_pct
    against = f"; план {format_target(target)}" if target is not None else ""
    return f"{indicator.label} по месяцам: {'; '.join(told)}{against}."


def describe_heat_table(figures: Mapping[str, IndicatorFigures], reference: Reference) -> str:
    """Describe by indicator the region's value and how many municipalities reached the target."""
    told = []
    for code, each in figures.items():
        region = each.region
        value = NO_DATA if region.value_pct is None else format_pct(region.value_pct, region.target_pct)
        told.append(f"{reference.indicator(code).label} – {region.name} {value}{_tell_reached(each)}")
    return f"Все показатели по муниципалитетам. {'. '.join(told)}."


def describe_form_ratio(ratios: FormRatios, reference: Reference) -> str:
    """Describe the region's ratio and name the municipalities without one."""
    parts = [f"Соотношение форм наставничества. {_tell_shares(ratios.region, find_forms(ratios), ratios, reference)}"]
    empty: dict[str, list[str]] = {}
    for shares in ratios.districts:
        if not shares.total:
            empty.setdefault(nothing_words(shares, ratios.measure), []).append(shares.name)
    parts += [f"{words.capitalize()}: {join_names(names, _MANY)}" for words, names in empty.items()]
    return ". ".join(parts) + "."


def describe_district_forms(shares: FormShares, reference: Reference, *, measure: str) -> str:
    """Describe one municipality's forms with counts and shares."""
    forms = [code for code in reference.forms.codes if shares.counts.get(code)]
    if not forms:
        return f"Формы наставничества, {shares.name}: {nothing_words(shares, measure)}."
    told = [
        f"{reference.forms.label(code)} – {counted_unit(shares.counts[code], measure)}"
        f" ({format_share(shares.shares_pct[code])})"
        for code in forms
    ]
    return f"Формы наставничества, {shares.name}: {', '.join(told)}."


def describe_organisations(figures: Sequence[Figure], reference: Reference) -> str:
    """Describe the organisations that draw in most people."""
    ordered = [figure for figure in sort_by_people(figures) if figure.numerator is not None]
    if not ordered:
        return f"Организации: {NO_ORGANISATIONS}."
    indicator = reference.indicator(ordered[0].indicator)
    names = [f"{figure.organisation or figure.name} – {_count(figure, indicator)}" for figure in ordered]
    return f"Организации, {indicator.label.lower()}, {ordered[0].name}: {join_names(names, _MANY).removesuffix('.')}."


def _tell_figures(figures: IndicatorFigures, reference: Reference) -> str:
    indicator = reference.indicator(figures.region.indicator)
    known = [figure for figure in sort_by_value(figures.districts) if figure.value_pct is not None]
    sentences = [f"{indicator.title}, {format_period(figures.region.period)}{_tell_reached(figures)}"]
    if known:
        highest, lowest = (", ".join(_value(figure) for figure in part) for part in (known[:_FEW], known[::-1][:_FEW]))
        sentences += [f"Больше всего: {highest}", f"Меньше всего: {lowest}"]
    older = [f"{figure.name} (на {format_date(figure.as_of)})" for figure in figures.districts
             if is_carried(figure) and figure.as_of]  # fmt: skip
    if older:
        sentences.append(f"По прошлому отчёту: {join_names(older, _MANY)}")
    silent = [figure.name for figure in figures.districts if figure.numerator is None]
    if silent:
        sentences.append(f"Нет данных: {join_names(silent, _MANY)}")
    return ". ".join(sentences) + "."


def _tell_reached(figures: IndicatorFigures) -> str:
    target = figures.region.target_pct
    if target is None:
        return ": план не задан"
    reached = sum(figure.reached is True for figure in figures.districts)
    return f": план {format_target(target)} выполнен в {reached} из {len(figures.districts)}"


def _tell_shares(shares: FormShares, forms: list[str], ratios: FormRatios, reference: Reference) -> str:
    if not shares.total:
        return f"{shares.name}: {nothing_words(shares, ratios.measure)}"
    told = [f"{reference.forms.label(code)} – {format_share(shares.shares_pct[code])}"
            for code in forms if shares.counts.get(code)]  # fmt: skip
    return f"{shares.name}, {counted_words(shares, ratios.measure)}: {', '.join(told)}"


def _value(figure: Figure) -> str:
    return f"{figure.name} {format_pct(figure.value_pct, figure.target_pct)}" if figure.value_pct is not None else ""


def _count(figure: Figure, indicator: Indicator) -> str:
    return count_words(figure.numerator or 0, indicator)

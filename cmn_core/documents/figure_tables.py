"""Tables of an indicator: all municipalities at a period, and the months of a year."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cmn_core.analysis.commentary import figure_subtitle, region_finding
from cmn_core.analysis.figure import Figure, IndicatorFigures, RegionFigure
from cmn_core.analysis.gaps import rank_gaps
from cmn_core.charts.ranking import sort_by_value
from cmn_core.documents.report_coverage import report_words
from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn, TableValue
from cmn_core.reference import Reference
from cmn_core.wording import format_date, format_period, join_names, name_order

_ORIGIN = (TableColumn("Отчёт за месяц"), TableColumn("Источник знаменателя"))
_REACHED = {True: "да", False: "нет", None: None}


def build_figures_table(
    figures: IndicatorFigures, reference: Reference, subordination: str | None = None
) -> ShownTable:
    """Build a row a municipality, the largest gap first, under the region's."""
    region = figures.region
    ranked = rank_gaps(figures.districts)
    others = sorted((figure for figure in figures.districts if figure not in ranked), key=lambda figure: figure.name)
    return ShownTable(
        title=region_finding(region, reference, subordination),
        subtitle=figure_subtitle(region, reference),
        columns=(TableColumn("Муниципалитет"), *figure_columns(region, reference), *_ORIGIN),
        rows=(
            (
                region.name,
                *figure_numbers(region, reference),
                f"свежих {region.fresh_count} из {region.district_count}",
                region.denominator_source,
            ),
            *((figure.name, *figure_numbers(figure, reference), *_origin(figure)) for figure in (*ranked, *others)),
        ),
        target_pct=region.target_pct,
        totals=1,
    )


def build_months_table(months: Sequence[Figure | RegionFigure], reference: Reference) -> ShownTable:
    """Build a row a month that has data."""
    last = months[-1]
    told = [month for month in months if month.numerator is not None]
    return ShownTable(
        title=f"{last.name}: {reference.indicator(last.indicator).label.lower()} по месяцам {last.period.year} года",
        subtitle=figure_subtitle(last, reference),
        columns=(TableColumn("Месяц"), *figure_columns(last, reference)),
        rows=tuple((format_period(month.period), *figure_numbers(month, reference)) for month in told),
        target_pct=last.target_pct,
    )


def build_trend_table(lines: Sequence[Sequence[Figure] | Sequence[RegionFigure]], reference: Reference) -> ShownTable:
    """Build a row a month and a column a line; who stands on an earlier report is named beside."""
    last = lines[0][-1]
    indicator = reference.indicator(last.indicator)
    shares = any(figure.value_pct is not None for months in lines for figure in months)
    unit = "%" if shares else indicator.unit
    told = [month for month in zip(*lines, strict=True) if any(figure.numerator is not None for figure in month)]
    return ShownTable(
        title=f"{indicator.label} по месяцам {last.period.year} года",
        subtitle=figure_subtitle(last, reference),
        columns=(
            TableColumn("Месяц"),
            *(TableColumn(f"{months[0].name}, {unit}", "pct" if shares else "count") for months in lines),
            TableColumn("По прошлому отчёту"),
        ),
        rows=tuple(
            (
                format_period(month[0].period),
                *(figure.value_pct if shares else figure.numerator for figure in month),
                join_names([_dated(figure) for figure in month[1:] if figure.fresh is False]) or None,
            )
            for month in told
        ),
        target_pct=last.target_pct,
    )


def build_organisation_figures_table(figures: Sequence[Figure], reference: Reference) -> ShownTable:
    """Build a row an organisation, by its value, each against its own contingent."""
    first = figures[0]
    whole = "свои ответившие" if reference.indicator(first.indicator).is_survey else "свой контингент"
    return ShownTable(
        title=f"{first.name}: {reference.indicator(first.indicator).label.lower()} по организациям",
        subtitle=f"{figure_subtitle(replace(first, denominator_source=None), reference)}; у каждой организации {whole}",
        columns=(TableColumn("Организация"), *figure_columns(first, reference), *_ORIGIN),
        rows=tuple(
            (figure.organisation, *figure_numbers(figure, reference), *_origin(figure))
            for figure in sort_by_value(figures)
        ),
        target_pct=first.target_pct,
    )


def build_all_indicators_table(figures: Mapping[str, IndicatorFigures], reference: Reference) -> ShownTable:
    """Build a row a municipality under the region's and a column an indicator."""
    regions = [each.region for each in figures.values()]
    by_district = sorted(
        zip(*(each.districts for each in figures.values()), strict=True), key=lambda row: name_order(row[0].name)
    )
    return ShownTable(
        title=f"Все показатели, {format_period(regions[0].period)}",
        subtitle="Значения в процентах; пусто — нет данных или доля не считается",
        columns=(
            TableColumn("Муниципалитет"),
            *(
                TableColumn(f"{reference.indicator(each.indicator).label}, %", "pct", each.target_pct)
                for each in regions
            ),
            TableColumn("По прошлому отчёту"),
        ),
        rows=(
            (regions[0].name, *(each.value_pct for each in regions), None),
            *((row[0].name, *(figure.value_pct for figure in row), _carried_words(row)) for row in by_district),
        ),
        totals=1,
    )


def _carried_words(row: Sequence[Figure]) -> str | None:
    dates = sorted({figure.as_of for figure in row if figure.fresh is False and figure.as_of})
    return ", ".join(f"на {format_date(day)}" for day in dates) or None


def _dated(figure: Figure | RegionFigure) -> str:
    return f"{figure.name} (на {format_date(figure.as_of)})" if figure.as_of else figure.name


def figure_columns(figure: Figure | RegionFigure, reference: Reference) -> tuple[TableColumn, ...]:
    """Return the columns of a figure's numbers: value, plan, gap, counts, whether it is reached, its date."""
    indicator = reference.indicator(figure.indicator)
    return (
        TableColumn(f"{indicator.label}, %", "pct"),
        TableColumn(f"План {figure.period.year} года, %", "pct"),
        TableColumn(f"Не хватает, {indicator.unit}", "count"),
        TableColumn(f"{indicator.counted_caption}, {indicator.unit}", "count"),
        TableColumn(f"{indicator.whole_caption}, {indicator.unit}", "count"),
        *((TableColumn("Доля ответивших, %", "pct"),) if indicator.is_survey else ()),
        TableColumn("План выполнен"),
        TableColumn("Данные на", "date"),
    )


def figure_numbers(figure: Figure | RegionFigure, reference: Reference) -> tuple[TableValue, ...]:
    """Return a figure's numbers in the order of `figure_columns`."""
    survey = reference.indicator(figure.indicator).is_survey
    return (
        figure.value_pct,
        figure.target_pct,
        figure.gap_people,
        figure.numerator,
        figure.denominator,
        *((figure.response_rate_pct,) if survey else ()),
        _REACHED[figure.reached],
        figure.as_of,
    )


def _origin(figure: Figure) -> tuple[TableValue, ...]:
    return report_words(figure.fresh), figure.denominator_source

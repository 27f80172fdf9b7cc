"""Tables of an indicator: all municipalities at a period, and the months of a year."""

from collections.abc import Sequence

from cmn_core.analysis.commentary import figure_subtitle, region_finding
from cmn_core.analysis.figure import Figure, IndicatorFigures, RegionFigure
from cmn_core.analysis.gaps import rank_gaps
from cmn_core.documents.report_coverage import report_words
from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn, TableValue
from cmn_core.reference import Reference
from cmn_core.wording import format_period

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
        columns=(TableColumn("Муниципалитет"), *_columns(region, reference), TableColumn("Отчёт за месяц")),
        rows=(
            (region.name, *_numbers(region, reference), f"свежих {region.fresh_count} из {region.district_count}"),
            *((figure.name, *_numbers(figure, reference), report_words(figure.fresh)) for figure in (*ranked, *others)),
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
        columns=(TableColumn("Месяц"), *_columns(last, reference)),
        rows=tuple((format_period(month.period), *_numbers(month, reference)) for month in told),
        target_pct=last.target_pct,
    )


def _columns(figure: Figure | RegionFigure, reference: Reference) -> tuple[TableColumn, ...]:
    indicator = reference.indicator(figure.indicator)
    return (
        TableColumn(f"{indicator.label}, %", "pct"),
        TableColumn(f"План {figure.period.year} года, %", "pct"),
        TableColumn(f"Не хватает, {indicator.unit}", "count"),
        TableColumn(f"{indicator.counted_caption}, {indicator.unit}", "count"),
        TableColumn(f"{indicator.whole_caption}, {indicator.unit}", "count"),
        *((TableColumn("Доля ответивших, %", "pct"),) if indicator.is_survey else ()),
        TableColumn("Источник знаменателя"),
        TableColumn("План выполнен"),
        TableColumn("Данные на", "date"),
    )


def _numbers(figure: Figure | RegionFigure, reference: Reference) -> tuple[TableValue, ...]:
    survey = reference.indicator(figure.indicator).is_survey
    return (
        figure.value_pct,
        figure.target_pct,
        figure.gap_people,
        figure.numerator,
        figure.denominator,
        *((figure.response_rate_pct,) if survey else ()),
        figure.denominator_source,
        _REACHED[figure.reached],
        figure.as_of,
    )

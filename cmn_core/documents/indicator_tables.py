"""All indicators of one place as a table: plan and fact, what is lacking, from what and by whom."""

from collections.abc import Sequence

from cmn_core.analysis.figure import Figure, RegionFigure
from cmn_core.analysis.figure_marks import describe_source
from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn, TableValue
from cmn_core.reference import Reference
from cmn_core.wording import count_of, format_period


def build_indicators_table(figures: Sequence[Figure | RegionFigure], reference: Reference) -> ShownTable:
    """Build a row an indicator of a municipality or the region at one period."""
    first = figures[0]
    return ShownTable(
        title=f"{first.name}: план и факт, {format_period(first.period)}",
        subtitle=f"{count_of(len(figures), 'показатель', 'показателя', 'показателей')} внедрения Целевой модели "
        f"наставничества; счёт с 1 января {first.period.year} года",
        columns=(
            TableColumn("Показатель"),
            TableColumn("Значение, %", "pct"),
            TableColumn(f"План {first.period.year} года, %", "pct"),
            TableColumn("Не хватает до плана", "count"),
            TableColumn("Сколько", "count"),
            TableColumn("Кого считаем"),
            TableColumn("Из скольких", "count"),
            TableColumn("От кого считаем долю"),
            TableColumn("Источник, ответили"),
            TableColumn("Данные на", "date"),
        ),
        rows=tuple(_row(figure, reference) for figure in figures),
    )


def _row(figure: Figure | RegionFigure, reference: Reference) -> tuple[TableValue, ...]:
    indicator = reference.indicator(figure.indicator)
    return (
        indicator.label,
        figure.value_pct,
        figure.target_pct,
        figure.gap_people,
        figure.numerator,
        indicator.numerator,
        figure.denominator,
        indicator.denominator,
        describe_source(figure, indicator) or None,
        figure.as_of,
    )

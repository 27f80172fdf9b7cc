"""Who reported as tables: the year by municipalities and months, and a month in detail."""

from collections.abc import Sequence

from cmn_core.analysis.collected_months import CollectedMonth, CollectedMonths
from cmn_core.analysis.collection_words import tell_amiss, tell_form, tell_missing
from cmn_core.analysis.reminders import Reminder
from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn, TableValue
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.wording import MONTHS, NBSP, format_moment, format_period, name_order


def build_year_table(
    months: CollectedMonths, periods: Sequence[Period], reference: Reference, *, places: Sequence[str]
) -> ShownTable:
    """Build a row a municipality (ОКТМО in `places`) and a column a month: state, days, completeness in words."""
    return ShownTable(
        title=f"Сбор отчётности, {periods[0].year} год" if periods else "Сбор отчётности",
        subtitle="+3: дней после срока; 18/24: названо организаций из открытых; без приписки: в срок и полностью",
        columns=(
            TableColumn("Муниципалитет"),
            *(TableColumn(MONTHS[period.month - 1].capitalize()) for period in periods),
        ),
        rows=tuple(
            (
                reference.region.district(place).short,
                *(_tell_cell(months[place, period], reference) for period in periods),
            )
            for place in places
        ),
    )


def build_month_table(months: Sequence[CollectedMonth], reference: Reference) -> ShownTable:
    """Build a row a municipality with all that is known of its month."""
    period = months[0].period if months else None
    return ShownTable(
        title=f"Сбор отчётности, {format_period(period)}" if period else "Сбор отчётности",
        subtitle="По часам региона; организации — открытые в этом месяце",
        columns=(
            TableColumn("Муниципалитет"),
            TableColumn("Состояние"),
            TableColumn("Отчёт"),
            TableColumn("Отправлен впервые"),
            TableColumn("Срок", "date"),
            TableColumn("Опоздание, дней", "count"),
            TableColumn("Полнота"),
            TableColumn("Названо организаций", "count"),
            TableColumn("Открыто организаций", "count"),
        ),
        rows=tuple(_describe(month, reference) for month in months),
    )


def build_reminders_table(reminders: Sequence[Reminder]) -> ShownTable:
    """Build a row a municipality to be reminded, with its letter."""
    return ShownTable(
        title="Кому напомнить",
        subtitle="Сначала те, кого ждём дольше всего",
        columns=(
            TableColumn("Муниципалитет"),
            TableColumn("Что сделать"),
            TableColumn("Опоздание, дней", "count"),
            TableColumn("Письмо"),
        ),
        rows=tuple((each.name, each.gist, each.days_late, each.letter) for each in reminders),
    )


def order_by_name(reference: Reference) -> tuple[str, ...]:
    """Return municipalities' ОКТМО in the order of their names."""
    named = sorted(reference.region.districts, key=lambda place: name_order(place.short))
    return tuple(place.oktmo for place in named)


def _tell_cell(month: CollectedMonth, reference: Reference) -> str:
    words = reference.collection.state(month.state)
    return " ".join(filter(None, (f"{words.glyph}{NBSP}{words.label}", tell_amiss(month))))


def _describe(month: CollectedMonth, reference: Reference) -> tuple[TableValue, ...]:
    words = reference.collection.state(month.state)
    first = min((each.first_sent for each in month.submissions), default=None)
    return (
        reference.region.district(month.district).short,
        f"{words.glyph}{NBSP}{words.label}",
        tell_form(month, reference),
        format_moment(first) if first else "",
        month.timing.due,
        month.timing.days_late,
        tell_missing(month, reference) or reference.collection.grade_label(month.fullness.grade),
        month.fullness.named,
        month.fullness.expected,
    )

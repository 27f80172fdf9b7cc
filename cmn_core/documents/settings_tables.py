"""Tables of what the centre sets: targets by year, thresholds, deadlines, and who changed what."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn
from cmn_core.period import parse_period
from cmn_core.reference import Reference, shipped_reference
from cmn_core.reference.indicators import LayoutCode
from cmn_core.store.deadlines import DEADLINE, DEADLINE_DAY
from cmn_core.store.setting_changes import SettingChange
from cmn_core.store.settings import TARGET
from cmn_core.wording import NO_TARGET, format_date, format_moment, format_period, format_target


def build_targets_table(reference: Reference, years: Sequence[int]) -> ShownTable:
    """Build a row an indicator with its targets; a year without one says so."""
    rows = [(item.label, *(item.target_pct(year) or NO_TARGET for year in years)) for item in reference.indicators]
    return ShownTable(
        title="План по показателям",
        subtitle="Показатели внедрения целевой модели наставничества, план года, %",
        columns=(TableColumn("Показатель"), *(TableColumn(str(year), "pct") for year in years)),
        rows=tuple(rows),
    )


def build_limits_table(reference: Reference) -> ShownTable:
    """Build a row a threshold: the value, its unit, the shipped value, what it changes."""
    shipped = shipped_reference().limits
    return ShownTable(
        title="Пороги проверок",
        subtitle="Числа, с которыми сравнивают правила чтения и счёта",
        columns=(
            TableColumn("Порог"),
            TableColumn("Значение", "count"),
            TableColumn("Единица"),
            TableColumn("Исходное", "count"),
            TableColumn("На что влияет"),
        ),
        rows=tuple(
            (
                text.label,
                getattr(reference.limits, text.code),
                text.unit,
                getattr(shipped, text.code),
                text.meaning,
            )
            for text in reference.limit_texts
        ),
    )


def build_deadlines_table(reference: Reference) -> ShownTable:
    """Build a row a layout with its usual day, and a row a month that has a date of its own, latest first."""
    deadlines, shipped = reference.collection.deadlines, shipped_reference().collection.deadlines
    label = reference.layouts.label
    usual = [
        (label(layout), "любой", _tell_day(deadlines.days[layout]), _tell_day(shipped.days[layout]))
        for layout in deadlines.layouts
    ]
    own = [
        (label(layout), format_period(period), f"до {format_date(day)}", _tell_day(deadlines.days[layout]))
        for (layout, period), day in sorted(deadlines.dates.items(), key=lambda item: item[0][1], reverse=True)
    ]
    return ShownTable(
        title="До какого дня сдают отчёт",
        subtitle="День включительно, по часам региона; у месяца может быть свой срок",
        columns=(
            TableColumn("Отчёт"),
            TableColumn("Месяц"),
            TableColumn("Срок"),
            TableColumn("Без изменений был бы"),
        ),
        rows=(*usual, *own),
    )


def build_changes_table(changes: Sequence[SettingChange], what: str) -> ShownTable:
    """Build a row a change of a setting, newest first; `what` was changed: «планы и пороги»."""
    return ShownTable(
        title=f"Кто и когда менял {what}",
        subtitle="Последние изменения первыми",
        columns=(
            TableColumn("Когда"),
            TableColumn("Кто"),
            TableColumn("Что"),
            TableColumn("Было", "count"),
            TableColumn("Стало", "count"),
        ),
        rows=tuple((format_moment(change.at), change.author, *describe_change(change)) for change in changes),
    )


def describe_change(change: SettingChange) -> tuple[str, str, str]:
    """Return what was changed, what stood before and what stands now, in words."""
    kind, _, rest = change.name.partition(".")
    shipped = shipped_reference()
    if kind == TARGET:
        code, _, year = rest.rpartition(".")
        indicator = shipped.indicator(code)
        default = indicator.target_pct(int(year))
        told = [_tell(written, default, format_target) for written in (change.old, change.new)]
        return f"{indicator.label}, план {year} года", told[0], told[1]
    if kind in (DEADLINE_DAY, DEADLINE):
        return _describe_deadline(kind, rest, change)
    text = next(item for item in shipped.limit_texts if item.code == rest)
    told = [
        _tell(written, Decimal(getattr(shipped.limits, rest)), lambda value: f"{value} {text.unit}")
        for written in (change.old, change.new)
    ]
    return text.label, told[0], told[1]


def _describe_deadline(kind: str, rest: str, change: SettingChange) -> tuple[str, str, str]:
    code, _, month = rest.partition(".")
    reference = shipped_reference()
    layout: LayoutCode = next(each for each in reference.collection.deadlines.layouts if each == code)
    label = f"{reference.layouts.label(layout)}, срок"
    if kind == DEADLINE:
        own = [f"до {format_date(date.fromisoformat(day))}" if day else "общий" for day in (change.old, change.new)]
        return f"{label} за {format_period(parse_period(month))}", own[0], own[1]
    shipped = reference.collection.deadlines.days[layout]
    days = [_tell_day(int(day)) if day else f"{_tell_day(shipped)} (исходное)" for day in (change.old, change.new)]
    return label, days[0], days[1]


def _tell_day(day: int) -> str:
    return f"{day}-е число следующего месяца"


def _tell(written: str | None, default: Decimal | None, words: Callable[[Decimal], str]) -> str:
    value = default if written is None else Decimal(written)
    if value is None:
        return NO_TARGET
    return f"{words(value)} (исходное)" if written is None else words(value)

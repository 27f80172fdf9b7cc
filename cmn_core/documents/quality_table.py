"""The table of the quality of the data: whose report stands behind each municipality, and what was confirmed in it."""

from collections.abc import Iterable, Sequence

from cmn_core.analysis.data_quality import DataQuality, ReportStanding
from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn, TableValue
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.wording import MUNICIPALITIES, count_of, format_period, genitive_count_of

_STATES: dict[ReportStanding, str] = {"fresh": "свежий", "carried": "прежний", "absent": "нет отчёта"}


def build_quality_table(qualities: Iterable[DataQuality], period: Period, reference: Reference) -> ShownTable:
    """Build a row a municipality."""
    listed = tuple(qualities)
    return ShownTable(
        title=_finding(listed, reference),
        subtitle=f"{format_period(period)}; предупреждения, которые отправители подтвердили при загрузке; "
        "организации, где никто не вовлечён; чья численность в знаменателях",
        columns=(
            TableColumn("Муниципалитет"),
            TableColumn("Отчёт за месяц"),
            TableColumn("Данные на", "date"),
            TableColumn("Вид отчёта"),
            TableColumn("Подтверждено предупреждений", "count"),
            TableColumn("Какие предупреждения"),
            TableColumn("Месяц повторён целиком"),
            TableColumn("Организаций", "count"),
            TableColumn("Из них без вовлечённых", "count"),
            TableColumn("Чья численность"),
            TableColumn("Больше, чем в форме о расширении, чел.", "count"),
        ),
        rows=tuple(_row(quality, reference) for quality in listed),
    )


def _finding(listed: Sequence[DataQuality], reference: Reference) -> str:
    confirmed = sum(bool(quality.confirmed) for quality in listed)
    if len(listed) == 1:
        name = reference.region.district(listed[0].district).short
        warnings = "с подтверждёнными предупреждениями" if confirmed else "без предупреждений"
        return f"{name}: {_STATES[listed[0].state]}{'' if listed[0].state == 'absent' else f' отчёт, {warnings}'}"
    fresh = sum(quality.state == "fresh" for quality in listed)
    words = f"Свежие отчёты у {fresh} из {genitive_count_of(len(listed), *MUNICIPALITIES)}"
    where = count_of(confirmed, "муниципалитете", "муниципалитетах", "муниципалитетах")
    return f"{words}; подтверждённые предупреждения в {where}" if confirmed else f"{words}; предупреждений нет"


def _row(quality: DataQuality, reference: Reference) -> tuple[TableValue, ...]:
    reported = quality.state != "absent"
    kinds = (f"{reference.problem_texts[code].title} — {count}" for code, count in quality.confirmed.items())
    return (
        reference.region.district(quality.district).short,
        _STATES[quality.state],
        quality.as_of,
        ", ".join(reference.layouts.label(layout) for layout in quality.layouts) or None,
        sum(quality.confirmed.values()) if reported else None,
        "; ".join(kinds) or None,
        ("да" if quality.copied else "нет") if reported else None,
        quality.organisations if reported else None,
        quality.empty if reported else None,
        "; ".join(quality.sources) or None,
        quality.beside_people,
    )

"""Tables of «Численность»: municipalities by groups with gaps in sight, versions, and what a version changed."""

from collections.abc import Sequence

from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn, TableValue
from cmn_core.reference import Reference
from cmn_core.store.facts import PopulationValue
from cmn_core.store.population_versions import CellChange
from cmn_core.store.versions import ReportVersion
from cmn_core.wording import format_moment

NOT_STATED = "не указано"


def build_population_table(values: Sequence[PopulationValue], year: int, reference: Reference) -> ShownTable:
    """Build a row a municipality under the region's sums of what is stated."""
    stated = {(value.district, value.group): value for value in values}
    rows = [
        (
            district.short,
            *(_stated(stated.get((district.oktmo, group.code))) for group in reference.groups),
            "; ".join(sorted({value.source for value in values if value.district == district.oktmo})) or None,
        )
        for district in reference.region.districts
    ]
    sums = [_sum([value.value for value in values if value.group == group.code]) for group in reference.groups]
    return ShownTable(
        title=f"Численность, {year} год",
        subtitle="Знаменатели показателей по муниципалитетам; человек и предприятий",
        columns=(
            TableColumn("Муниципалитет"),
            *(TableColumn(group.caption, "count") for group in reference.groups),
            TableColumn("Источник"),
        ),
        rows=((f"{reference.region.facts.name}, сумма указанных", *sums, None), *rows),
        totals=1,
    )


def count_gaps(values: Sequence[PopulationValue], reference: Reference) -> dict[str, list[str]]:
    """Return the municipalities without a value by the group's caption, groups without gaps left out."""
    stated = {(value.district, value.group) for value in values}
    gaps = {
        group.caption: [
            district.short for district in reference.region.districts if (district.oktmo, group.code) not in stated
        ]
        for group in reference.groups
    }
    return {caption: names for caption, names in gaps.items() if names}


def build_population_versions(versions: Sequence[ReportVersion]) -> ShownTable:
    """Build a row a version, newest first."""
    return ShownTable(
        title="Версии",
        subtitle="Последние первыми; каждая загрузка меняет только заполненные ячейки",
        columns=(
            TableColumn("Версия", "count"),
            TableColumn("Загружена"),
            TableColumn("Кто"),
            TableColumn("Файл"),
            TableColumn("Состояние"),
        ),
        rows=tuple(
            (
                version.version,
                format_moment(version.saved_at),
                version.author,
                version.file_name,
                "действует" if version.in_force else "прежняя",
            )
            for version in versions
        ),
    )


def build_cell_changes(changes: Sequence[CellChange], version: ReportVersion, reference: Reference) -> ShownTable:
    """Build a row a value that a version changed."""
    captions: dict[str, str] = {group.code: group.caption for group in reference.groups}
    return ShownTable(
        title=f"Что изменила версия {version.version}",
        subtitle="По сравнению с версией перед ней",
        columns=(
            TableColumn("Муниципалитет"),
            TableColumn("Группа"),
            TableColumn("Было", "count"),
            TableColumn("Стало", "count"),
            TableColumn("Источник"),
        ),
        rows=tuple(
            (
                reference.region.district(change.district).short,
                captions.get(change.group, change.group),
                NOT_STATED if change.before is None else change.before.value,
                NOT_STATED if change.now is None else change.now.value,
                change.now.source if change.now else None,
            )
            for change in changes
        ),
    )


def _stated(value: PopulationValue | None) -> TableValue:
    return NOT_STATED if value is None else value.value


def _sum(values: list[int]) -> TableValue:
    return sum(values) if values else NOT_STATED

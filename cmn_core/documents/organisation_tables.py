"""Tables of organisations as the centre keeps them: the list, and what was done with one."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn
from cmn_core.reference import Reference
from cmn_core.store.audit import AuditLine
from cmn_core.store.corrections import OrganisationFacts
from cmn_core.store.organisation_list import ListedOrganisation
from cmn_core.wording import format_date, format_moment

_NOT_STATED = "не указана"


def build_list_table(organisations: Iterable[ListedOrganisation], reference: Reference) -> ShownTable:
    """Build a row an organisation."""
    return ShownTable(
        title="Организации",
        subtitle="Названия, виды, подчинённость, даты и другие написания, встреченные в отчётах",
        columns=(
            TableColumn("Муниципалитет"),
            TableColumn("Организация"),
            TableColumn("Вид"),
            TableColumn("Подчинённость"),
            TableColumn("Открыта", "date"),
            TableColumn("Закрыта", "date"),
            TableColumn("Другие написания"),
        ),
        rows=tuple(
            (
                reference.region.district(item.facts.district).short,
                item.facts.name,
                reference.kinds.kind_label(item.facts.kind),
                reference.kinds.subordination_label(item.facts.subordination),
                item.facts.opened,
                item.facts.closed,
                "; ".join(item.spellings),
            )
            for item in organisations
        ),
    )


def describe_changes(before: OrganisationFacts, after: OrganisationFacts, reference: Reference) -> list[str]:
    """Say field by field what a correction changes."""
    region, kinds = reference.region, reference.kinds
    fields: tuple[tuple[str, Callable[[OrganisationFacts], str]], ...] = (
        ("название", lambda facts: f"«{facts.name}»"),
        ("муниципалитет", lambda facts: region.district(facts.district).short),
        ("вид", lambda facts: kinds.kind_label(facts.kind)),
        ("подчинённость", lambda facts: kinds.subordination_label(facts.subordination)),
        ("дата открытия", lambda facts: _date(facts.opened)),
        ("дата закрытия", lambda facts: _date(facts.closed)),
    )
    return [f"{name}: {words(before)} → {words(after)}" for name, words in fields if words(before) != words(after)]


def build_deeds_table(deeds: Iterable[AuditLine], reference: Reference, districts: dict[int, str]) -> ShownTable:
    """Build a row a deed: who, when, what; `districts`: names by the number that rows carry."""
    return ShownTable(
        title="Кто и когда менял",
        subtitle="Последние изменения первыми",
        columns=(TableColumn("Когда"), TableColumn("Кто"), TableColumn("Что сделано")),
        rows=tuple((format_moment(deed.at), deed.author, _describe_deed(deed, reference, districts)) for deed in deeds),
    )


def _describe_deed(deed: AuditLine, reference: Reference, districts: dict[int, str]) -> str:
    details = deed.details
    if deed.action == "organisation_corrected":
        changed = "; ".join(_describe_field(name, pair, reference, districts)
                            for name, pair in details.get("changed", {}).items() if name in _FIELDS)  # fmt: skip
        alias = f"добавлено написание «{details['alias']}»" if details.get("alias") else ""
        return "; ".join(filter(None, [changed, alias])) or "сохранено без изменений"
    if deed.action == "spelling_reassigned":
        return f"написание «{details.get('spelling')}» отдано другой организации"
    if deed.action == "spelling_withdrawn":
        return f"написание «{details.get('spelling')}» отозвано"
    return _DEEDS.get(deed.action, deed.action)


_DEEDS = {
    "organisations_merged": "объединена с другой организацией",
    "organisation_split": "объединение отменено",
    "organisations_added": "добавлена вручную",
}
_FIELDS = {
    "name": "название",
    "district_id": "муниципалитет",
    "kind": "вид",
    "subordination": "подчинённость",
    "opened": "дата открытия",
    "closed": "дата закрытия",
}


def _describe_field(name: str, pair: list[Any], reference: Reference, districts: dict[int, str]) -> str:
    words: dict[str, Callable[[Any], str]] = {
        "name": lambda value: f"«{value}»",
        "district_id": lambda value: districts.get(value, "?"),
        "kind": reference.kinds.kind_label,
        "subordination": reference.kinds.subordination_label,
    }
    tell = words.get(name, lambda value: _date(date.fromisoformat(value) if value else None))
    return f"{_FIELDS[name]}: {tell(pair[0])} → {tell(pair[1])}"


def _date(day: date | None) -> str:
    return format_date(day) if day else _NOT_STATED

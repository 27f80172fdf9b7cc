"""The record as a table: every deed in Russian words, with what was changed and to what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from string import Formatter
from typing import Any

from cmn_core.access import DEED_LABELS, ROLE_LABELS
from cmn_core.documents.settings_tables import describe_change
from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn
from cmn_core.reference import Reference
from cmn_core.reference.record import ActionWords, read_record_words
from cmn_core.store.audit_reading import RecordLine
from cmn_core.store.moments import region_moment
from cmn_core.store.setting_changes import SettingChange
from cmn_core.wording import capital, format_date, format_moment, format_period, format_size, join_names

_NOTHING = "не указано"
_DEFAULT = "исходное"
_MOST_NAMES = 4
_CODES: dict[str, dict[str, str]] = {
    "role": dict(ROLE_LABELS.items()),
    "deed": dict(DEED_LABELS.items()),
    "marked": {str(True): "с пометками"},
}
_COLUMNS = ("№", "Когда", "Кто", "Что сделано", "Где", "Подробности")
WHERE = _COLUMNS.index("Где")


@dataclass(frozen=True, slots=True)
class Names:
    """What codes and numbers in the record are called."""

    reference: Reference
    districts: Mapping[int, str]
    """Municipalities by the number that stored rows carry."""

    def municipality(self, oktmo: str) -> str:
        """Return a municipality's short name; one that is no longer there keeps its code."""
        return next((item.short for item in self.reference.region.districts if item.oktmo == oktmo), oktmo)


def build_record_table(lines: Iterable[RecordLine], names: Names, subtitle: str) -> ShownTable:
    """Build a row a deed."""
    return ShownTable(
        title="Журнал",
        subtitle=subtitle,
        columns=(TableColumn(_COLUMNS[0], "count"), *(TableColumn(caption) for caption in _COLUMNS[1:])),
        rows=tuple(_row(line, names) for line in lines),
    )


def describe_details(line: RecordLine, names: Names) -> str:
    """Tell what a deed changed and to what; never an address, a token or what somebody wrote freely."""
    action = read_record_words().words(line.action)
    return "; ".join(_pieces(line, action, names))


def _row(line: RecordLine, names: Names) -> tuple[str | int, ...]:
    return (
        line.number,
        format_moment(line.at),
        line.author or _NOTHING,
        capital(read_record_words().words(line.action).label),
        _where(line, names),
        describe_details(line, names),
    )


def _where(line: RecordLine, names: Names) -> str:
    place = names.municipality(line.district) if line.district else ""
    report = ""
    if line.layout is not None:
        label = names.reference.layouts.label(line.layout)
        report = f"{label}, {format_period(line.period)}" if line.period else label
    return "; ".join(part for part in (place, report, line.organisation) if part)


def _pieces(line: RecordLine, action: ActionWords, names: Names) -> Iterator[str]:
    if action.is_setting:
        yield _tell_setting(line)
    for field, (old, new) in _read_changes(line.details.get(action.old_new) if action.old_new else None).items():
        label = read_record_words().fields.get(field, field)
        yield f"{label}: {_tell_field(field, old, names)} → {_tell_field(field, new, names)}"
    told = {name: _tell(name, value, names) for name, value in line.details.items()}
    for piece in action.told:
        needed = [name for _, name, _, _ in Formatter().parse(piece) if name]
        if all(told.get(name) for name in needed):
            yield piece.format(**told)


def _tell_setting(line: RecordLine) -> str:
    name, old, new = (line.details.get(key) for key in ("name", "old", "new"))
    kind = str(name).partition(".")[0]
    if kind in read_record_words().settings:
        return f"{read_record_words().settings[kind]}: {'да' if new else 'нет'}"
    try:
        what, before, after = describe_change(SettingChange(str(name), old, new, line.author, line.at))
    except (LookupError, StopIteration, ValueError, AttributeError):
        # Of a later version, or of an indicator that is no longer there.
        what, before, after = str(name), old or _DEFAULT, new or _DEFAULT
    return f"{what}: {before} → {after}"


def _read_changes(changed: Any) -> dict[str, tuple[Any, Any]]:
    """Return old and new by field; a spelling for comparison follows the name and is not told."""
    if not isinstance(changed, Mapping):
        return {}
    pairs = {
        field: (pair["old"], pair["new"]) if isinstance(pair, Mapping) else (pair[0], pair[1])
        for field, pair in changed.items()
    }
    return {field: pair for field, pair in pairs.items() if field != "key"}


def _tell_field(field: str, value: Any, names: Names) -> str:
    if value is None or value == []:
        return _NOTHING
    if field == "district_id":
        return names.districts.get(value, str(value))
    if field == "kind":
        return names.reference.kinds.kind_label(value)
    if field == "subordination":
        return names.reference.kinds.subordination_label(value)
    if field in ("opened", "closed"):
        return format_date(datetime.fromisoformat(value).date())
    return _tell(field, value, names)


def _tell(name: str, value: Any, names: Names) -> str:
    """Return a detail in words; nothing where there is nothing to tell."""
    if value in (None, 0, "", [], {}):
        return ""
    if name == "districts":
        return join_names([names.municipality(oktmo) for oktmo in value], _MOST_NAMES)
    if isinstance(value, list | dict):
        return str(len(value))
    if name in _CODES:
        return _CODES[name].get(str(value), str(value))
    if name.endswith("_at"):
        return format_moment(region_moment(datetime.fromisoformat(value)))
    return format_size(value) if name == "size" else str(value)

"""Read reference files into typed values; a broken file is named with its line."""

import csv
import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from cmn_core.errors import ReferenceDataError

DATA_FOLDER = Path(__file__).resolve().parents[2] / "data"


class Entry(BaseModel):
    """A typed entry of a reference file: frozen, and no key is ignored silently."""

    model_config = ConfigDict(frozen=True, extra="forbid")


EntryType = TypeVar("EntryType", bound=BaseModel)


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file; raise ReferenceDataError naming the file and the line of a mistake."""
    try:
        return tomllib.loads(_read_text(path))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        raise _broken(path, int(found[1]) if found else None, str(error)) from error


def parse_entries(path: Path, table: str, entry_type: type[EntryType], raw: Any) -> tuple[EntryType, ...]:
    """Turn an array of tables into entries; an invalid one is named with the line of its key."""
    if not isinstance(raw, list):
        raise _broken(path, None, f"нет таблиц [[{table}]]")
    return tuple(_parse_entry(path, table, index, entry_type, item) for index, item in enumerate(raw))


def parse_table(path: Path, entry_type: type[EntryType], raw: Any) -> EntryType:
    """Turn one table into an entry."""
    return _parse_entry(path, None, 0, entry_type, raw)


def read_csv(path: Path, entry_type: type[EntryType]) -> tuple[EntryType, ...]:
    """Read a CSV file with a heading into entries; an invalid record is named with its line."""
    reader = csv.DictReader(_read_text(path).splitlines())
    entries = []
    for record in reader:
        try:
            entries.append(entry_type.model_validate(record))
        except ValidationError as error:
            raise _broken(path, reader.line_num, _first_mistake(error)) from error
    return tuple(entries)


def _parse_entry(path: Path, table: str | None, index: int, entry_type: type[EntryType], raw: Any) -> EntryType:
    try:
        return entry_type.model_validate(raw)
    except ValidationError as error:
        key = next((str(part) for part in error.errors()[0]["loc"] if isinstance(part, str)), "")
        raise _broken(path, _locate(path, table, index, key), _first_mistake(error)) from error


def _locate(path: Path, table: str | None, index: int, key: str) -> int | None:
    """Find the line of a key inside the index-th [[table]], or of the table itself when the key is absent."""
    lines = _read_text(path).splitlines()
    start = 0
    if table:
        headings = [number for number, line in enumerate(lines) if line.strip() == f"[[{table}]]"]
        if index < len(headings):
            start = headings[index]
    for number in range(start, len(lines)):
        if re.match(rf"\s*{re.escape(key)}\s*=", lines[number]):
            return number + 1
        if number > start and lines[number].startswith("["):
            break
    return start + 1


def _first_mistake(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg']}"


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReferenceDataError(f"Справочник {path.name} не прочитан: {error}. Восстановите файл.") from error


def _broken(path: Path, line: int | None, reason: str) -> ReferenceDataError:
    place = f", строка {line}" if line else ""
    return ReferenceDataError(f"Справочник {path.parent.name}/{path.name}{place}: {reason}. Исправьте файл.")

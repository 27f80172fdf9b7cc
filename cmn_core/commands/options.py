"""Options that several commands share, and what their words are read as."""

from collections.abc import Collection
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from cmn_core.errors import UsageError
from cmn_core.period import Period, parse_period
from cmn_core.reference import District, Region
from cmn_core.reference.spelling import fold_text

_DATE_FORMATS = ("%d.%m.%Y", "%Y-%m-%d")


def inherit_database(context: typer.Context, url: str | None) -> str | None:
    """Take the address written before the command where none stands after it."""
    return url or (context.parent.obj if context.parent else None)


FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="Книга или csv с отчётом.")]
OutputArgument = Annotated[Path, typer.Argument(metavar="OUT.xlsx", help="Куда записать.")]
DatabaseOption = Annotated[
    str | None,
    typer.Option(
        "--database",
        metavar="URL",
        help="База данных: sqlite:///файл.sqlite3 или postgresql://имя@сервер/база; иначе CMN_DATABASE_URL.",
        callback=inherit_database,
    ),
]
DistrictOption = Annotated[
    str | None,
    typer.Option("--district", metavar="D", help="Муниципалитет: ОКТМО, название или его начало."),
]
PeriodOption = Annotated[str | None, typer.Option("--period", metavar="YYYY-MM", help="Отчётный период.")]
NeededPeriodOption = Annotated[str, typer.Option("--period", metavar="YYYY-MM", help="Отчётный период.")]
JsonFlag = Annotated[bool, typer.Option("--json", help="Ответ одним объектом JSON.")]
CsvFlag = Annotated[bool, typer.Option("--csv", help="Ответ в виде csv.")]

AcceptedFlag = Annotated[
    bool, typer.Option("--accepted", help="Считать только по принятым отчётам; иначе по отправленным и принятым.")
]


def read_period(text: str | None) -> Period | None:
    """Read an optional period."""
    return None if text is None else parse_period(text)


def read_date(text: str) -> date:
    """Read a date written 01.10.2020 or 2020-10-01."""
    for pattern in _DATE_FORMATS:
        try:
            return datetime.strptime(text.strip(), pattern).date()
        except ValueError:
            continue
    raise UsageError(f"Дата «{text}» не понята: нужен вид 01.10.2020 или 2020-10-01.")


def read_choice(option: str, value: str, choices: Collection[str]) -> str:
    """Return one of the choices; raise UsageError listing them."""
    if value in choices:
        return value
    raise UsageError(f"Значение «{value}» для {option} не подходит. Есть: {', '.join(choices)}.")


def read_one_format(as_json: bool, as_csv: bool) -> None:
    """Refuse two formats at once."""
    if as_json and as_csv:
        raise UsageError("Указаны и --json, и --csv. Оставьте один вид ответа.")


def names_region(words: str, region: Region) -> bool:
    """Tell the region itself from its municipalities, by its ОКТМО or one of its names."""
    return fold_text(words) in {fold_text(name) for name in (region.facts.oktmo, region.facts.name, region.facts.short)}


def read_sender(words: str | None, region: Region) -> District | None:
    """Find the municipality; None for the region itself or where nothing was asked."""
    return None if words is None or names_region(words, region) else region.find_district(words)

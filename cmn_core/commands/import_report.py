"""`cmn import`: check a file, lay it beside what is stored, and save it whole or not at all."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, cast

import typer

from cmn_core.commands.console import FAULTY, say, warn
from cmn_core.commands.databases import database_exists, use_database
from cmn_core.commands.files import read_input
from cmn_core.commands.options import (
    DatabaseOption,
    DistrictOption,
    FileArgument,
    PeriodOption,
    names_region,
    read_choice,
    read_period,
    read_sender,
)
from cmn_core.errors import UsageError
from cmn_core.reference import Reference, shipped_reference
from cmn_core.reference.indicators import LAYOUT_CODES

if TYPE_CHECKING:
    from cmn_core.intake.problems import Problem
    from cmn_core.intake.read_report import Expectation
    from cmn_core.intake.reading import Reading, ScopeCode
    from cmn_core.store.decisions import Decisions
    from cmn_core.store.engine import Database

AUTHOR = "cmn import"

LayoutOption = Annotated[
    str | None, typer.Option("--layout", metavar="L", help=f"Вид отчёта: {', '.join(LAYOUT_CODES)}.")
]
ScopeOption = Annotated[str | None, typer.Option("--scope", metavar="S", help="Сфера: municipal, state, all.")]
YesFlag = Annotated[bool, typer.Option("--yes", help="Подтвердить предупреждения и новые организации.")]


def import_report(
    file: FileArgument,
    district: DistrictOption = None,
    period: PeriodOption = None,
    layout: LayoutOption = None,
    scope: ScopeOption = None,
    yes: YesFlag = False,
    database: DatabaseOption = None,
) -> None:
    """Проверить отчёт и сохранить его в базу. Ошибки не сохраняются, предупреждения подтверждает --yes."""
    from cmn_core.intake.apart.read_apart import read_report_apart
    from cmn_core.intake.read_report import Expectation

    region = shipped_reference().region
    asked = read_sender(district, region)
    if layout is not None:
        read_choice("--layout", layout, LAYOUT_CODES)
    if scope is not None:
        read_choice("--scope", scope, [item.code for item in shipped_reference().kinds.scopes])
    expected = Expectation(asked.oktmo if asked else None, read_period(period))
    content = read_input(file)
    reading = read_report_apart(content, file.name, expected, _settled_reference(database), one_shot=True)
    _stop_at_errors(reading, layout)
    if reading.layout == "population":
        with use_database(database) as opened:
            _save_population(opened, reading, content, yes=yes)
        return
    by_region = district is not None and names_region(district, region)
    decisions = _decide(reading, expected, by_region=by_region, scope=scope)
    with use_database(database) as opened:
        if district is None:
            _stop_at_a_neighbours_template(opened, reading)
        _save_report(opened, reading, content, decisions, yes=yes)


def _settled_reference(url: str | None) -> Reference:
    """Return the reference with the database's overrides; a database that is not there yet has none."""
    if not database_exists(url):
        return shipped_reference()
    from cmn_core.store.settings import current_reference

    with use_database(url) as opened:
        return current_reference(opened)


def _stop_at_errors(reading: "Reading", layout: str | None) -> None:
    from cmn_core.commands.reading_words import describe_problems, describe_verdict

    if not reading.can_be_saved:
        for line in (*describe_problems(reading), describe_verdict(reading)):
            say(line)
        warn(f"Файл «{reading.file}» не сохранён: в нём есть ошибки.")
        raise typer.Exit(FAULTY)
    if layout is not None and reading.layout != layout:
        label = shipped_reference().layouts.label
        warn(f"Файл «{reading.file}» не сохранён: это «{label(reading.layout or '')}», а указан вид «{label(layout)}».")
        raise typer.Exit(FAULTY)


def _decide(reading: "Reading", asked: "Expectation", *, by_region: bool, scope: str | None) -> "Decisions":
    """Settle the report's key from the options, else from the file; raise UsageError where neither tells."""
    from cmn_core.store.decisions import Decisions

    sender = None if by_region else asked.district or reading.district
    if sender is None and not by_region:
        raise UsageError(
            f"Неизвестно, чей отчёт «{reading.file}»: в файле муниципалитет не назван. Укажите --district."
        )
    period = reading.period or asked.period
    if period is None:
        raise UsageError(
            f"Неизвестно, за какой месяц отчёт «{reading.file}»: дат в файле нет. Укажите --period, например 2020-11."
        )
    return Decisions(
        sender=sender,
        scope=cast("ScopeCode", scope) if scope else reading.scope or "all",
        layout=reading.layout or "expansion",
        period=period,
        as_of=reading.as_of or period.closing_date,
        author=AUTHOR,
    )


def _stop_at_a_neighbours_template(database: "Database", reading: "Reading") -> None:
    """Raise UsageError where the file names one municipality and its organisations are another's."""
    from cmn_core.intake.sender_guess import guess_sender
    from cmn_core.store.organisations import known_organisations
    from cmn_core.store.pile_words import explain_disagreement

    guess = guess_sender(reading, known_organisations(database))
    if guess.told_by == "both":
        told = explain_disagreement(guess, shipped_reference())
        raise UsageError(f"Неизвестно, чей отчёт «{reading.file}». {told}. Укажите --district.")


def _save_report(
    database: "Database", reading: "Reading", content: bytes, decisions: "Decisions", *, yes: bool
) -> None:
    from cmn_core.commands.reading_words import describe_totals
    from cmn_core.store.comparing import compare_with_stored
    from cmn_core.store.reports import describe_key, read_version, save_report
    from cmn_core.store.settings import current_reference
    from cmn_core.wording import format_date

    reference = current_reference(database)
    beside = compare_with_stored(database, reading, decisions.key, reference)
    told = beside.add_problems(reading)
    is_same = beside.in_force is not None and beside.in_force.sha256 == reading.sha256
    if not is_same:
        _confirm(told.problems, yes=yes)
    saved = save_report(
        database,
        told,
        content,
        replace(decisions, confirmed=True, compared_with=beside.in_force.report_id if beside.in_force else None),
        now=datetime.now(UTC),
    )
    for note in saved.notes:
        say(note)
    if saved.outcome == "unchanged":
        return
    stored = read_version(database, saved.report_id)
    as_of = format_date(stored.as_of if stored else decisions.as_of)
    say(f"Сохранено: {describe_key(decisions.key, reference)}, на {as_of}, версия {saved.version}.")
    for line in describe_totals(told):
        say(line)


def _save_population(database: "Database", reading: "Reading", content: bytes, *, yes: bool) -> None:
    from cmn_core.store.population import save_population
    from cmn_core.wording import count_of

    _confirm(reading.problems, yes=yes)
    years = sorted({row.year for row in reading.population})
    saved = save_population(database, reading, content, author=AUTHOR, now=datetime.now(UTC), confirmed=True)
    for year, outcome in zip(years, saved, strict=True):
        for note in outcome.notes:
            say(note)
        if outcome.outcome == "saved":
            filled = sum(1 for row in reading.population if row.year == year)
            values = count_of(filled, "значение", "значения", "значений")
            say(f"Сохранено: численность на {year} год, {values}, версия {outcome.version}.")


def _confirm(problems: "tuple[Problem, ...]", *, yes: bool) -> None:
    """Show the warnings; without --yes nothing is saved while there are any."""
    from cmn_core.commands.reading_words import count_problems, list_problems

    warnings = [problem for problem in problems if problem.severity == "warning"]
    for line in list_problems(warnings):
        say(line)
    if warnings and not yes:
        warn(f"Не сохранено: {count_problems(warnings)}. Если всё верно, повторите с --yes.")
        raise typer.Exit(FAULTY)

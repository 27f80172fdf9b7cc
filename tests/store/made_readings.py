"""Readings made by hand for the store's tests, and what a person decides about them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from cmn_core.intake.problems import Problem
from cmn_core.intake.reading import ExpansionRow, PopulationRow, Reading, ScopeCode
from cmn_core.period import Period
from cmn_core.store.engine import Database, open_database
from cmn_core.store.reports import Decisions, SavedReport, save_report

OMSK, TARA, AZOVO = "52701000", "52654000", "52601000"
NOVEMBER, OCTOBER = Period(2020, 11), Period(2020, 10)
NOW = datetime(2020, 11, 24, 9, 30, tzinfo=ZoneInfo("Asia/Omsk"))
WARNING = Problem("implausible_count", "warning", "Лист1", "C7", "9000", "9000 — очень много.", "Проверьте число.")
ERROR = Problem("negative_count", "error", "Лист1", "C7", "-5", "Число меньше нуля.", "Исправьте число.")


def open_file(folder: Path, name: str = "cmn.sqlite3", patience_s: float = 10.0) -> Database:
    return open_database(f"sqlite:///{folder / name}", patience_s=patience_s)


def row(
    organisation: str | None,
    counts: tuple[int | None, int | None, int | None] = (0, 0, 0),
    programme: str | None = None,
    form: str = "unnamed",
    *,
    number: int = 7,
    sheet: str | None = "Лист1",
    counted_elsewhere: bool = False,
) -> ExpansionRow:
    """A row; a form code stands for its words too."""
    return ExpansionRow(
        sheet=sheet,
        row=number,
        organisation=organisation,
        involved_before=counts[0],
        added_mentors=counts[1],
        added_mentees=counts[2],
        programme=programme,
        mentoring_form=None if form == "unnamed" else form,
        form_code=form,
        continued=counts == (None, None, None),
        counted_elsewhere=counted_elsewhere,
    )


def expansion(rows: Iterable[ExpansionRow], *, problems: tuple[Problem, ...] = (), content: bytes = b"") -> Reading:
    """A reading of an expansion form; rows that all say 7 are numbered from 7 on."""
    placed = tuple(rows)
    if len({(item.sheet, item.row) for item in placed}) < len(placed):
        placed = tuple(replace(item, row=7 + index) for index, item in enumerate(placed))
    return Reading(
        file="отчёт.xlsx",
        layout="expansion",
        scope="municipal",
        district=None,
        period=NOVEMBER,
        as_of=date(2020, 11, 23),
        dates=(date(2020, 10, 1), date(2020, 11, 23)),
        rows=placed,
        problems=problems,
        sha256=sha256(content).hexdigest() if content else "",
    )


def decide(
    sender: str | None = TARA,
    *,
    scope: ScopeCode = "municipal",
    period: Period = NOVEMBER,
    author: str = "Иванова",
    **choices: object,
) -> Decisions:
    return replace(
        Decisions(sender, scope, "expansion", period, period.closing_date, author),
        **choices,  # type: ignore[arg-type]
    )


def save(
    database: Database,
    rows: Iterable[ExpansionRow],
    decisions: Decisions | None = None,
    *,
    content: bytes = b"first",
    now: datetime = NOW,
) -> SavedReport:
    return save_report(database, expansion(rows, content=content), content, decisions or decide(), now=now)


def population(rows: Iterable[PopulationRow], content: bytes = b"population") -> Reading:
    return Reading(
        file="численность.xlsx",
        layout="population",
        scope=None,
        district=None,
        period=None,
        as_of=None,
        dates=(),
        population=tuple(rows),
        sha256=sha256(content).hexdigest(),
    )


def children(district: str, value: int, *, year: int = 2020, source: str | None = "Росстат") -> PopulationRow:
    return PopulationRow("Численность", 4, district, year, "children_10_19", value, source)

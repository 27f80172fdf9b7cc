"""How reports are collected: deadlines by layout and month, states and grades in words, the rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal

from cmn_core.errors import UsageError
from cmn_core.period import Period
from cmn_core.reference.indicators import LayoutCode
from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_entries, read_toml
from cmn_core.reference.spelling import collapse_spaces
from cmn_core.wording import format_date

MonthState = Literal["accepted", "sent", "returned", "draft", "none", "not_due"]
Grade = Literal["absent", "zeros", "copied", "part", "full"]
FIRST_DAY, LAST_DAY = 1, 28
"""Every month has these days."""
_LATEST = timedelta(days=366)


class StateWords(Entry):
    """A state of a municipality's month in words."""

    code: MonthState
    label: str
    glyph: str
    meaning: str


class GradeWords(Entry):
    """A grade of completeness in words."""

    code: Grade
    label: str


class Rule(Entry):
    """A rule of collecting, for people."""

    text: str


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Until when reports are in time."""

    days: Mapping[LayoutCode, int]
    """Day of the next month …"""
    dates: Mapping[tuple[LayoutCode, Period], date] = field(default_factory=dict)
    """… unless a month has a date of its own."""

    @property
    def layouts(self) -> tuple[LayoutCode, ...]:
        """The layouts that are collected."""
        return tuple(self.days)

    def due(self, layout: LayoutCode, period: Period) -> date:
        """Return the last day on which a month's report is in time."""
        return self.dates.get((layout, period)) or period.closing_date.replace(day=self.days[layout])


@dataclass(frozen=True, slots=True)
class Collection:
    """Everything that collecting needs to know."""

    deadlines: Deadlines
    states: tuple[StateWords, ...]
    grades: tuple[GradeWords, ...]
    rules: tuple[str, ...]

    def state(self, code: MonthState) -> StateWords:
        """Return a state's words."""
        return next(words for words in self.states if words.code == code)

    def grade_label(self, code: Grade) -> str:
        """Return a grade's word."""
        return next(words.label for words in self.grades if words.code == code)


def parse_deadline_day(written: str) -> int:
    """Read a day of the month as people write it; raise UsageError where not every month has it."""
    digits = collapse_spaces(written)
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 2 and FIRST_DAY <= int(digits) <= LAST_DAY):
        raise UsageError(f"«{written}» не подходит: нужно число месяца от {FIRST_DAY} до {LAST_DAY}.")
    return int(digits)


def parse_deadline_date(written: str, period: Period) -> date:
    """Read a month's own date, «10.12.2020»; raise UsageError where it cannot be that month's deadline."""
    try:
        day = datetime.strptime(collapse_spaces(written), "%d.%m.%Y").date()
    except ValueError:
        raise UsageError(f"«{written}» не подходит: нужна дата, например {format_date(period.closing_date)}.") from None
    check_deadline_date(day, period)
    return day


def check_deadline_date(day: date, period: Period) -> None:
    """Raise UsageError for a date before the month begins, or more than a year after it."""
    first, last = date(period.year, period.month, 1), period.closing_date + _LATEST
    if not first <= day <= last:
        raise UsageError(
            f"Срок {format_date(day)} не подходит: нужна дата от {format_date(first)} до {format_date(last)}."
        )


def read_collection() -> Collection:
    """Read the shipped rules of collecting."""
    path = DATA_FOLDER / "reference" / "collection.toml"
    raw = read_toml(path)
    return Collection(
        deadlines=Deadlines(dict(raw["deadline_day"])),
        states=parse_entries(path, "state", StateWords, raw.get("state")),
        grades=parse_entries(path, "grade", GradeWords, raw.get("grade")),
        rules=tuple(rule.text for rule in parse_entries(path, "rule", Rule, raw.get("rule"))),
    )

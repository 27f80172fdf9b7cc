"""The reporting month: a value of its own, written «2020-11»."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from cmn_core.errors import UsageError

_WRITTEN = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A calendar month that a report is given for."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    def shifted(self, months: int) -> "Period":
        """Return the period that many months later (earlier if negative)."""
        index = self.year * 12 + self.month - 1 + months
        return Period(index // 12, index % 12 + 1)

    @property
    def closing_date(self) -> date:
        """The first day of the next month: the date a whole month's figures are given on."""
        after = self.shifted(1)
        return date(after.year, after.month, 1)


def parse_period(text: str) -> Period:
    """Read «YYYY-MM»; raise UsageError otherwise."""
    found = _WRITTEN.fullmatch(text.strip())
    if not found or int(found[1]) == 0:
        raise UsageError(f"Период «{text}» не понят: нужен год и месяц, например 2020-11.")
    return Period(int(found[1]), int(found[2]))


def period_of(as_of: date) -> Period:
    """Return the month of the day before: 01.11.2020 closes 2020-10, 23.11.2020 lies in 2020-11."""
    day = as_of - timedelta(days=1)
    return Period(day.year, day.month)
